import OfficeStyle
public import PlanModel
import SpreadsheetML
import XLSXWriting

/// 台账校验单: one page to print and sign, so that paper proves the file.
///
/// Equal facts make equal bytes.
public struct LedgerCertificate: Sendable {
  /// What the page says of the ledger.
  public struct Facts: Hashable, Sendable {
    /// The name of the file, without its folder.
    public let file: String
    public let events: Int
    /// When the last event was recorded.
    public let lastRecorded: String
    /// The digest of the last event.
    public let head: String
    /// The id of the key with which all is sealed; `nil` where it is not.
    public let key: String?
    /// Ranges of events that the key did not seal, in words; empty for none.
    public let unsealed: String
    public let files, readings, decisions, entries: Int
    /// When the page is made.
    public let issued: String

    public init(
      file: String, events: Int, lastRecorded: String, head: String, key: String?, unsealed: String, files: Int,
      readings: Int, decisions: Int, entries: Int, issued: String
    ) {
      self.file = file
      self.events = events
      self.lastRecorded = lastRecorded
      self.head = head
      self.key = key
      self.unsealed = unsealed
      self.files = files
      self.readings = readings
      self.decisions = decisions
      self.entries = entries
      self.issued = issued
    }
  }

  public let plan: Plan
  public let facts: Facts

  public init(plan: Plan, facts: Facts) {
    self.plan = plan
    self.facts = facts
  }

  static let sheet = "台账校验单"

  /// Writes the workbook; the file appears whole or not at all.
  public func write(to path: String) throws(ReportError) {
    do throws(XLSXWriteError) {
      let day = CivilDate(String(facts.issued.prefix(10)))?.midnight
      let book = try WorkbookWriter(
        path: path,
        properties: DocumentProperties(title: title, company: plan.issuer, created: day), options: .report)
      try writeSheet(to: book.addWorksheet(Self.sheet))
      try book.close()
    } catch {
      throw .writing(error, path: path)
    }
  }

  private var title: String { "\(plan.year)年度重点工作台账校验单" }

  private func writeSheet(to sheet: WorksheetWriter) throws(XLSXWriteError) {
    let fonts: FontSet = plan.reporting.fonts == .official ? .official : .common
    let theme = Theme(fonts: fonts)
    let head = SheetHead(title: title, left: "填制单位：\(plan.issuer)", right: "出具时间：\(minute(facts.issued))", links: [])
    let listing = ListingSheet(
      theme: theme, head: head, columns: [("事项", 20), ("内容", 72)], rows: rows(theme),
      note: "注：校验值由台账里的全部记录逐条算出，改动、删去任何一条，它就不同。日后核对：huizong ledger verify --ledger 台账文件 --plan 计划文件 "
        + "--head 校验值（空格可以不输）；报告“台账完整”，这份台账就是签字时的那一份，或在它后面续记的。",
      frozenColumns: 0)
    try listing.write(to: sheet) { rows, columns, repeated in
      .theme(
        .table, footer: SheetFooter("\(plan.issuer)\(plan.year)年度重点工作", fonts: fonts),
        printArea: CellRange(
          CellReference(row: 1, column: columns.lowerBound), CellReference(row: rows - 1, column: columns.upperBound)),
        repeatedRows: repeated)
    }
  }

  private func rows(_ theme: Theme) -> [TableRow] {
    let sealing = facts.key.map { "全部用密钥 \($0) 封存" } ?? "第\(facts.unsealed)条没有用本局的密钥封存"
    let lines: [(String, String)] = [
      ("台账文件", facts.file), ("记录", "\(facts.events)条，最后一条记于\(minute(facts.lastRecorded))"),
      ("最后一条的校验值", grouped(facts.head)), ("封存", sealing),
      ("其中", "收到文件\(facts.files)份，读表\(facts.readings)次，人工处理\(facts.decisions)次，人工录入\(facts.entries)次"),
      ("核对结果", "台账完整：\(facts.events)条记录环环相扣，各表与记录一致"),
    ]
    let signatures = ["经办人（签字）", "审核人（签字）", "日期"].map { ($0, "") }
    return lines.map { row($0, theme, floor: 28) } + signatures.map { row($0, theme, floor: 40) }
  }

  private func row(_ line: (String, String), _ theme: Theme, floor: Double) -> TableRow {
    TableRow(cells: [.text(line.0, theme.centeredText), .text(line.1, theme.text)], floor: floor)
  }

  /// Returns the digest as two lines of four groups, which are compared more easily than sixty-four digits.
  private func grouped(_ digest: String) -> String {
    stride(from: 0, to: digest.count, by: 32).map { line in
      stride(from: line, to: min(line + 32, digest.count), by: 8).map { String(digest.dropFirst($0).prefix(8)) }
        .joined(separator: " ")
    }.joined(separator: "\n")
  }

  /// Returns `2024-07-10 09:00` of a moment.
  private func minute(_ moment: String) -> String { String(moment.prefix(16)).replacing("T", with: " ") }
}
