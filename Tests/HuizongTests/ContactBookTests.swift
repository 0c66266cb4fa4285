import Forms
import FoundationEssentials
import PlanFile
import PlanModel
import SpreadsheetML
import TestSupport
import Testing
import XLSXReading

@testable import Huizong

@Suite struct ContactBookTests {
  private func book(_ text: String) throws -> ContactBook {
    ContactBook(Array(text.utf8), path: "contacts.csv", plan: try PlanReader().read(OfficePlan.text))
  }

  private func day(_ text: String) -> CivilDate { CivilDate(text)! }

  @Test func `the one who serves on the day is found, by any name of the unit`() throws {
    let book = try book("\u{FEFF}单位,姓名,电话,自,至\r\n东县,甲,0660-1,2024-01-01,2024-05-31\r\n东县民政局,乙,,2024-06-01,\r\n")
    #expect(book.contact(of: "east", on: day("2024-05-31"))?.name == "甲")
    #expect(book.contact(of: "east", on: day("2024-06-01"))?.name == "乙")
    #expect(book.contact(of: "east", on: day("2023-12-31")) == nil)
    #expect(book.contact(of: "west", on: day("2024-06-01")) == nil)
    #expect(book.contact(of: "east", on: day("2024-02-01"))?.phone == "0660-1")
  }

  static let faults: [(text: String, line: Int, problem: ContactBook.Problem)] = [
    ("东县", 1, .columns), ("东县,\n", 1, .columns), ("东县,甲\n火星局,乙", 2, .unknownUnit("火星局")),
    ("东县,0660-3361210", 1, .name("0660-3361210")), ("东县,张\u{FFFD}", 1, .name("张\u{FFFD}")),
    ("东县,#REF!", 1, .name("#REF!")), ("东县,甲,,6月1日", 1, .day("6月1日")),
    ("东县,甲,,06/05/2024", 1, .unclearDay("06/05/2024", [CivilDate("2024-05-06")!, CivilDate("2024-06-05")!])),
    ("东县,甲,,45444", 1, .unclearDay("45444", [CivilDate("2024-06-01")!])), ("东县,甲,,,,,兼任", 1, .columns),
    ("东县,甲,,2024-06-01,2024-05-01", 1, .order),
    ("单位,姓名\n东县,甲,,,2024-06-30\n东县,乙,,2024-06-30", 3, .overlap(line: 2)), ("东县,甲\n东县民政局,乙", 2, .overlap(line: 1)),
  ]

  @Test(arguments: faults)
  func `a line that cannot be is named, with what is wanted, and the others hold`(
    text: String, line: Int, problem: ContactBook.Problem
  ) throws {
    let book = try book("西县,丙\n\(text)")
    #expect(book.faults == [ContactBook.Fault(line: line + 1, problem: Self.moved(problem))])
    #expect(book.contact(of: "west", on: day("2024-06-30"))?.name == "丙")
    #expect(book.contact(of: "east", on: day("2024-06-30"))?.name != "乙")
    for language in [Language.chinese, .english] {
      let message = try #require(book.messages(in: language).first)
      #expect(message.contains("contacts.csv") && message.contains("\(line + 1)"))
    }
  }

  /// The problem one line further down.
  private static func moved(_ problem: ContactBook.Problem) -> ContactBook.Problem {
    if case .overlap(let line) = problem { .overlap(line: line + 1) } else { problem }
  }

  @Test func `of two for one day neither is printed in, and each has the other days`() throws {
    let book = try book("东县,甲,,2024-01-01,2024-06-30\n东县,乙,,2024/6/16,至今\n")
    #expect(book.faults.map(\.line) == [2])
    #expect(book.contact(of: "east", on: day("2024-06-15"))?.name == "甲")
    #expect(book.contact(of: "east", on: day("2024-06-16")) == nil)
    #expect(book.contact(of: "east", on: day("2024-07-01"))?.name == "乙")
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `who shares a day with somebody is named, with a line that has it`(seed: UInt64) throws {
    var random = SplitMix(seed: seed)
    let spans = (0..<12).map { _ in
      let first = Int.random(in: 1...28, using: &random)
      return first...min(28, first + Int.random(in: 0...4, using: &random))
    }
    let lines = spans.enumerated().map { place, span in
      "东县,名\(place),,2024-03-\(span.lowerBound),2024-03-\(span.upperBound)"
    }
    let faults = try book(lines.joined(separator: "\n")).faults
    let named = faults.reduce(into: Set<Int>()) { named, fault in
      guard case .overlap(let other) = fault.problem else { return }
      #expect(spans[fault.line - 1].overlaps(spans[other - 1]) && other < fault.line)
      named.formUnion([fault.line, other])
    }
    for (place, span) in spans.enumerated() {
      let isShared = spans.indices.contains { $0 != place && spans[$0].overlaps(span) }
      #expect(named.contains(place + 1) == isShared, "\(lines)")
    }
  }

  @Test(arguments: [
    ("单位,电话,自,至\n东县,0660-1,,", ContactBook.Problem.heads(missing: ["姓名"], double: [])),
    ("单位,电话,填报的人\n东县,0660-1,甲", .heads(missing: ["姓名"], double: [])),
    ("单位,姓名,电话,姓名（审核）\n东县,甲,0660-1,乙", .heads(missing: [], double: ["姓名"])),
    ("姓名,电话\n甲,0660-1", .heads(missing: ["单位"], double: [])),
  ])
  func `of a list whose head does not say who and whose nothing is used`(
    text: String, problem: ContactBook.Problem
  ) throws {
    let book = try book(text)
    #expect(book.faults == [ContactBook.Fault(line: 1, problem: problem)])
    #expect(book.contact(of: "east", on: day("2024-06-15")) == nil)
    for language in [Language.chinese, .english] { #expect(try !#require(book.messages(in: language).first).isEmpty) }
  }

  @Test(arguments: [
    ("单位,姓名,电话,走了没有\n东县,甲,0660-1,没有", ContactBook.Problem.unknownHeads(["走了没有"]), "0660-1"),
    ("单位,姓名,办公电话,手机\n东县,甲,0660-1,13800000000", .doubleHead("电话"), ""),
  ])
  func `a column that cannot be used is named, and the others are`(
    text: String, problem: ContactBook.Problem, phone: String
  ) throws {
    let book = try book(text)
    #expect(book.faults == [ContactBook.Fault(line: 1, problem: problem)])
    let contact = try #require(book.contact(of: "east", on: day("2024-06-15")))
    #expect(contact.name == "甲" && contact.phone == phone)
    #expect(book.messages(in: .chinese).count == 1)
  }

  @Test func `a list that is a link to nothing is named`() throws {
    let folder = try Folder()
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/contacts.csv", withDestinationPath: "\(folder.path)/nowhere.csv")
    let plan = try PlanReader().read(OfficePlan.text)
    let book = ContactBook(folder: folder.path, plan: plan, limits: .standard)
    #expect(book.faults == [ContactBook.Fault(line: 0, problem: .unread(.brokenLink))])
    #expect(book.messages(in: .chinese)[0].contains("contacts.csv"))
  }

  @Test func `one who stands there twice is one`() throws {
    let book = try book("东县,甲,0660-3361210\n东县民政局,甲,0660-3361210\n")
    #expect(book.faults.isEmpty && book.contact(of: "east", on: day("2024-06-15"))?.name == "甲")
  }

  @Test(arguments: [
    "单位,姓名,电话,自,至\r\n东县,甲,0660-3361210,2024/3/1,2024/9/30\r\n",
    "联系电话;单位名称;填报人;起始日期;结束日期;备注\n0660-3361210;东县;甲;2024年3月1日;2024年9月30日;兼\n",
    "联系人名单,,,,\n姓名,自,至,单位,电话\n甲,2024-3-1,2024-9-30 0:00,东县,0660-3361210\n,,,,\n",
    "姓名\t单位\t自（含）\t至\t电话\n甲\t东县\t2024.3.1\t2024.9.30\t'0660-3361210\n",
    "东县,甲,0660-3361210,2024/3/1 9:30,20240930,,\n,,,,,\n",
  ])
  func `the columns stand where the head says, the days as Excel writes them`(text: String) throws {
    let book = try book(text)
    #expect(book.faults.isEmpty)
    let contact = try #require(book.contact(of: "east", on: day("2024-03-01")))
    #expect(contact.name == "甲" && contact.phone.hasSuffix("0660-3361210"))
    #expect(book.contact(of: "east", on: day("2024-02-29")) == nil)
    #expect(book.contact(of: "east", on: day("2024-10-01")) == nil)
  }

  @Test(arguments: ["1.59E+10", "1.5912E10", "15912345678.0", "6603361210", "１.５９Ｅ＋１０"])
  func `a number that a spreadsheet has spoilt is said and not printed in`(phone: String) throws {
    let book = try book("东县,甲,\(phone)\n")
    #expect(book.faults == [ContactBook.Fault(line: 1, problem: .phone(phone))])
    let contact = try #require(book.contact(of: "east", on: day("2024-06-15")))
    #expect(contact.name == "甲" && contact.phone == "")
  }

  @Test(arguments: [
    "15912345678", "0660-3361210", "3361210", "0660-3361210转8012", "4008001234", "6123、6124", "+86 159 1234 5678",
  ])
  func `whole numbers are printed in as they stand`(phone: String) throws {
    let book = try book("东县,甲,\(phone)\n")
    #expect(book.faults.isEmpty && book.contact(of: "east", on: day("2024-06-15"))?.phone == phone)
  }

  @Test func `of a long list that nobody can use, the first lines are told and how many more there are`() throws {
    let book = try book((1...500).map { "没有这个单位\($0),甲\n" }.joined())
    let messages = book.messages(in: .chinese)
    #expect(book.faults.count == 500 && messages.count == 21, "\(messages.count)")
    #expect(messages.last?.contains("还有480行有问题") == true, "\(messages.last ?? "")")
  }

  @Test func `the form has the name and number printed in, to be confirmed`() async throws {
    let folder = try Folder()
    try folder.write(OfficePlan.text, to: "plan.yaml")
    try folder.write("0123456789abcdef", to: "office.key")
    try folder.write("东县,王某,0660-3361210\n", to: ContactBook.fileName)
    let job = try TemplateJob(
      plan: OpenPlan(path: "\(folder.path)/plan.yaml"), period: Period("2024-06")!, units: ["东县", "西县"], history: [],
      output: "\(folder.path)/forms", workers: 1)
    let forms = try await job.run { _ in }
    var texts: [[String]] = []
    for form in forms {
      let sheet = try #require(Workbook(path: form.path)["签署"]).snapshot()
      texts.append(
        sheet.cells.filter { $0.reference.column == 1 && $0.reference.row > 4 }.compactMap { cell -> String? in
          guard case .string(let text)? = cell.value else { return nil }
          return text
        })
    }
    #expect(texts == [["王某", "0660-3361210"], []])
  }
}
