import PlanModel
import SpreadsheetML
import XLSXWriting

/// The live formulas of one row of a form: nothing but functions that Excel 2010, WPS and LibreOffice all have.
struct FormFormulas {
  let layout: FormLayout.Row
  /// Returns the A1 form of the row's cell in a column.
  let at: (FormColumn) -> String

  /// Words that may stand in a cell for a number, beside a number.
  static let numberWords = ["无", "—"]

  /// Returns the formula of what is worked out beside the entry.
  func derived(_ derivation: Indicator.EntryKind.Derivation) -> String {
    switch derivation {
    case .difference:
      "IF(AND(\(isNumber(.cumulative)),\(isNumber(.previous))),N(\(at(.cumulative)))-N(\(at(.previous))),\"—\")"
    case .sum: "IF(AND(\(isNumber(.current)),\(isNumber(.previous))),N(\(at(.previous)))+N(\(at(.current))),\"—\")"
    case .count: "IF(\(at(.current))=\"\",\"—\",N(\(at(.previous)))+IF(ISNUMBER(\(at(.current))),1,0))"
    }
  }

  /// 完成率 in per cent, one place: 累计 ÷ the unit's share, or the whole target if it alone reports.
  var rate: String? {
    guard layout.goal != nil else { return nil }
    let goal = at(layout.allocation != nil ? .allocation : .target)
    return
      "IF(AND(\(isNumber(.cumulative)),ISNUMBER(\(goal))),IF(\(goal)=0,\"—\",ROUND(N(\(at(.cumulative)))/\(goal)*100,1)),\"—\")"
  }

  /// Returns the condition that a cell holds a number, or 无, which is read as 0.
  private func isNumber(_ column: FormColumn) -> String {
    "OR(ISNUMBER(\(at(column))),\(at(column))=\(FormulaText.string(Self.numberWords[0])))"
  }
}
