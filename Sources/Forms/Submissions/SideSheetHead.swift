import PlanModel
import SpreadsheetML
import Validation

/// What stands above a table beside the form's own: of another month, or another unit's, it is not this form's, whatever the
/// form says.
struct SideSheetHead {
  let layout: FormLayout
  let plan: Plan
  let period: Period
  let words: HeadWords
  let file: String

  /// Returns findings for the head of a sheet, above a row.
  func findings(_ sheet: SourceSheet, above row: Int) -> [Finding] {
    var findings: [Finding] = []
    let head = FormHead(sheet, above: row, plan: plan, words.memory)
    let disputed = head.disputed(period, title: layout.title, words.memory)
    if !disputed.isEmpty {
      findings.append(
        BuiltInRule.periodUnknown.finding(
          unit: layout.unit, file: file, sheet: sheet.name, cells: disputed.map(\.reference.a1),
          text: disputed.map { CellTextCleaner.trimmed($0.text) }.joined(separator: "”和“"),
          expected: "截至\(period.lastDay.chinese)"))
    }
    if let said = head.units.named.first, let named = plan.unit(named: said.value), named.id != layout.unit {
      findings.append(
        BuiltInRule.unitMismatch.finding(
          unit: layout.unit, file: file, sheet: sheet.name, cells: [said.cell.reference.a1], text: said.value,
          value: layout.unitName, expected: named.name))
    }
    let strange = words.strange(in: sheet, above: row, head: head).filter { !disputed.contains($0) }
    return findings + [words.finding(strange, sheet: sheet.name, file: file)].compactMap(\.self)
  }
}
