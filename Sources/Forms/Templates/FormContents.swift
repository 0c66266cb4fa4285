import OfficeStyle
import PlanModel
import XLSXWriting

/// What stands in the cells of a form that a unit fills: nothing in one that is sent out, what the unit reported in a
/// return, with marks where something must be done.
struct FormContents {
  /// A cell by what it means; where it stands is the sheet's affair.
  struct Place: Hashable {
    let code: String
    let column: FormColumn
  }

  /// What a return says about a cell.
  struct Mark {
    var kind: FindingMark
    /// One line for each finding.
    var lines: [String]
  }

  /// A cell of 签署.
  enum SigningEntry: String, CaseIterable {
    case preparer = "填报人"
    case reviewer = "审核人"
    case phone = "联系电话"
    case date = "填报日期"
  }

  var cells: [Place: CellContent] = [:]
  var marks: [Place: Mark] = [:]
  var signing: [SigningEntry: CellContent] = [:]
  var signingMarks: [SigningEntry: Mark] = [:]
  /// The rows of lists by the indicator's code, where a unit has filled them.
  var lists: [String: [ListRow]] = [:]
  var listMarks: [ListPlace: Mark] = [:]
  /// 条线复核, what was filled in and what a return says of it.
  var review: [ReviewPlace: CellContent] = [:]
  var reviewMarks: [ReviewPlace: Mark] = [:]
  /// The numbers of the findings about a row, by code.
  var numbers: [String: [Int]] = [:]

  func content(_ code: String, _ column: FormColumn) -> CellContent {
    cells[Place(code: code, column: column)] ?? .blank
  }
}

extension CellContent {
  /// The number in the cell, as a formula sees it.
  var number: FixedDecimal? {
    if case .number(let value) = self { FixedDecimal(shortest: value) } else { nil }
  }

  /// The number that the form works with: 无 is 0, as the reader has it.
  var counted: FixedDecimal? { text == FormFormulas.numberWords[0] ? 0 : number }

  var isBlank: Bool {
    switch self {
    case .blank: true
    case .text(let text): text.isEmpty
    default: false
    }
  }

  var text: String? {
    if case .text(let text) = self { text } else { nil }
  }
}
