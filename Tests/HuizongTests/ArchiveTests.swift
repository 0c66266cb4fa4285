import Consolidation
import PlanModel
import TestSupport
import Testing
import Validation

@testable import Huizong

/// Zip archives of submissions, as mail programs and Windows make them.
@Suite struct ArchiveTests {
  /// GBK, as Chinese Windows names its members.
  static let gbk: [UInt8] = [0xB6, 0xAB, 0xCF, 0xD8] + Array("6".utf8) + [0xD4, 0xC2] + Array(".xlsx".utf8)

  private func member(_ name: [UInt8], _ bytes: [UInt8], utf8: Bool) -> ZipEntry {
    var entry = ZipEntry("x", bytes)
    entry.name = name
    entry.flags = utf8 ? 0x0800 : 0
    return entry
  }

  private func office(_ entries: [ZipEntry], named name: String = "各县.zip") throws -> SmallOffice {
    var office = try SmallOffice.sounding()
    office.withdraw("east.xlsx")
    office.receive(name, ZipFile(entries).bytes)
    return office
  }

  @Test func `a form in an archive counts, with the day on which the archive came`() async throws {
    let form = try SmallOffice.sounding().form("east")
    let office = try office([
      member(Self.gbk, form, utf8: false), ZipEntry("__MACOSX/._6月.xlsx", [1, 2]), ZipEntry("附件/~$6月.xlsx", [0]),
      ZipEntry("附件/现场照片.jpg", [0xFF, 0xD8]),
    ])
    let outcome = try await office.run()
    #expect(outcome.intake.reports.map(\.file) == ["office.xlsx", "west.xlsx", "各县.zip/东县6月.xlsx"])
    let east = try #require(outcome.period.units.first { $0.unit.id == "east" })
    #expect(east.status == .onTime && east.files.counting.map(\.submission.file) == ["各县.zip/东县6月.xlsx"])
    #expect(outcome.intake.attachments.map(\.name) == ["各县.zip/附件/现场照片.jpg"])
    let digest = "71563ad80061407ede9c6f316836284bd3710a520c5a792b5eda1cb703690815"
    #expect(outcome.intake.attachments.map(\.digest) == [digest])
    #expect(outcome.text(language: .chinese).contains("  各县.zip/附件/现场照片.jpg \(digest)"))
    #expect(outcome.intake.ignored == ["各县.zip/__MACOSX/._6月.xlsx", "各县.zip/附件/~$6月.xlsx"])
    #expect(outcome.intake.receipts.withoutFile == [])
  }

  @Test func `the ending may be written in any case`() async throws {
    let form = try SmallOffice.sounding().form("east")
    let outcome = try await office([ZipEntry("东县.xlsx", form)], named: "各县.Zip").run()
    #expect(outcome.intake.reports.map(\.file).last == "各县.Zip/东县.xlsx")
    #expect(outcome.intake.reports.last?.disposition == .accepted)
    #expect(outcome.period.units.first { $0.unit.id == "east" }?.status == .onTime)
  }

  @Test func `what a member is called leads nowhere`() {
    #expect(ArchiveFolder.label(of: Array("../../etc/东县.xlsx".utf8)) == "etc/东县.xlsx")
    #expect(ArchiveFolder.label(of: Array("/tmp\\..\\a.xlsx".utf8)) == "tmp/a.xlsx")
    #expect(ArchiveFolder.label(of: Array("a\u{1}\nb.xlsx".utf8)) == "ab.xlsx")
    #expect(ArchiveFolder.label(of: Self.gbk) == "东县6月.xlsx")
  }

  @Test func `two members of one name are two files`() async throws {
    let form = try SmallOffice.sounding().form("east")
    let office = try office([ZipEntry("6月.xlsx", form), ZipEntry("6月.xlsx", Array("hello".utf8))])
    let outcome = try await office.run()
    #expect(outcome.intake.reports.map(\.file).suffix(2) == ["各县.zip/6月.xlsx", "各县.zip/6月.xlsx（2）"])
    #expect(outcome.intake.reports.suffix(2).map(\.disposition) == [.accepted, .refused])
  }

  @Test func `an archive in an archive, one that is locked and one that is broken are refused with the reason`()
    async throws
  {
    let form = try SmallOffice.sounding().form("east")
    var locked = ZipEntry("加密.xlsx", form)
    locked.flags |= 1
    var office = try office([ZipEntry("里层.zip", ZipFile([ZipEntry("6月.xlsx", form)]).bytes), locked])
    office.receive("坏的.zip", Array(ZipFile([ZipEntry("6月.xlsx", form)]).bytes.prefix(2_000)))
    office.receive("空的.zip", ZipFile([]).bytes)
    office.receive("资料.rar", [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07, 0x00] + Array(repeating: 0, count: 64))
    let outcome = try await office.run()
    let refused = outcome.intake.reports.filter { $0.disposition == .refused }
    #expect(refused.map(\.file) == ["各县.zip/加密.xlsx", "各县.zip/里层.zip", "坏的.zip", "空的.zip", "资料.rar"])
    for report in refused {
      let finding = try #require(report.findings.first)
      #expect(finding.rule == BuiltInRule.unreadableFile.rawValue)
      let words = FindingWords(finding)
      #expect(!words.remedy.isEmpty, "\(report.file)")
    }
    let words = Dictionary(uniqueKeysWithValues: refused.map { ($0.file, FindingWords($0.findings[0]).sentence()) })
    #expect(words["各县.zip/里层.zip"]?.contains("解压") == true && words["资料.rar"]?.contains("解压") == true)
    #expect(words["各县.zip/加密.xlsx"]?.contains("设了密码的压缩包") == true)
    #expect(words["资料.rar"]?.contains("RAR") == true)
  }

  /// The entry as a program that knows the password would write it: its bytes are noise.
  private func locked(_ name: String, _ bytes: [UInt8]) -> ZipEntry {
    var entry = ZipEntry(name, bytes)
    entry.flags |= 1
    return entry
  }

  @Test(arguments: ["各县.zip", "东县.xlsx", "东县"])
  func `an archive that is locked as a whole is one file, and named as an archive`(name: String) async throws {
    let form = try SmallOffice.sounding().form("east")
    let office = try office([locked("东县.xlsx", form), locked("照片/西县.jpg", [1, 2, 3])], named: name)
    let outcome = try await office.run()
    #expect(outcome.intake.reports.map(\.file).filter { $0.contains("县") } == [name])
    let words = FindingWords(try #require(outcome.intake.reports.first { $0.file == name }?.findings.first)).sentence()
    #expect(words.contains("设了密码的压缩包") && words.contains("不设密码") && !words.contains("Excel"), "\(words)")
    #expect(outcome.intake.filesSeen == 3 && outcome.intake.attachments.isEmpty)
  }

  @Test func `a locked archive among the others costs nobody else anything, with a ledger too`() async throws {
    let form = try SmallOffice.sounding().form("east")
    let office = try office([locked("西县二.xlsx", form), ZipEntry("东县.xlsx", form)])
    let folder = try Folder()
    let plan = try office.lay(in: folder)
    for ledger in [nil, "\(folder.path)/ledger.sqlite"] {
      let outcome = try await ConsolidateJob(
        plan: plan, period: Period("2024-06")!, source: .inbox("\(folder.path)/inbox", earlier: []), ledger: ledger,
        clock: OfficeClock(now: "2024-07-08"), workers: 1
      ).run()
      #expect(outcome.period.units.first { $0.unit.id == "east" }?.files.counting.count == 1)
      let refused = outcome.intake.reports.filter { $0.disposition == .refused }
      #expect(refused.map(\.file) == ["各县.zip/西县二.xlsx"])
      #expect(FindingWords(try #require(refused.first?.findings.first)).sentence().contains("设了密码的压缩包"))
    }
  }

  @Test(
    arguments: [
      ("RAR", [0x52, 0x61, 0x72, 0x21, 0x1A, 0x07, 0x01, 0x00]), ("7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0, 4]),
      ("gz", [0x1F, 0x8B, 8, 0]),
    ] as [(String, [UInt8])])
  func `another kind of archive is named, whatever its file is called`(kind: String, mark: [UInt8]) async throws {
    for name in ["各县.\(kind.lowercased())", "各县.zip", "各县.xlsx"] {
      var office = try SmallOffice.sounding()
      office.receive(name, mark + [UInt8](repeating: 0, count: 300))
      let finding = try #require(try await office.run().intake.reports.first { $0.file == name }?.findings.first)
      let words = FindingWords(finding).sentence()
      #expect(words.contains("\(kind) 压缩包") && words.contains("解压"), "\(words)")
    }
  }

  @Test func `an archive of forms that is not called one is told what to be called`() async throws {
    let form = try SmallOffice.sounding().form("east")
    let outcome = try await office([ZipEntry("东县.xlsx", form)], named: "各县.xlsx").run()
    let finding = try #require(outcome.intake.reports.first { $0.file == "各县.xlsx" }?.findings.first)
    #expect(FindingWords(finding).sentence().contains(".zip 结尾"))
  }

  @Test func `a workbook that is called an archive is a workbook`() async throws {
    var office = try SmallOffice.sounding()
    office.withdraw("east.xlsx")
    office.receive("东县.zip", try SmallOffice.sounding().form("east"))
    let outcome = try await office.run()
    #expect(outcome.intake.reports.map(\.file) == ["office.xlsx", "west.xlsx", "东县.zip"])
    #expect(outcome.intake.reports.allSatisfy { $0.disposition == .accepted })
  }
}
