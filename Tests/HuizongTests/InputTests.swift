import Consolidation
import FoundationEssentials
import Glibc
import PlanModel
import Synchronization
import TestSupport
import Testing
import Validation

@testable import Huizong

/// What lies in an inbox beside files that can be read: each is named, and costs the others nothing.
@Suite struct InputTests {
  private static let gbk: [UInt8] = [0xB6, 0xAB, 0xCF, 0xD8] + Array(".xlsx".utf8)

  /// A folder with the inbox of two counties and whatever `adding` puts there.
  private func laid(_ adding: (_ inbox: String) throws -> Void) throws -> (folder: Folder, plan: OpenPlan) {
    let office = try SmallOffice.sounding()
    let folder = try Folder()
    let plan = try office.lay(in: folder)
    try adding("\(folder.path)/inbox")
    return (folder, plan)
  }

  private func run(_ folder: Folder, _ plan: OpenPlan) async throws -> ConsolidateJob.Outcome {
    try await ConsolidateJob(
      plan: plan, period: SmallOffice.june, source: .inbox("\(folder.path)/inbox", earlier: []), workers: 2
    ).run()
  }

  private func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
  }

  @Test func `a sheet beyond a limit is refused under the name by which it is raised`() async throws {
    let (folder, sound) = try laid { _ in }
    var limits = InputLimits.standard
    limits[.formCells] = 200
    let plan = try OpenPlan(path: sound.path, limits: limits)
    let outcome = try await run(folder, plan)
    let refused = outcome.period.findings.filter { $0.value == "limit-exceeded" }
    #expect(!refused.isEmpty && refused.allSatisfy { $0.text == "formCells > 200" && $0.id == "E20" })
  }

  @Test func `a list of receipts outside of the inbox is named and says nothing`() async throws {
    let (folder, plan) = try laid { inbox in
      try FileManager.default.removeItem(atPath: "\(inbox)/receipts.csv")
      try FileManager.default.createDirectory(atPath: "\(inbox)/名单", withIntermediateDirectories: true)
      try Data("east.xlsx,2024-07-02\n".utf8).write(to: URL(filePath: "\(inbox)/名单/east.csv"))
      try Data("file,date\nwest.xlsx,2024-07-02\n".utf8).write(to: URL(filePath: "\(inbox)/../outside.csv"))
      try link("\(inbox)/receipts.csv", to: "../outside.csv")
      try link("\(inbox)/名单/receipts.csv", to: "east.csv")
    }
    let outcome = try await run(folder, plan)
    let refused = outcome.intake.reports.filter { $0.disposition == .refused }.map(\.file)
    #expect(refused == ["receipts.csv"] || refused == ["receipts.csv", "名单/east.csv"])
    // The list that a link within the inbox leads to is read, and asks which file is meant.
    let problems = outcome.intake.receipts.problems.map(\.kind)
    #expect(
      problems.contains(.unread(.link)) && problems.contains(.whichFile("east.xlsx", ["east.xlsx", "名单/east.csv"])))
    #expect(outcome.intake.candidates.first { $0.submission.unit == "west" }?.received == nil)
  }

  @Test(arguments: [[UInt8](repeating: 0, count: 5000), Array("%PDF-1.4".utf8), Array("a,b\n1,2\n".utf8)])
  func `what an earlier month's file has become is named, whatever it is`(bytes: [UInt8]) async throws {
    let (folder, plan) = try laid { inbox in
      try FileManager.default.createDirectory(atPath: "\(inbox)/../2024-05", withIntermediateDirectories: true)
      try Data(bytes).write(to: URL(filePath: "\(inbox)/../2024-05/东县.xlsx"))
    }
    let outcome = try await ConsolidateJob(
      plan: plan, period: SmallOffice.june,
      source: .inbox("\(folder.path)/inbox", earlier: ["\(folder.path)/2024-05"]), workers: 1
    ).run()
    #expect(try outcome.report(language: .chinese).contains("往期文件没有读到：2024-05/东县.xlsx"))
  }

  @Test func `an earlier month's form that lost its heads is named while its stamp says whose it is`() async throws {
    let (folder, plan) = try laid { _ in }
    let form = try SmallOffice.sounding().form("east") { form in
      form.parts[FormEditor.form] = form.parts[FormEditor.form]?.replacing("<sheetData>", with: "<sheetData/><x>")
        .replacing("</sheetData>", with: "</x>")
    }
    try folder.write(bytes: form, to: "2024-05/东县.xlsx")
    let outcome = try await ConsolidateJob(
      plan: plan, period: SmallOffice.june,
      source: .inbox("\(folder.path)/inbox", earlier: ["\(folder.path)/2024-05"]), workers: 1
    ).run()
    #expect(outcome.period.earlier.unread == ["2024-05/东县.xlsx"])
  }

  @Test func `links, pipes and sparse files are named, and neither followed nor waited for`() async throws {
    let (folder, plan) = try laid { inbox in
      #expect(unsafe mkfifo("\(inbox)/管道.xlsx", 0o600) == 0)
      #expect(unsafe mkfifo("\(inbox)/receipts.csv.xlsx", 0o600) == 0)
      try link("\(inbox)/外面.xlsx", to: "/etc/hostname")
      try link("\(inbox)/外面", to: "/etc")
      try link("\(inbox)/没有.xlsx", to: "nowhere")
      try link("\(inbox)/自己.xlsx", to: "自己.xlsx")
      try link("\(inbox)/绕回", to: ".")
      try link("\(inbox)/东县又一份.xlsx", to: "east.xlsx")
      for name in ["大.xlsx", "大.pdf"] {
        #expect(FileManager.default.createFile(atPath: "\(inbox)/\(name)", contents: nil))
        #expect(unsafe truncate("\(inbox)/\(name)", 5 << 30) == 0)
      }
    }
    let outcome = try await run(folder, plan)
    let refused = outcome.intake.reports.filter { $0.disposition == .refused }.map(\.file)
    #expect(
      Set(refused) == [
        "管道.xlsx", "receipts.csv.xlsx", "外面.xlsx", "外面", "没有.xlsx", "自己.xlsx", "大.xlsx",
      ])
    for report in outcome.intake.reports where report.disposition == .refused {
      let words = FindingWords(try #require(report.findings.first)).sentence()
      #expect(words.contains("没有读") && words.contains("请"), "\(words)")
    }
    let large = try #require(outcome.intake.reports.first { $0.file == "大.xlsx" }?.findings.first)
    #expect(FindingWords(large).sentence().contains("formBytes"))
    #expect(outcome.intake.ignored == ["东县又一份.xlsx", "绕回"])
    #expect(outcome.intake.attachments.map(\.name) == ["大.pdf"] && outcome.intake.attachments[0].digest == nil)
    #expect(outcome.period.units.allSatisfy { $0.status.counts })
    #expect(outcome.intake.filesSeen == 3 + refused.count + 2 + 1)
  }

  @Test func `a name that is no UTF-8 is read as the Chinese programs write it, and its file is opened`() async throws {
    let (folder, plan) = try laid { inbox in
      try FileManager.default.moveItem(atPath: "\(inbox)/east.xlsx", toPath: "\(inbox)/x")
      let path = Array("\(inbox)/".utf8) + Self.gbk
      let bytes = path.map { CChar(bitPattern: $0) } + [0]
      #expect(unsafe rename("\(inbox)/x", bytes) == 0)
      // Reads the same, and is another file.
      try FileManager.default.copyItem(atPath: "\(inbox)/west.xlsx", toPath: "\(inbox)/东县.xlsx")
    }
    let outcome = try await run(folder, plan)
    let names = outcome.intake.reports.map(\.file)
    #expect(names.contains("东县.xlsx") && names.contains("东县.xlsx（2）"), "\(names)")
    let east = try #require(outcome.period.units.first { $0.unit.id == "east" })
    #expect(east.files.counting.count == 1)
  }

  @Test func `so is an archive with such a name`() async throws {
    let form = try SmallOffice.sounding().form("east")
    let (folder, plan) = try laid { inbox in
      try FileManager.default.removeItem(atPath: "\(inbox)/east.xlsx")
      #expect(
        FileManager.default.createFile(
          atPath: "\(inbox)/x", contents: Data(ZipFile([ZipEntry("6月.xlsx", form)]).bytes)))
      let path = Array("\(inbox)/".utf8) + Self.gbk.dropLast(5) + Array(".zip".utf8)
      #expect(unsafe rename("\(inbox)/x", path.map { CChar(bitPattern: $0) } + [0]) == 0)
    }
    let outcome = try await run(folder, plan)
    #expect(outcome.intake.reports.map(\.file).contains("东县.zip/6月.xlsx"))
    let east = try #require(outcome.period.units.first { $0.unit.id == "east" })
    #expect(east.files.counting.count == 1)
  }

  @Test func `a folder and a pipe called receipts.csv are named, and the rest goes on`() async throws {
    let (folder, plan) = try laid { inbox in
      try FileManager.default.removeItem(atPath: "\(inbox)/receipts.csv")
      try FileManager.default.createDirectory(atPath: "\(inbox)/receipts.csv", withIntermediateDirectories: true)
      try FileManager.default.createDirectory(atPath: "\(inbox)/县区", withIntermediateDirectories: true)
      #expect(unsafe mkfifo("\(inbox)/县区/receipts.csv", 0o600) == 0)
    }
    let outcome = try await run(folder, plan)
    let problems = outcome.intake.receipts.problems.map { $0.message(in: .chinese) }
    #expect(problems.count == 2)
    #expect(problems.contains { $0.contains("“receipts.csv”") && $0.contains("请给这个文件夹换个名字。") }, "\(problems)")
    #expect(problems.contains { $0.contains("“县区/receipts.csv”") && $0.contains("管道") }, "\(problems)")
    #expect(try outcome.report(language: .chinese).contains("receiptProblems"))
    #expect(outcome.period.units.allSatisfy { $0.status.counts })
  }

  @Test func `a damaged file of an earlier month is named, in the run report and in the book too`() async throws {
    let (folder, plan) = try laid { inbox in
      try FileManager.default.createDirectory(
        atPath: "\(inbox)/../2024-05", withIntermediateDirectories: true)
    }
    let form = try SmallOffice.sounding().form("east")
    try folder.write(bytes: Array(form.prefix(2_000)), to: "2024-05/东县.xlsx")
    try folder.write("旧文", to: "2024-05/说明.xlsx")
    var told = plan
    let names = Told()
    told.tellUnread = { unread in names.add(unread.map(\.place)) }
    let outcome = try await ConsolidateJob(
      plan: told, period: SmallOffice.june,
      source: .inbox("\(folder.path)/inbox", earlier: ["\(folder.path)/2024-05"]), workers: 1
    ).run()
    // A workbook that is none may have been one; in the book, which is the same from a ledger, it is not named.
    #expect(names.all == ["2024-05/东县.xlsx", "2024-05/说明.xlsx"])
    #expect(outcome.period.earlier.unread == ["2024-05/东县.xlsx"] && outcome.needsSomebody)
    #expect(try outcome.report(language: .chinese).contains("往期文件没有读到：2024-05/东县.xlsx"))
  }

  private final class Told: Sendable {
    private let names = Mutex<[String]>([])
    var all: [String] { names.withLock { $0 } }
    func add(_ more: [String]) { names.withLock { $0 += more } }
  }

  @Test func `a list of receipts in an archive is not used, and that is said`() throws {
    let folder = try Folder()
    let names = ["a.xlsx", "县区/Receipts.CSV"]
    try folder.write(bytes: ZipFile(names.map { ZipEntry($0, "a.xlsx,2024-07-01") }).bytes, to: "z.zip")
    let inbox = try Inbox(folder: folder.path)
    #expect(inbox.files.map(\.name) == ["z.zip/a.xlsx", "z.zip/县区/Receipts.CSV"])
    #expect(inbox.files.map(\.fault) == [nil, .packedReceipts])
    #expect(try ReceiptBook(inbox: folder.path).received("z.zip/a.xlsx") == nil)
  }

  @Test func `a name that may be in either code is in that of the others in its archive`() throws {
    let folder = try Folder()
    let (scan, east): ([UInt8], [UInt8]) = ([0xC9, 0xA8], [0xB6, 0xAB, 0xCF, 0xD8])
    let west = Array("西县".utf8)
    for (others, expected) in [([east, west], ["扫", "东县", "西县"]), ([west], ["ɨ", "西县"])] {
      let entries = ([scan] + others).map { name in
        var entry = ZipEntry("", "x")
        (entry.name, entry.flags) = (name, 0)
        return entry
      }
      try folder.write(bytes: ZipFile(entries).bytes, to: "z.zip")
      let archive = try ArchiveFolder(path: "\(folder.path)/z.zip", limits: .standard)
      #expect(archive.members.map(\.name) == expected)
    }
  }

  @Test func `of members of an archive that share names none takes that of a third`() throws {
    let folder = try Folder()
    let names = ["a.xlsx", "a.xlsx", "a.xlsx（2）", "a.xlsx", "a.xlsx（2）"]
    try folder.write(bytes: ZipFile(names.map { ZipEntry($0, Array($0.utf8)) }).bytes, to: "z.zip")
    let archive = try ArchiveFolder(path: "\(folder.path)/z.zip", limits: .standard)
    #expect(archive.members.map(\.name) == ["a.xlsx", "a.xlsx（3）", "a.xlsx（2）", "a.xlsx（4）", "a.xlsx（2）（2）"])
    for member in archive.members {
      #expect(try !archive.bytes(of: member.name, .formBytes, .standard).isEmpty)
    }
  }

  @Test func `a member that is too large is not inflated`() throws {
    let folder = try Folder()
    try folder.write(bytes: ZipFile([ZipEntry("a.xlsx", Array(repeating: 7, count: 2_000))]).bytes, to: "z.zip")
    var limits = InputLimits.standard
    limits[.formBytes] = 1_000
    let archive = try ArchiveFolder(path: "\(folder.path)/z.zip", limits: limits)
    #expect(throws: FileFault.tooLarge(size: 2_000, limit: .formBytes, value: 1_000)) {
      try archive.bytes(of: "a.xlsx", .formBytes, limits)
    }
  }
}

@Suite struct FileNameTests {
  @Test(arguments: [
    Array("东县.xlsx".utf8), [0xB6, 0xAB, 0xCF, 0xD8], [0xFF], [0x41, 0xE4, 0xB8], Array("\u{10FF41}".utf8), [],
    Array("a".utf8) + [0x80, 0xF4, 0x8F, 0xBF],
  ])
  func `the bytes of a name come back from its text`(bytes: [UInt8]) {
    #expect(FileName.bytes(FileName.text(bytes)) == bytes)
  }

  @Test func `a name is shown as its programs write it, without control characters`() {
    #expect(FileName.label([0xB6, 0xAB, 0xCF, 0xD8]) == "东县")
    #expect(FileName.label(Array("a\u{1B}[31m\nb".utf8)) == "a[31mb")
  }

  @Test func `a long name is cut to what a folder can hold, with its ending`() {
    let name = String(repeating: "长", count: 200) + ".xlsx"
    let fitting = FileName.fitting(name, leaving: 64)
    #expect(fitting.utf8.count <= 191 && fitting.hasSuffix("….xlsx"))
    #expect(FileName.fitting("短.xlsx", leaving: 64) == "短.xlsx")
  }
}

@Suite struct InputLimitTests {
  @Test(arguments: ["=", "==", "=,", "=5", "formBytes=", "formBytes", ",=,"])
  func `a limit that is none is said`(text: String) {
    var limits = InputLimits.standard
    #expect(throws: InputLimits.Fault.self) { try limits.take(text) }
  }

  @Test func `limits are typed by name`() throws {
    var limits = InputLimits.standard
    try limits.take("formBytes=200MB,folderDepth=3")
    try limits.take("listBytes=1024")
    #expect(limits[.formBytes] == 200 << 20 && limits[.folderDepth] == 3 && limits[.listBytes] == 1024)
    #expect(limits[.keyBytes] == InputLimit.keyBytes.standard)
    for text in [
      "x=1", "formBytes", "formBytes=", "formBytes=-1", "formBytes=0", "folderDepth=2MB", "formBytes=9999999999GB",
    ] {
      #expect(throws: InputLimits.Fault.self, "\(text)") { try limits.take(text) }
    }
  }
}
