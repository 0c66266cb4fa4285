import Dispatch
import Forms
import FoundationEssentials
import Glibc
import Huizong
import PlanModel
import SpreadsheetML
import Synchronization
import TestSupport
import Validation
import XLSXReading

/// A bureau with two counties and a plan of a few items; what the targets change was made with it.
enum SmallOffice {
  static let period = Period("2024-06")!
  static let received = CivilDate("2024-07-03")!

  static let planText = """
    version: 1
    revision: 1
    title: 小计划
    titleStated: false
    issuer: 某市民政局
    year: 2024
    units:
      - {id: office, name: 局办公室, kind: section}
      - {id: east, name: 东县民政局, short: 东县, kind: county}
      - {id: west, name: 西县民政局, short: 西县, kind: county}
    tasks:
      - id: "1.1"
        path: [一]
        heading: 养老服务
        text: 养老服务。
        leads: [局办公室]
        responsible: []
        source: {line: 1, column: 1, endLine: 1, endColumn: 5}
        indicators:
          - {code: "1.1-01", name: 适老化改造, quote: 养老服务, role: target, value: 100, unit: 户, kind: count, measure: cumulative, aggregate: sum, frequency: month, reportedBy: [east, west], allocation: {东县: 60, 西县: 40}}
          - {code: "1.1-02", name: 彩票销售量, quote: 养老服务, role: target, value: 40000, unit: 万元, decimals: 2, kind: money, measure: flow, aggregate: sum, frequency: month, reportedBy: [east]}
          - {code: "1.1-03", name: 印发方案, quote: 养老服务, role: target, comparator: complete, kind: milestone, measure: milestone, aggregate: milestone, frequency: month, reportedBy: [east]}
    reporting:
      units: [east, west]
      counties: [east, west]
      from: 2024-04
      due: {month: 次月5日}
      key: office.key
    layouts:
      - id: yuebao
        title: 县里的月报表
        fixed: [{cell: A1, text: 月报表}]
        unit: {label: 填报单位}
        period: {label: 所属期}
        columns: {indicator: 项目, unit: 计量单位, cumulative: 累计完成, progress: 情况}

    """

  /// The folder of this run, which whoever starts it makes and takes away.
  static let folder: String = {
    // Nobody changes the environment while a run goes on.
    guard let name = unsafe getenv("HUIZONG_FUZZ_FOLDER") else { fatalError("HUIZONG_FUZZ_FOLDER names no folder") }
    let folder = unsafe String(cString: name)
    write(Array(planText.utf8), to: "\(folder)/plan.yaml")
    write(Array("a key for tests and nothing else\n".utf8), to: "\(folder)/office.key")
    return folder
  }()

  static let plan: OpenPlan = made { try OpenPlan(path: "\(folder)/plan.yaml") }

  /// The parts of the eastern county's form as it was filled, by their names, the largest last.
  static let form: [(name: String, content: [UInt8])] = {
    let forms = made {
      try waiting {
        try await TemplateJob(
          plan: plan, period: period, units: ["east"], history: [], output: "\(folder)/out", workers: 1
        ).run { _ in }
      }
    }
    let bytes = read(forms[0].path)
    let archive = made { try ArchiveReader(bytes: bytes) }
    var parts = archive.entries.map { entry in (name: entry.name, content: made { try archive.read(entry) }) }
    fill(&parts, made { try Workbook(bytes: bytes) })
    return parts.sorted { $0.content.count < $1.content.count }
  }()

  /// Types a clerk's figures into the sheet of the form.
  private static func fill(_ parts: inout [(name: String, content: [UInt8])], _ workbook: Workbook) {
    guard let place = workbook.worksheets.firstIndex(where: { $0.name == "填报表" }) else {
      fatalError("the form has no 填报表")
    }
    let snapshot = made { try workbook.worksheets[place].snapshot() }
    let entries = ["1.1-01": ("累计完成", "60"), "1.1-02": ("本月完成", "3977.52"), "1.1-03": ("累计完成", "45450")]
    guard let number = parts.firstIndex(where: { $0.name == "xl/worksheets/sheet\(place + 1).xml" }) else {
      fatalError("the form's sheet is another part")
    }
    var text = String(decoding: parts[number].content, as: UTF8.self)
    for cell in snapshot.cells {
      guard case .string(let code) = cell.value, let (head, value) = entries[code],
        let column = snapshot.cells.first(where: { $0.value == .string(head) })?.reference.column
      else { continue }
      let reference = CellReference(row: cell.reference.row, column: column).a1
      guard let start = text.firstRange(of: "<c r=\"\(reference)\""),
        let end = text[start.upperBound...].firstRange(of: "/>"), !text[start.upperBound..<end.lowerBound].contains(">")
      else { fatalError("\(reference) is not there to be filled") }
      text.replaceSubrange(end, with: "><v>\(value)</v></c>")
    }
    parts[number].content = Array(text.utf8)
  }

  /// Returns the bytes of a workbook of these parts.
  static func workbook(_ parts: [(name: String, content: [UInt8])]) -> [UInt8] {
    ZipFile(parts.map { ZipEntry($0.name, $0.content) }).bytes
  }

  // MARK: Files

  static func write(_ bytes: [UInt8], to path: String) {
    made { try Data(bytes).write(to: URL(filePath: path)) }
  }

  static func read(_ path: String) -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else { fatalError("there is no \(path)") }
    return Array(data)
  }

  /// Returns what was made for the targets to start from; that it cannot be made is no find.
  static func made<Value>(_ body: () throws -> Value) -> Value {
    do {
      return try body()
    } catch {
      fatalError("the start cannot be made: \(error)")
    }
  }

  /// Waits for what runs elsewhere: libFuzzer wants its answer before it goes on.
  static func waiting<Value: Sendable>(_ body: @escaping @Sendable () async throws -> Value) throws -> Value {
    let answer = Answer<Value>()
    Task {
      do {
        answer.give(.success(try await body()))
      } catch {
        answer.give(.failure(error))
      }
    }
    return try answer.wait()
  }
}

/// What a task came to, for a thread that waits for it.
private final class Answer<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, any Error>?>(nil)
  private let isThere = DispatchSemaphore(value: 0)

  func give(_ value: Result<Value, any Error>) {
    result.withLock { $0 = value }
    isThere.signal()
  }

  func wait() throws -> Value {
    isThere.wait()
    guard let value = result.withLock({ $0 }) else { fatalError("no answer") }
    return try value.get()
  }
}
