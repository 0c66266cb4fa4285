public import SpreadsheetML

/// Pieces of formulas, written so that a program reads them as meant.
public enum FormulaText {
  /// Returns a text in quotes: `"绿"`.
  public static func string(_ text: String) -> String {
    var quoted = "\""
    for character in text {
      quoted.append(character)
      if character == "\"" { quoted.append("\"") }
    }
    return quoted + "\""
  }

  /// Returns a finite number with as many digits as it needs: `50`, `0.125`.
  public static func number(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// Returns a cell of a sheet: `'指标汇总'!B3`, or `'指标汇总'!$B$3`.
  public static func reference(to cell: CellReference, in sheet: String, absolute: Bool = false) -> String {
    "\(sheet.quotedAsSheetName)!\(absolute ? cell.absoluteA1 : cell.a1)"
  }

  /// Returns a range of a sheet: `'选项'!$A$1:$A$5`, or without dollar signs.
  public static func reference(to range: CellRange, in sheet: String, absolute: Bool = true) -> String {
    let corners = absolute ? "\(range.topLeft.absoluteA1):\(range.bottomRight.absoluteA1)" : range.a1
    return "\(sheet.quotedAsSheetName)!\(corners)"
  }
}
