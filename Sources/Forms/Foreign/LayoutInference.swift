public import PlanModel
import SpreadsheetML
public import XLSXReading

/// Proposes the description of a form from an example of it. A person looks it over: what is guessed is marked.
public struct LayoutInference: Sendable {
  public let plan: Plan

  public init(plan: Plan) { self.plan = plan }

  public struct Proposal: Hashable, Sendable {
    public var layout: ForeignLayout
    /// Rows in the order of the form.
    public var rows: [Row] = []
    /// True if one of these was not found and has to be filled in.
    public var lacksUnit = false
    public var lacksPeriod = false
    public var lacksFigure = false
    /// What the form is read as by this description, unit by unit.
    public var trial: [FilePart] = []
  }

  /// A row of the form with the indicator that it seems to be.
  public struct Row: Hashable, Sendable {
    /// The form's code or name.
    public let key: String
    public let name: String
    public let code: String?
    /// True if code or name are the plan's own, and nothing has to be looked over.
    public let isExact: Bool
  }

  /// Returns the layout that an example has; `nil` where no sheet has a row of headers with indicators.
  ///
  /// - Throws: why a sheet cannot be read: it may be the form.
  public func propose(_ workbook: Workbook, file: String) throws(XLSXReadError) -> Proposal? {
    let found = SourceWorkbook(workbook)
    if let unread = found.unread.first { throw unread.error }
    let headers = found.sheets.compactMap { sheet in sheet.isHidden ? nil : FoundHeaders(sheet) }
    guard let best = headers.max(by: { $0.score < $1.score }) else { return nil }
    let same = headers.filter { $0.columns == best.columns }
    var proposal = describe(best, same, found)
    proposal.trial = trial(proposal, found, file: file)
    return proposal
  }

  private func describe(_ best: FoundHeaders, _ same: [FoundHeaders], _ workbook: SourceWorkbook) -> Proposal {
    let named = same.filter { plan.unit(named: $0.sheet.name) != nil }
    let isByUnit = !named.isEmpty
    var proposal = Proposal(
      layout: ForeignLayout(
        id: "form", title: title(best), sheets: isByUnit ? [] : [best.sheet.name],
        except: isByUnit ? same.filter { plan.unit(named: $0.sheet.name) == nil }.map(\.sheet.name) : [], unit: [],
        columns: best.columns))
    let places = PlaceFinder(workbook: workbook, table: best, plan: plan)
    proposal.layout.unit = isByUnit ? [.init(spot: .sheetName)] : places.unit.map { [$0] } ?? []
    proposal.lacksUnit = proposal.layout.unit.isEmpty
    proposal.layout.period = places.period
    proposal.lacksPeriod = places.period == nil
    proposal.lacksFigure = ForeignLayout.Column.figures.allSatisfy { best.columns[$0] == nil }
    proposal.rows = rows(isByUnit ? named : [best])
    // Names and codes that are the plan's own need no list.
    if proposal.rows.contains(where: { !$0.isExact }) {
      proposal.layout.rows = Dictionary(
        proposal.rows.compactMap { row in row.code.map { (row.key, $0) } }, uniquingKeysWith: { first, _ in first })
    }
    return proposal
  }

  private func title(_ table: FoundHeaders) -> String {
    let head = table.sheet.rows.filter { $0 < table.row }.flatMap { table.sheet.cells(inRow: $0) }
    let texts = head.map { CellTextCleaner.trimmed($0.text) }
    return texts.first { $0.hasSuffix("表") || $0.hasSuffix("台账") } ?? texts.first { $0.count > 3 } ?? table.sheet.name
  }

  // MARK: Rows

  private func rows(_ tables: [FoundHeaders]) -> [Row] {
    var seen: Set<String> = []
    var taken: Set<String> = []
    var rows: [Row] = []
    let reported = plan.indicators.filter { !$0.reportedBy.isEmpty }.map { (code: $0.code, name: RowName($0.name)) }
    for table in tables {
      for row in table.sheet.rows where row > table.row {
        let code = table.text(.code, row: row)
        let name = table.text(.indicator, row: row)
        let first = table.sheet.cells(inRow: row).first { $0.value != nil }?.text ?? ""
        let key = code.isEmpty ? name : code
        guard !key.isEmpty, !ForeignReader.skipped.contains(where: { first.hasPrefix($0) }), seen.insert(key).inserted
        else { continue }
        let free = reported.filter { !taken.contains($0.code) }
        let match = indicator(code: code, name: name, free, likens: rows.count < Self.mostRows)
        if let match { taken.insert(match.code) }
        rows.append(Row(key: key, name: name, code: match?.code, isExact: match?.isExact ?? false))
      }
    }
    return rows
  }

  /// Rows whose names are held against those of all indicators; of more that an example has, only names that are equal
  /// count.
  private static let mostRows = 2_000

  /// - Parameters:
  ///   - free: the indicators that no row before has taken.
  ///   - likens: whether a name that is like an indicator's will do.
  private func indicator(
    code: String, name: String, _ free: [(code: String, name: RowName)], likens: Bool
  ) -> (code: String, isExact: Bool)? {
    if plan.indicator(code: code) != nil { return (code, true) }
    let name = RowName(name)
    guard !name.key.isEmpty else { return nil }
    let equal = free.filter { $0.name.key == name.key }
    if equal.count == 1 { return (equal[0].code, true) }
    guard likens else { return nil }
    let near = free.map { ($0.code, $0.name.likeness(to: name)) }.filter { $0.1 >= 0.5 }
      .sorted { ($0.1, $1.0) > ($1.1, $0.0) }
    // Of two that are as near neither is taken.
    guard let best = near.first, near.count < 2 || near[1].1 < best.1 else { return nil }
    return (best.0, false)
  }

  // MARK: Trial

  private func trial(_ proposal: Proposal, _ workbook: SourceWorkbook, file: String) -> [FilePart] {
    guard !proposal.lacksUnit, !proposal.lacksFigure else { return [] }
    var plan = plan
    plan.layouts = [proposal.layout]
    let end = Period(kind: .month, year: plan.year, ordinal: 12)
    let reader = SubmissionReader(plan: plan, period: proposal.lacksPeriod ? end : nil, key: nil)
    return ForeignReader(reader: reader, workbook: workbook, file: file, digest: "").read() ?? []
  }
}

/// The name of a row or an indicator, to be held against others.
struct RowName {
  let key: String
  private let count: Int
  /// Neighbouring characters, together.
  private let pairs: Set<String>

  init(_ name: String) {
    key = CellTextCleaner.key(name)
    count = key.count
    pairs = Set(zip(key, key.dropFirst()).map { "\($0)\($1)" })
  }

  /// Returns the share of pairs of neighbouring characters that two names have in common; 0.9 where one name stands
  /// wholly in the other.
  func likeness(to other: RowName) -> Double {
    if count > 2, other.count > 2, count > other.count ? key.includes(other.key) : other.key.includes(key) {
      return 0.9
    }
    let all = pairs.count + other.pairs.count
    return all == 0 ? 0 : 2 * Double(pairs.intersection(other.pairs).count) / Double(all)
  }
}

extension ForeignLayout.Column {
  static let figures: [ForeignLayout.Column] = [.value, .current, .cumulative]
}

/// The row of a sheet that seems to head a table of indicators.
struct FoundHeaders {
  let sheet: SourceSheet
  let row: Int
  let columns: [ForeignLayout.Column: [String]]
  private let places: [ForeignLayout.Column: Int]

  /// The words of headers, those that say most first.
  private static let words: [(ForeignLayout.Column, [String])] = [
    (.code, ["指标编码", "指标代码", "编码", "代码", "编号"]),
    (.indicator, ["指标名称", "指标", "项目名称", "项目", "工作任务", "目标任务", "重点工作", "工作内容", "任务", "内容", "名称"]),
    (.measure, ["计量单位", "单位"]),
    (.target, ["目标值", "年度目标", "全年目标", "全年任务", "目标任务数", "任务数", "计划数", "目标"]),
    (.previous, ["上期累计", "截至上月", "截至上期", "上月累计", "期初"]),
    (.current, ["本期完成", "本月完成", "本季完成", "当月完成", "本期", "本月", "当月", "本季度"]),
    (.cumulative, ["累计完成", "累计完成数", "累计", "截至本月", "年初以来累计"]), (.value, ["完成值", "完成数", "实际完成", "完成情况", "完成"]),
    (.progress, ["进展情况", "工作进展", "进展"]), (.problems, ["存在问题", "存在的问题", "问题", "困难"]),
    (.nextSteps, ["下一步措施", "下步措施", "下一步打算", "下一步工作", "措施"]), (.explanation, ["核实说明", "备注", "说明"]),
  ]

  init?(_ sheet: SourceSheet) {
    var best: (row: Int, columns: [ForeignLayout.Column: [String]], places: [ForeignLayout.Column: Int])?
    for row in sheet.rows.prefix(60) {
      let found = Self.find(ForeignTable.headers(sheet, row: row))
      if found.columns.count > best?.columns.count ?? 0 { best = (row, found.columns, found.places) }
    }
    guard let best, best.columns[.indicator] != nil || best.columns[.code] != nil, best.columns.count >= 2 else {
      return nil
    }
    self.sheet = sheet
    (row, columns, places) = best
  }

  /// How much of a form it looks like.
  var score: Int {
    columns.count * 10 + (ForeignLayout.Column.figures.contains { columns[$0] != nil } ? 5 : 0)
      + min(sheet.rows.count { $0 > row }, 4)
  }

  func text(_ column: ForeignLayout.Column, row: Int) -> String {
    places[column].map { CellTextCleaner.trimmed(sheet.shown(row: row, column: $0).text) } ?? ""
  }

  private static func find(
    _ headers: [(column: Int, words: [String])]
  ) -> (columns: [ForeignLayout.Column: [String]], places: [ForeignLayout.Column: Int]) {
    var columns: [ForeignLayout.Column: [String]] = [:]
    var places: [ForeignLayout.Column: Int] = [:]
    // A title over all columns may be long, and is asked for every word.
    let byKey = Dictionary(grouping: headers) { $0.words.last.map(CellTextCleaner.key) ?? "" }
    for (column, words) in words {
      for word in words {
        let own = byKey[word] ?? []
        guard let hit = own.first(where: { !places.values.contains($0.column) }) else { continue }
        // Two columns of one name are told apart by what stands above them.
        let isOnly = own.count == 1
        columns[column] = isOnly ? hit.words.suffix(1) : Array(hit.words.suffix(2))
        places[column] = hit.column
        break
      }
    }
    if let months = months(headers) { columns[columns[.cumulative] == nil ? .current : .value] = months }
    return (columns, places)
  }

  /// Returns the words above a row of months, with the mark in the place of the number.
  private static func months(_ headers: [(column: Int, words: [String])]) -> [String]? {
    let months = headers.compactMap { header -> [String]? in
      guard let own = header.words.last.map(CellTextCleaner.key), own.hasSuffix("月"), own.count <= 3,
        MonthWords.month(own.dropLast()) != nil
      else { return nil }
      return header.words.dropLast().suffix(1) + ["\(ForeignLayout.monthMark)月"]
    }
    guard months.count >= 3 else { return nil }
    // What stands above every column is the table's title.
    let titles = headers.dropFirst().reduce(Set(headers[0].words)) { $0.intersection($1.words) }
    return Set(months).count == 1 && months[0].count > 1 && !titles.contains(months[0][0])
      ? months[0] : months[0].suffix(1)
  }
}

/// Looks for where a form says whose it is, and for when.
private struct PlaceFinder {
  let workbook: SourceWorkbook
  let table: FoundHeaders
  let plan: Plan

  private static let unitLabels = ["填报单位", "报送单位", "单位名称", "上报单位", "填表单位", "单位"]
  private static let periodLabels = ["报告期", "填报期", "所属期", "期别", "报送期", "截至", "截止"]

  /// Cells that may say it: the head of the table's sheet, then the other sheets.
  private var cells: [(sheet: SourceSheet, cell: SourceCell)] {
    let own = table.sheet.rows.filter { $0 < table.row }.flatMap { table.sheet.cells(inRow: $0) }
    let others = workbook.sheets.filter { $0.name != table.sheet.name }.flatMap { sheet in
      sheet.rows.prefix(40).flatMap { sheet.cells(inRow: $0) }.map { (sheet, $0) }
    }
    return own.map { (table.sheet, $0) } + others
  }

  var unit: ForeignLayout.Place? {
    find(Self.unitLabels) { text in
      ([text] + (text.split { $0.isWhitespace }.first.map { [String($0)] } ?? [])).contains {
        plan.unit(named: $0).map { $0.kind != .group } ?? false
      }
    }
  }

  var period: ForeignLayout.Place? {
    find(Self.periodLabels) { PeriodText($0, year: plan.year) != nil && $0.contains { $0.isNumber } }
  }

  /// Returns the place of a text that is accepted: behind a label, else in a cell of its own, which the label beside it
  /// names where there is one.
  private func find(_ labels: [String], _ accepts: (String) -> Bool) -> ForeignLayout.Place? {
    let places = PlaceReader(workbook: workbook, table: table.sheet)
    for label in labels {
      let place = ForeignLayout.Place(spot: .label(label))
      if let text = places.text(place), accepts(text) { return place }
    }
    for (sheet, cell) in cells where accepts(CellTextCleaner.trimmed(cell.text)) {
      let name = sheet.name == table.sheet.name ? nil : sheet.name
      if cell.reference.column > 0 {
        let left = sheet.shown(row: cell.reference.row, column: cell.reference.column - 1)
        if case .string(let label)? = left.value, !label.isEmpty, label.count <= 20 {
          return .init(sheet: name, spot: .label(CellTextCleaner.trimmed(label)))
        }
      }
      return .init(sheet: name, spot: .cell(cell.reference.a1))
    }
    return nil
  }
}
