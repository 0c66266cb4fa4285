import PlanModel
import SpreadsheetML
import Validation

/// Where a finding about the file that came in stands in its return.
///
/// The unit may have moved rows and columns; the return has them where they were, so that cells are carried over by
/// what they mean.
struct ReturnPlaces {
  let layout: FormLayout
  let form: FormSheet
  let signature: Submission.Signature?
  /// The meaning of the cells that were read, by `sheet!cell`.
  private var places: [String: FormContents.Place] = [:]
  /// The same of lists, whose rows a return has in the order in which they were read, and of 条线复核.
  private var lists: [String: ReturnTarget] = [:]
  /// The names of those sheets in the file that came in.
  private let sideSheets: Set<String>

  init(layout: FormLayout, submission: Submission?) {
    self.layout = layout
    form = FormSheet(layout)
    signature = submission?.signature
    lists = Self.lists(layout, submission).merging(Self.review(layout, submission)) { first, _ in first }
    let printed = (layout.lists ?? []).map(\.sheet) + [layout.review?.sheet].compactMap(\.self)
    sideSheets = Set(printed + lists.keys.compactMap { key in key.lastIndex(of: "!").map { String(key[..<$0]) } })
    let columns = FormColumn.sentOut
    for row in submission?.rows ?? [] {
      for column in columns {
        guard let origin = row.entry(column).origin else { continue }
        // A dash in 本期 is that of 累计 too: it has to be mended where it was typed.
        if places["\(origin.sheet)!\(origin.cell)"] == nil {
          places["\(origin.sheet)!\(origin.cell)"] = .init(code: row.code, column: column)
        }
      }
    }
  }

  private static func lists(_ layout: FormLayout, _ submission: Submission?) -> [String: ReturnTarget] {
    var targets: [String: ReturnTarget] = [:]
    for table in layout.lists ?? [] {
      let rows = submission?.lists[table.code] ?? []
      let grid = ListGrid(table: table, filled: rows.count)
      for (index, row) in rows.enumerated() {
        for column in ListColumn.entries {
          guard let origin = row.values[column.chinese]?.origin else { continue }
          targets["\(origin.sheet)!\(origin.cell)"] = ReturnTarget(
            place: .list(.init(code: table.code, row: index, column: column)), sheet: table.sheet,
            cell: grid.cell(column, ListGrid.firstRow + index))
        }
      }
    }
    return targets
  }

  private static func review(_ layout: FormLayout, _ submission: Submission?) -> [String: ReturnTarget] {
    guard let table = layout.review, let review = submission?.review else { return [:] }
    let grid = ReviewGrid(table: table)
    var targets: [String: ReturnTarget] = [:]
    func add(_ code: String, _ column: ReviewColumn, _ origin: FigureOrigin?) {
      guard let origin, let row = grid.row(code) else { return }
      targets["\(origin.sheet)!\(origin.cell)"] = ReturnTarget(
        place: .review(.init(code: code, column: column)), sheet: table.sheet, cell: grid.cell(column, row))
    }
    for words in review.words {
      for column in [ReviewColumn.progress, .problems, .nextSteps] {
        add(words.task, column, words.entry(column).origin)
      }
    }
    for opinion in review.opinions {
      add(opinion.code, .verdict, opinion.origin)
      add(opinion.code, .remark, opinion.remark.origin)
    }
    return targets
  }

  func targets(of finding: Finding) -> [ReturnTarget] {
    if let entry = signingEntry(finding) { return [signing(entry)] }
    let listed = finding.cells.compactMap { lists["\(finding.sheet ?? "")!\($0)"] }
    if !listed.isEmpty { return listed }
    let known = finding.cells.compactMap { places["\(finding.sheet ?? "")!\($0)"] }
    if !known.isEmpty { return known.compactMap(target) }
    // What cannot be told from a list or a review is no fault of the form's own figure.
    if isOfSideSheet(finding) { return [] }
    guard let code = finding.indicator, let row = layout.row(code) else { return [] }
    let named = finding.column.flatMap { name in FormColumn.sentOut.first { $0.chinese == name } }
    return [target(.init(code: code, column: named ?? row.decidingColumn))].compactMap(\.self)
  }

  /// Returns true for a finding on 明细表 or 条线复核.
  func isOfSideSheet(_ finding: Finding) -> Bool {
    finding.rule == BuiltInRule.sheetsDiffer.rawValue && finding.indicator != nil
      || finding.sheet.map { sideSheets.contains($0) && $0 != layout.sheet } == true
  }

  private func target(_ place: FormContents.Place) -> ReturnTarget? {
    guard let index = layout.rows.firstIndex(where: { $0.code == place.code }), form.columns[place.column] != nil else {
      return nil
    }
    return ReturnTarget(
      place: .form(place), sheet: layout.sheet, cell: form.cell(place.column, FormSheet.firstRow + index))
  }

  private func signingEntry(_ finding: Finding) -> FormContents.SigningEntry? {
    guard let signature, let cell = finding.cells.first else { return nil }
    return FormContents.SigningEntry.allCases.first { entry in
      guard let place = signature.places[entry.rawValue] else { return false }
      return place.cell == cell && place.sheet == finding.sheet
    }
  }

  private func signing(_ entry: FormContents.SigningEntry) -> ReturnTarget {
    ReturnTarget(
      place: .signing(entry), sheet: SigningWriter.sheet,
      cell: CellReference(row: SigningWriter.row(of: entry), column: SigningWriter.entryColumn))
  }
}
