import FoundationEssentials
import PlanModel
import SpreadsheetML
import Testing
import Validation
import XLSXReading

@testable import Forms

/// A plan with a row of every kind, its form as written and read back, and a clerk's hand on it.
enum FormSample {
  static let june = Period("2024-06")!
  static let key = SigningKey(file: "a key for tests and nothing else")!
  static let east = Unit(id: "east", name: "东县民政局", short: "东县", kind: .county)
  /// A unit that has nothing to report.
  static let west = Unit(id: "west", name: "西县民政局", short: "西县", kind: .county)

  static let indicators = [
    Indicator(
      code: "1-01", name: "适老化改造", value: 100, measure: "户", reportedBy: ["east"], allocation: ["east": 100],
      illustrative: .fields(["allocation"])),
    Indicator(
      code: "1-02", name: "销售量", value: 40000, measure: "万元", kind: .money, accumulation: .flow, reportedBy: ["east"],
      places: 2
    ),
    Indicator(code: "1-03", name: "床位数", role: .context, measure: "张", accumulation: .level, reportedBy: ["east"]),
    Indicator(
      code: "1-04", name: "印发方案", comparator: .complete, kind: .milestone, accumulation: .milestone,
      aggregate: .milestone,
      deadline: .init(date: CivilDate("2024-12-31")!, isStated: true), reportedBy: ["east"]),
    Indicator(
      code: "1-05", name: "月调度", role: .mechanism, comparator: .complete, measure: "次", kind: .milestone,
      accumulation: .flow,
      aggregate: .milestone, reportedBy: ["east"]),
    Indicator(
      code: "1-06", name: "责任制落实", role: .direction, comparator: .complete, kind: .text, accumulation: .level,
      reportedBy: ["east"]),
  ]

  static let plan = Plan(
    title: "2024年计划", issuer: "某市民政局", year: 2024, units: [east, west],
    tasks: [PlanTask(id: "1", heading: "养老服务", text: "养老服务。", leads: [], responsible: [], indicators: indicators)],
    reporting: Reporting(units: ["east"], from: Period("2024-04"), due: [.month: .init(monthsAfter: 1, day: 5)]))

  static let previous: [String: FixedDecimal] = ["1-01": 50, "1-02": FixedDecimal("17408.9")!, "1-05": 2]

  /// The form as the writer makes it, read back.
  static func template(
    previous: [String: FixedDecimal] = previous, plan: Plan = plan, key: SigningKey = key, period: Period = june
  ) throws -> SourceWorkbook {
    SourceWorkbook(try Workbook(bytes: bytes(previous: previous, plan: plan, key: key, period: period)))
  }

  static func bytes(
    previous: [String: FixedDecimal] = previous, plan: Plan = plan, key: SigningKey = key, period: Period = june
  ) throws -> [UInt8] {
    let path = FileManager.default.temporaryDirectory.appending(path: "form-\(UUID().uuidString).xlsx").path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    try TemplateWriter(rules: RulePackage(plan: plan), unit: east, period: period, previous: previous).write(
      to: path, key: key)
    return Array(try #require(FileManager.default.contents(atPath: path)))
  }

  /// What a clerk with nothing special to report types in.
  static let sound: [Entry] = [
    .init("1-01", .cumulative, .number(60)), .init("1-02", .current, .number(3977.52)),
    .init("1-03", .cumulative, .number(120)),
    .init("1-04", .cumulative, .string("推进中")),
    .init("1-05", .current, .date(CalendarMoment(day: CalendarDay(year: 2024, month: 6, day: 12)!))),
    .init("1-06", .progress, .string("压实责任，召开会议2次。")), .init("1-02", .problems, .string("上半年偏低")),
    .init("1-02", .nextSteps, .string("加大促销")),
  ]

  struct Entry {
    let code: String
    let column: FormColumn
    let value: CellValue?

    init(_ code: String, _ column: FormColumn, _ value: CellValue?) {
      (self.code, self.column, self.value) = (code, column, value)
    }
  }

  static func read(_ workbook: SourceWorkbook, period: Period? = june, plan: Plan = plan, key: SigningKey? = key)
    -> Reading
  {
    SubmissionReader(plan: plan, period: period, key: key).readForms(workbook, file: "东县.xlsx", digest: "d")[0].reading
  }
}

extension SourceWorkbook {
  var form: SourceSheet { sheets.first { $0.name == "填报表" } ?? sheets[1] }

  /// The same workbook with one sheet put in place of another of its name.
  func with(_ sheet: SourceSheet, for name: String = "填报表") -> SourceWorkbook {
    SourceWorkbook(sheets: sheets.map { $0.name == name ? sheet : $0 }, properties: properties)
  }

  /// The form filled; a later entry for the same cell wins.
  func filled(_ entries: [FormSample.Entry]) -> SourceWorkbook {
    let form = form
    var cells = form.cells
    for entry in entries {
      let row = form.rows.first { form.text(row: $0, column: 0) == entry.code } ?? 0
      let header = form.cells(inRow: 4).first { $0.text == entry.column.chinese }
      let reference = CellReference(row: row, column: header?.reference.column ?? 0)
      cells.removeAll { $0.reference == reference }
      cells.append(
        SourceCell(reference: reference, value: entry.value, formula: nil, isPercentage: false, lacksResult: false))
    }
    return with(form.with(cells: cells))
  }
}

extension SourceSheet {
  func with(
    name: String? = nil, cells: [SourceCell]? = nil, hiddenRows: Set<Int>? = nil, hiddenColumns: Set<Int>? = nil,
    merged: [CellRange]? = nil, comments: [Comment] = []
  ) -> SourceSheet {
    SourceSheet(
      name: name ?? self.name, isHidden: isHidden, cells: cells ?? self.cells,
      hiddenRows: hiddenRows ?? self.hiddenRows,
      hiddenColumns: hiddenColumns ?? self.hiddenColumns, merged: merged ?? Array(self.merged), comments: comments)
  }

  /// The cells and merged ranges moved: each to the place that the function gives, or dropped.
  func moved(_ place: (CellReference) -> CellReference?) -> SourceSheet {
    with(
      cells: cells.compactMap { cell in
        place(cell.reference).map {
          SourceCell(
            reference: $0, value: cell.value, formula: cell.formula, isPercentage: cell.isPercentage,
            lacksResult: cell.lacksResult)
        }
      },
      merged: merged.compactMap { range in
        guard let first = place(range.topLeft), let last = place(range.bottomRight) else { return nil }
        return CellRange(first, last)
      })
  }
}
