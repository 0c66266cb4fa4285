import Forms
import PlanFile
import PlanModel
import SpreadsheetML
import Testing
import XLSXReading

@testable import Huizong

@Suite struct ContactBookTests {
  private func book(_ text: String) throws -> ContactBook {
    try ContactBook(Array(text.utf8), path: "contacts.csv", plan: PlanReader().read(OfficePlan.text))
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
    ("东县,甲,,6月1日", 1, .day("6月1日")), ("东县,甲,,2024-06-01,2024-05-01", 1, .order),
    ("单位,姓名\n东县,甲,,,2024-06-30\n东县,乙,,2024-06-30", 3, .overlap(line: 2)), ("东县,甲\n东县民政局,乙", 2, .overlap(line: 1)),
  ]

  @Test(arguments: faults)
  func `a line that cannot be is named, with what is wanted`(
    text: String, line: Int, problem: ContactBook.Problem
  ) throws {
    let error = #expect(throws: JobError.self) { try book(text) }
    #expect(error?.code == .contacts(line: line, problem))
    for language in [Language.chinese, .english] {
      let message = error?.message(in: language) ?? ""
      #expect(message.contains("contacts.csv") && message.contains("\(line)"))
    }
  }

  @Test func `the form has the name and number printed in, to be confirmed`() async throws {
    let folder = try Folder()
    try folder.write(OfficePlan.text, to: "plan.yaml")
    try folder.write("东县,王某,0660-3361210\n", to: ContactBook.fileName)
    let job = try TemplateJob(
      plan: OpenPlan(path: "\(folder.path)/plan.yaml"), period: "2024-06", units: ["东县", "西县"], history: [],
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
