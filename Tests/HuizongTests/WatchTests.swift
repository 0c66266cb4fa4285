import Consolidation
import Forms
import FoundationEssentials
import PlanModel
import TestSupport
import Testing

@testable import Huizong

/// An inbox that is looked into again and again.
@Suite struct WatchTests {
  private let folder: Folder
  private let plan: OpenPlan

  init() throws {
    folder = try Folder()
    try folder.write(OfficePlan.text, to: "plan.yaml")
    try folder.write("a key for tests and nothing else", to: "office.key")
    try folder.write("file,date\n", to: "inbox/receipts.csv")
    plan = try OpenPlan(path: "\(folder.path)/plan.yaml")
  }

  private func job(ledger: String? = nil) throws -> WatchJob {
    try WatchJob(
      plan: plan, period: Period("2024-06")!, inbox: "\(folder.path)/inbox", dueBy: CivilDate("2024-07-08"),
      ledger: ledger, clock: OfficeClock(now: "2024-07-04"), workers: 1)
  }

  private func answers(_ place: String = "inbox") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(folder.path)/\(place)/\(Inbox.answers)").sorted()
  }

  /// A form with something to mend.
  private static func broken() throws -> [UInt8] { try SmallOffice().form("east") { $0.set("01", .cumulative, "很多") } }

  @Test func `a sound file gets a receipt, another its return and the message that goes with it`() async throws {
    try folder.write(bytes: SmallOffice.sounding().form("west"), to: "inbox/西县.xlsx")
    try folder.write(bytes: Self.broken(), to: "inbox/县区/东县.xlsx")
    try folder.write("not a workbook", to: "inbox/坏.xlsx")
    var state = WatchJob.State()
    let answers = try await job().look(&state, isLast: true)
    #expect(answers.map(\.file) == ["县区/东县.xlsx", "坏.xlsx", "西县.xlsx"])
    #expect(answers.map(\.isSound) == [false, false, true])
    let beside = try self.answers()
    #expect(beside.count == 2)
    #expect(beside[0].hasPrefix("坏.xlsx（") && beside[0].hasSuffix("）退回单.txt"))
    #expect(beside[1].hasPrefix("西县.xlsx（") && beside[1].hasSuffix("）回执.txt"))
    let receipt = String(decoding: try folder.bytes("inbox/\(Inbox.answers)/\(beside[1])"), as: UTF8.self)
    #expect(receipt.hasPrefix("【回执】西县民政局：2024年6月填报表（西县.xlsx）已收到"))
    let returned = try self.answers("inbox/县区")
    #expect(returned.count == 2)
    #expect(returned.contains { $0.hasPrefix("退回-2024年6月填报表-东县民政局（") && $0.hasSuffix("）.xlsx") })
    let message = try #require(returned.first { $0.hasSuffix("退回单.txt") })
    let text = String(decoding: try folder.bytes("inbox/县区/\(Inbox.answers)/\(message)"), as: UTF8.self)
    #expect(text.contains("【退回单】东县民政局") && text.contains("2024年7月8日"))
    for name in returned where name.hasSuffix(".xlsx") { #expect(text.contains(name)) }
  }

  @Test func `what a clerk typed is shown in the notice, and never obeyed`() async throws {
    let form = try SmallOffice().form("east") { $0.set("01", .cumulative, "很多_x001B_]0;x_x0007_\u{202E}户") }
    try folder.write(bytes: form, to: "inbox/东县.xlsx")
    var state = WatchJob.State()
    let answer = try #require(try await job().look(&state, isLast: true).first)
    let notice = try #require(FileManager.default.contents(atPath: answer.message))
    let text = String(decoding: notice, as: UTF8.self)
    #expect(text.contains("很多␛]0;x␇⟨U+202E⟩户"), "\(text)")
    #expect(!text.unicodeScalars.contains { [0x1B, 7, 0x202E].contains($0.value) })
  }

  @Test func `an answered file is not answered again, neither by this run nor by the next; a new one is`() async throws
  {
    try folder.write(bytes: Self.broken(), to: "inbox/东县.xlsx")
    var state = WatchJob.State()
    #expect(try await job().look(&state, isLast: true).count == 1)
    #expect(try await job().look(&state, isLast: true) == [])
    var next = WatchJob.State()
    #expect(try await job().look(&next, isLast: true) == [])
    try folder.write(bytes: SmallOffice.sounding().form("east"), to: "inbox/东县.xlsx")
    #expect(try await job().look(&state, isLast: true).map(\.isSound) == [true])
    #expect(try answers().count == 3, "a return, its message, and a receipt")
  }

  @Test func `a file that is still being copied is left until it looks the same twice`() async throws {
    let bytes = try SmallOffice.sounding().form("west")
    var state = WatchJob.State()
    try folder.write(bytes: Array(bytes.prefix(4_000)), to: "inbox/西县.xlsx")
    #expect(try await job().look(&state) == [])
    try folder.write(bytes: bytes, to: "inbox/西县.xlsx")
    #expect(try await job().look(&state) == [])
    #expect(try await job().look(&state).map(\.isSound) == [true])
  }

  @Test func `answers are no submissions, and no file is left unnamed`() async throws {
    try folder.write(bytes: Self.broken(), to: "inbox/东县.xlsx")
    var state = WatchJob.State()
    _ = try await job().look(&state, isLast: true)
    let outcome = try await ConsolidateJob(
      plan: plan, period: Period("2024-06")!, source: .inbox("\(folder.path)/inbox", earlier: []), workers: 1
    ).run()
    #expect(outcome.intake.reports.map(\.file) == ["东县.xlsx"])
    #expect(outcome.intake.ignored.count == 2 && outcome.intake.filesSeen == 3)
  }

  @Test func `with a ledger the day on which a file was first seen is kept`() async throws {
    try folder.write(bytes: SmallOffice.sounding().form("west"), to: "inbox/西县.xlsx")
    var state = WatchJob.State()
    let ledger = "\(folder.path)/ledger.sqlite"
    _ = try await job(ledger: ledger).look(&state, isLast: true)
    let outcome = try await StatusJob(
      plan: plan, period: Period("2024-06")!, source: .ledger(ledger), clock: OfficeClock(now: "2024-07-20"), workers: 1
    ).run()
    let west = try #require(outcome.units.first { $0.unit.id == "west" })
    #expect(west.status == .onTime && west.firstReceived == CivilDate("2024-07-04"))
  }

  @Test func `files of one name in two archives have an answer each, with the archive's name`() async throws {
    for name in ["东县", "西县"] {
      try folder.write(bytes: ZipFile([ZipEntry("月报/填报表.xlsx", "")]).bytes, to: "inbox/\(name).zip")
    }
    var state = WatchJob.State()
    var told: [String] = []
    let answers = try await job().look(&state, isLast: true, answering: { told.append($0.file) })
    #expect(told == ["东县.zip/月报/填报表.xlsx", "西县.zip/月报/填报表.xlsx"] && answers.map(\.file) == told)
    #expect(try self.answers().map { $0.prefix { $0 != "（" } } == ["东县.zip／月报／填报表.xlsx", "西县.zip／月报／填报表.xlsx"])
    let notice = String(decoding: try #require(FileManager.default.contents(atPath: answers[0].message)), as: UTF8.self)
    #expect(notice.contains("东县.zip"))
  }

  @Test func `a file over which one run ended is read once more, after two it is left`() async throws {
    let bytes = try SmallOffice.sounding().form("west")
    try folder.write(bytes: bytes, to: "inbox/西县.xlsx")
    let mark = "\(folder.path)/inbox/\(Inbox.answers)/西县.xlsx（\(Digest.hex(of: bytes).prefix(8))）正在审核.txt"
    try folder.write("\n", to: String(mark.dropFirst(folder.path.count + 1)))
    var state = WatchJob.State()
    #expect(try await job().look(&state, isLast: true).map(\.isSound) == [true])
    for name in try answers() {
      try FileManager.default.removeItem(atPath: "\(folder.path)/inbox/\(Inbox.answers)/\(name)")
    }
    try folder.write("\n\n", to: String(mark.dropFirst(folder.path.count + 1)))
    state = WatchJob.State()
    let answer = try #require(try await job().look(&state, isLast: true).first)
    #expect(!answer.isSound && answer.message.hasSuffix("退回单.txt") && answer.workbook == nil)
    #expect(try answers().count == 1, "the mark is gone")
  }

  @Test func `what another run is working on is left to it`() async throws {
    let bytes = try SmallOffice.sounding().form("west")
    try folder.write(bytes: bytes, to: "inbox/西县.xlsx")
    let mark = "\(folder.path)/inbox/\(Inbox.answers)/西县.xlsx（\(Digest.hex(of: bytes).prefix(8))）正在审核.txt"
    try folder.write("", to: String(mark.dropFirst(folder.path.count + 1)))
    let other = try #require(try AttemptMark(mark))
    var state = WatchJob.State()
    #expect(try await job().look(&state, isLast: true) == [])
    // The other one may end without an answer: this one comes back to it.
    other.end()
    #expect(try await job().look(&state, isLast: true).map(\.isSound) == [true])
  }

  @Test func `with a ledger what is wrong with the list of receipts is said once`() async throws {
    try folder.write("file,date\n西县.xlsx,坏日\n", to: "inbox/receipts.csv")
    try folder.write(bytes: SmallOffice.sounding().form("west"), to: "inbox/西县.xlsx")
    var state = WatchJob.State()
    var told: [String] = []
    func look() async throws {
      _ = try await job(ledger: "\(folder.path)/ledger.sqlite").look(
        &state, isLast: true, saying: { told += $0.messages(in: .chinese) })
    }
    try await look()
    try folder.write(bytes: Self.broken(), to: "inbox/东县.xlsx")
    try await look()
    #expect(told.count == 1 && told.first?.contains("坏日") == true, "\(told)")
  }

  @Test func `an answer of nothing is none`() async throws {
    let bytes = try SmallOffice.sounding().form("west")
    try folder.write(bytes: bytes, to: "inbox/西县.xlsx")
    try folder.write("", to: "inbox/\(Inbox.answers)/西县.xlsx（\(Digest.hex(of: bytes).prefix(8))）回执.txt")
    var state = WatchJob.State()
    #expect(try await job().look(&state, isLast: true).map(\.isSound) == [true])
  }

  @Test func `a mended return closes the matter`() async throws {
    try folder.write(bytes: Self.broken(), to: "inbox/东县.xlsx")
    var state = WatchJob.State()
    let path = try #require(try await job().look(&state, isLast: true).first?.workbook)
    var editor = try FormEditor(Array(#require(FileManager.default.contents(atPath: path))))
    editor.set("01", .cumulative, .number("31"))
    try folder.write(bytes: editor.parts.bytes, to: "inbox/改好.xlsx")
    #expect(try await job().look(&state, isLast: true).map(\.isSound) == [true])
  }
}
