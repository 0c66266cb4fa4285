import SpreadsheetML

/// The rules for a defined name of the whole workbook.
enum DefinedNameCheck {
  /// - Source: ECMA-376 Part 1, 18.2.5, and what Excel accepts.
  static func isValid(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, first == "_" || first.properties.isAlphabetic else { return false }
    let isWord = name.unicodeScalars.allSatisfy { scalar in
      scalar == "_" || scalar == "." || scalar.properties.isAlphabetic
        || scalar.properties.generalCategory == .decimalNumber
    }
    return isWord && CellReference(a1: name) == nil && !isRowColumn(name) && !name.lowercased().hasPrefix("_xlnm")
  }

  /// Returns true for `R1C1`, `R`, `C12`: references of the other notation.
  private static func isRowColumn(_ name: String) -> Bool {
    var rest = Substring(name.lowercased())
    for letter in ["r", "c"] where rest.hasPrefix(letter) {
      rest = rest.dropFirst()
      rest = rest.drop { ("0"..."9").contains($0) }
    }
    return rest.isEmpty
  }
}
