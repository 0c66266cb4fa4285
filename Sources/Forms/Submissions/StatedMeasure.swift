import PlanModel
import SpreadsheetML

/// In which unit of measure the numbers of a row stand, where the sheet says another than the plan.
///
/// The row's own 计量单位 decides, then a unit in brackets in the column's head, then 金额单位 in the head of the sheet, which is about
/// money alone.
struct StatedMeasure {
  /// Every unit of measure of the form.
  let ofForm: Set<String>
  /// The cell in the head of the sheet that says in what money is counted.
  var money: FormHead.Money?
  /// What the description of a form of another make says.
  var described: String?
  /// False for forms of another make, whose units of measure are their own affair.
  var isOurs = true

  /// What was found, and in which cell it is said.
  struct Found {
    let measure: String
    var cell: FoundCell?
    var column: FormColumn?
    /// True if the row is asked for in another kind of unit: 人 where 个 are counted. Then no number of it is taken.
    var isForeign = false
  }

  func found(_ table: FormTable, row: Int, column: FormColumn, asked: String) -> Found? {
    guard !asked.isEmpty else { return nil }
    if let cell = table.cell(.unit, row: row), case .string(let text)? = cell.value {
      let own = CellTextCleaner.halfWidth(text).filter { !$0.isWhitespace }
      if !own.isEmpty, own != "—", own != CellTextCleaner.halfWidth(asked) {
        let measure = HeadText.measure(own) ?? own
        if measure == asked { return nil }
        return Found(
          measure: measure, cell: cell, column: .unit, isForeign: !MeasureFamily.isSameKind(measure, asked))
      }
      if !own.isEmpty, own != "—", !isOurs { return nil }
    }
    if let head = table.measures[column], head != asked {
      // 累计完成（户） on a form with money too says nothing of the money.
      let isOfForm = ofForm.contains { $0 == head || MeasureFamily.exponent(from: head, to: $0) == 0 }
      if !isOfForm || changes(head, to: asked) {
        return Found(measure: head, cell: table.columns[column].map(table.head), column: column)
      }
    }
    if let money, MeasureFamily.exponent(from: asked, to: "元") != nil, money.measure != asked {
      return Found(measure: money.measure, cell: money.cell)
    }
    guard let described, changes(described, to: asked) else { return nil }
    return Found(measure: described)
  }

  /// True if a number in the one is another number in the other.
  private func changes(_ measure: String, to asked: String) -> Bool {
    MeasureFamily.convert(1, from: measure, to: asked).map { $0 != 1 } ?? false
  }
}
