/// Text for a terminal, or for a file of text: what names and cells hold is shown there, never obeyed.
package enum VisibleText {
  /// Returns the text with every character that a terminal would act on, or that turns the order of others, made visible:
  /// `␛` for the escape character, `⟨U+202E⟩` for one without a picture. Line feeds and tabs stay.
  package static func of(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isObeyed) else { return text }
    var visible = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if !isObeyed(scalar) {
        visible.append(scalar)
      } else if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) {
        visible.append(picture)
      } else {
        visible.append(contentsOf: code(scalar))
      }
    }
    return String(visible)
  }

  /// Returns the text with those of these characters made visible that turn the order of others: a program that shows a
  /// cell or a page obeys no others.
  package static func ofDirections(_ text: String) -> String {
    // All of them begin so as UTF-8, as do … and the quotation marks.
    guard text.utf8.contains(where: { $0 == 0xE2 || $0 == 0xD8 }), text.unicodeScalars.contains(where: isDirection)
    else { return text }
    var visible = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if isDirection(scalar) { visible.append(contentsOf: code(scalar)) } else { visible.append(scalar) }
    }
    return String(visible)
  }

  private static func code(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    "⟨U+\(String(scalar.value, radix: 16, uppercase: true))⟩".unicodeScalars
  }

  /// Returns true for marks, embeddings, overrides and isolates of direction.
  private static func isDirection(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  private static func isObeyed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0..<0x20, 0x7F...0x9F: true
    // Line and paragraph separators.
    case 0x2028, 0x2029: true
    default: isDirection(scalar)
    }
  }
}
