import PlanModel

/// Where a text of a form's head says one thing after another: lines, semicolons, wide gaps, and single spaces before a
/// label (`填报单位：东县 金额单位：元`) or before 截至.
enum HeadGaps {
  /// Returns the pieces between the gaps, some of them empty; the whole text where it has no gap.
  static func parts(of text: String) -> [String] {
    let scalars = Array(text.unicodeScalars)
    var parts: [String] = []
    var (start, place) = (0, 0)
    func add(upTo end: Int) { parts.append(String(String.UnicodeScalarView(scalars[start..<end]))) }
    while place < scalars.count {
      guard isGap(scalars[place]) else {
        place += 1
        continue
      }
      let run = scalars[place...].prefix(while: isGap)
      if run.count > 1 || isWide(scalars[place]) || isStatement(scalars[run.endIndex...]) {
        add(upTo: place)
        start = run.endIndex
      }
      place = run.endIndex
    }
    add(upTo: scalars.count)
    return parts
  }

  private static func isGap(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isSpace || scalar == ";" || scalar == "；"
  }

  /// Returns true for what parts statements by itself.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\n", "\r", ";", "；", "\u{3000}", "\t": true
    default: false
    }
  }

  /// Returns true for the beginning of a statement: 截至, or a label of two to eight characters, brackets behind it, and
  /// a colon.
  private static func isStatement(_ text: ArraySlice<Unicode.Scalar>) -> Bool {
    if text.first == "截", let second = text.dropFirst().first, second == "至" || second == "止" { return true }
    let label = text.prefix(while: isHan)
    guard (2...8).contains(label.count) else { return false }
    var rest = text[label.endIndex...]
    if let open = rest.first, open == "（" || open == "(" {
      let inside = rest.dropFirst().prefix(while: isHan)
      guard !inside.isEmpty, rest[inside.endIndex...].first == (open == "（" ? "）" : ")") else { return false }
      rest = rest[inside.endIndex...].dropFirst()
    }
    return rest.first == ":" || rest.first == "："
  }

  private static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3005...0x3007, 0x2E80...0x2FDF, 0xF900...0xFAFF, 0x20000...0x323AF: true
    default: false
    }
  }
}
