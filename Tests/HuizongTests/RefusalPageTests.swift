import Consolidation
import Forms
import Foundation
import LedgerStore
import PlanModel
import Testing
import XLSXReading

@testable import Huizong

/// The page of everything that a command refuses, with what to do: made from the words of the program, so that it says what
/// they say. Run with `HUIZONG_WRITE_PAGES=1` it is written anew.
@Suite struct RefusalPageTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
  private static let page = root.appending(path: "Sources/Huizong/REFUSALS.md")

  private struct Entry {
    let name: String
    let chinese: String
    let english: String
  }

  /// The name of a case, without what it carries.
  private static func name(_ value: Any) -> String {
    Mirror(reflecting: value).children.first?.label ?? "\(value)"
  }

  private static let june = Period("2024-06")!

  /// An example of each. What other pages list stands there: the faults of a plan file in `Sources/PlanFile/SCHEMA.md`, those
  /// of rules in `Sources/Validation/README.md`.
  private static let errors: [JobError] = [
    JobError(.unreadablePeriod, "六月"), JobError(.periodOfAnotherYear(plan: 2024), "2023-06"),
    JobError(.periodBeforeReporting(from: june), "2024-01"), JobError(.unknownUnit(known: ["东县民政局"]), "西县"),
    JobError(.unitNotDue(june), "局办公室"), JobError(.nothingDue, "2024-01"), JobError(.missingFile, "plan.yaml"),
    JobError(.file(.special), "电话记录.jpg"), JobError(.missingFolder, "收件"),
    JobError(JobError.Code.unreadableFolder, "收件"),
    JobError(.tooManyFiles(limit: 2_000_000), "收件"), JobError(.workbook(XLSXReadError(.emptyFile)), "form.xlsx"),
    JobError(.twoReadings(cells: ["指标!C5"]), "计划.xlsx"), JobError(.noTable, "样表.xlsx"),
    JobError(.noPlanTables, "计划.xlsx"), JobError(.fileExists, "plan.yaml"),
    JobError(.unusualPlanText, "2.2-01"), JobError(.key, "office.key"), JobError(.missingKey, "office.key"),
    JobError(.ledgerNotProved([.broken(seq: 7)]), "台账.sqlite"), JobError(.noKeyToSign, "office.key"),
    JobError(.cannotWrite, "book.xlsx"), JobError(.outputAmongSubmissions, "收件/book.xlsx"),
    JobError(.sameOutput, "book.xlsx"), JobError(.wouldReplace, "plan.yaml"),
    JobError(.anotherKind, "office.key"), JobError(.cannotWriteFor(.full), "book.xlsx"),
    JobError(.unreadableDate, "7月5日"), JobError(.unknownRule, "E99"),
    JobError(.ledger(LedgerError(.missing, "台账.sqlite")), "台账.sqlite"), JobError(.unknownInLedger, "6月.xlsx"),
    JobError(.ambiguousInLedger(known: ["6月.xlsx（2024年6月，a396de11）"]), "6月.xlsx"),
    JobError(.unknownIndicator, "9.9-99"),
    JobError(.notToBeEntered(unit: "东县民政局"), "2.2-01"), JobError(.unreadableNumber, "十几"),
    JobError(.numberTooLong, String(repeating: "9", count: 41)),
    JobError(.unreadableDigest, "a396de11"),
    JobError(.unknownView(known: ["v1_files"]), "files"), JobError(.overflow, "book.xlsx"),
    JobError(.part(.damaged(line: 3)), "1.partial"), JobError(.parts(.differentBasis(.plan)), "2.partial"),
  ]

  private static let ledger: [LedgerError.Code] = [
    .missing, .notALedger, .folder, .special, .sideFile, .empty, .brokenSeal(7), .newer, .full, .readOnly, .busy,
    .damaged,
    .unreadableEvent(7), .other,
  ]

  private static let faults: [FileFault] = [
    .special, .link, .brokenLink, .packedReceipts, .folder, .tooDeep(limit: 16), .unreadableFolder, .unreadable,
    .tooLarge(size: 70 << 20, limit: .formBytes, value: 64 << 20), .archive(XLSXReadError(.emptyFile)),
  ]

  private static var sections: [(title: String, entries: [Entry])] {
    let jobs = errors.map {
      Entry(name: name($0.code), chinese: $0.message(in: .chinese), english: $0.message(in: .english))
    }
    let ledgers = ledger.map { code in
      let error = LedgerError(code, "台账.sqlite")
      return Entry(name: name(code), chinese: error.message(in: .chinese), english: error.message(in: .english))
    }
    let files = faults.map {
      Entry(name: name($0), chinese: $0.sentence(.chinese), english: $0.sentence(.english))
    }
    let workbooks = XLSXReadError.Code.allCases.map { code in
      let error = XLSXReadError(code)
      return Entry(name: code.rawValue, chinese: error.message(in: .chinese), english: error.message(in: .english))
    }
    return [
      ("命令 · Commands (exit code 2)", jobs), ("台账 · The ledger (exit code 2)", ledgers),
      ("收件里的文件 · Files of an inbox (E20, the others are read)", files),
      ("工作簿 · Workbooks (E20, the others are read)", workbooks),
    ]
  }

  private static var text: String {
    var lines = [
      "# 拒绝与补救 · Refusals and remedies", "",
      "每一种做不下去的情形、打印的话和怎么补救。填报表里的问题是审核规则，见 [Validation/README.md](../Validation/README.md)；计划文件的毛病见",
      "[SCHEMA.md](../PlanFile/SCHEMA.md)；文件的上限见 `huizong limits`。", "",
      "Everything that is refused, in the words that are printed, with the remedy. What is wrong in a form is a finding of a rule: see",
      "[Validation/README.md](../Validation/README.md); faults of a plan file: [SCHEMA.md](../PlanFile/SCHEMA.md); limits: `huizong limits`.",
    ]
    for section in sections {
      lines += ["", "## \(section.title)", "", "| code | 提示 | message |", "| --- | --- | --- |"]
      lines += section.entries.map { entry in
        let cells = [entry.chinese, entry.english].map { $0.replacing("\n", with: "<br>").replacing("|", with: "\\|") }
        return "| `\(entry.name)` | \(cells[0]) | \(cells[1]) |"
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  @Test func `the page says what the program says`() throws {
    if ProcessInfo.processInfo.environment["HUIZONG_WRITE_PAGES"] != nil {
      try Data(Self.text.utf8).write(to: Self.page)
    }
    let page = String(decoding: try Data(contentsOf: Self.page), as: UTF8.self)
    #expect(page == Self.text, "HUIZONG_WRITE_PAGES=1 swift test --filter RefusalPageTests writes it anew")
  }

  /// The cases that a file of the program declares, by the names behind `case` in one of its enumerations.
  private static func declared(_ path: String, in enumeration: String) throws -> Set<String> {
    let source = String(decoding: try Data(contentsOf: root.appending(path: "Sources/\(path)")), as: UTF8.self)
    let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
    let first = try #require(lines.firstIndex { $0.contains("enum \(enumeration)") })
    let indent = lines[first].prefix { $0 == " " }
    let last = try #require(lines[first...].firstIndex { $0 == "\(indent)}" })
    return Set(
      lines[first..<last].compactMap { line -> [String]? in
        let words = line.drop { $0 == " " }
        guard words.hasPrefix("case ") else { return nil }
        return words.dropFirst(5).replacing(#/\([^)]*\)/#, with: "").split(separator: ", ").map { String($0) }
      }.joined())
  }

  @Test func `nothing that is refused is left out`() throws {
    let jobs = try Self.declared("Huizong/JobError.swift", in: "Code")
    #expect(jobs.subtracting(Self.errors.map { Self.name($0.code) }) == ["plan", "rules"], "other pages list these")
    #expect(try Self.declared("LedgerStore/LedgerError.swift", in: "Code") == Set(Self.ledger.map(Self.name)))
    #expect(try Self.declared("Huizong/Intake/FileFault.swift", in: "FileFault") == Set(Self.faults.map(Self.name)))
  }

  @Test func `every refusal says in both languages what it is about`() {
    for error in Self.errors {
      let (chinese, english) = (error.message(in: .chinese), error.message(in: .english))
      #expect(chinese.contains(error.subject) && english.contains(error.subject), "\(error.code)")
      #expect(chinese.last == "。" && chinese.contains { $0 >= "一" && $0 <= "龥" }, "\(chinese)")
      #expect(english.last == "." && chinese != english, "\(english)")
    }
  }
}
