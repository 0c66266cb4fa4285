import PlanModel
import SpreadsheetML
import Validation

/// Texts that a conditional format may show otherwise, or strike through, on the sheets that a form was read from.
///
/// Numbers and days are looked at where they are read. Of a text nobody can say whether the unit sees what is stored.
struct ConditionalTexts {
  private let sheets: [SourceSheet]
  private let file: String
  private let known: [Finding]

  /// Of how many cells a finding names the places.
  private static let named = 12

  init(_ workbook: SourceWorkbook, _ reading: Reading, file: String) {
    self.file = file
    // Nearly no file has any.
    let visible = workbook.sheets.filter { $0.hasConditionalLooks && !$0.isHidden }
    switch reading {
    case .form(let form):
      let names = visible.isEmpty ? [] : Self.sheets(of: form.submission)
      sheets = visible.filter { names.contains($0.name) }
      known = form.findings
    case .refused(_, let findings):
      sheets = visible
      known = findings
    }
  }

  private static func sheets(of submission: Submission) -> Set<String> {
    let rows = submission.rows.lazy.compactMap { $0.entry(.cumulative).origin ?? $0.entry(.progress).origin }.prefix(1)
    let lists = submission.lists.values.compactMap { $0.first?.values.values.lazy.compactMap(\.origin).first }
    let review = (submission.review?.words ?? []).lazy.compactMap(\.progress.origin).prefix(1)
    let opinions = (submission.review?.opinions ?? []).lazy.compactMap(\.origin).prefix(1)
    return Set(
      (Array(rows) + lists + Array(review) + Array(opinions) + submission.signature.places.values).map(\.sheet))
  }

  /// False where there is surely nothing to be said.
  var isPresent: Bool { !sheets.isEmpty }

  /// Returns a finding for each sheet with such texts; nothing for cells of which the like was said before.
  func findings(unit: String?) -> [Finding] {
    sheets.flatMap { sheet -> [Finding] in
      var looks: [(cell: SourceCell, shown: String)] = []
      var strikes: [SourceCell] = []
      for place in sheet.cells.indices where sheet.cells[place].hasConditionalLook {
        let cell = sheet.cells[place]
        guard case .string(let text)? = cell.value, !text.isEmpty else { continue }
        if let other = cell.others.first(where: { $0.text != text }) { looks.append((cell, other.text)) }
        if cell.mayBeStruck { strikes.append(cell) }
      }
      looks.removeAll { isKnown($0.cell, on: sheet, .shownOtherwise) }
      strikes.removeAll { isKnown($0, on: sheet, .struckText) }
      let shown = looks.first.map { look in
        BuiltInRule.shownOtherwise.finding(
          unit: unit, file: file, sheet: sheet.name, cells: looks.prefix(Self.named).map(\.cell.reference.a1),
          text: SourceCell.clipped(look.cell.text),
          value: look.shown.isEmpty ? "空白" : SourceCell.clipped(look.shown),
          expected: SourceCell.clipped(look.cell.text))
      }
      let struck = strikes.first.map { cell in
        BuiltInRule.struckText.finding(
          unit: unit, file: file, sheet: sheet.name, cells: strikes.prefix(Self.named).map(\.reference.a1),
          text: SourceCell.clipped(cell.text), value: SourceCell.clipped(cell.text))
      }
      return [shown, struck].compactMap(\.self)
    }
  }

  private func isKnown(_ cell: SourceCell, on sheet: SourceSheet, _ rule: BuiltInRule) -> Bool {
    known.contains { finding in
      finding.sheet == sheet.name && finding.rule == rule.rawValue && finding.cells.contains(cell.reference.a1)
    }
  }
}
