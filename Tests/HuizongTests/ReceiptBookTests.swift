import Consolidation
import PlanModel
import TestSupport
import Testing

@testable import Huizong

/// `receipts.csv` as it is once Excel, WPS or a person has saved it.
@Suite struct ReceiptBookTests {
  private func folder(_ files: [String] = ["东县.xlsx", "县区/西县.xlsx"]) throws -> Folder {
    let folder = try Folder()
    for file in files { try folder.write("", to: file) }
    return folder
  }

  private func book(_ text: String, in folder: Folder, year: Int? = nil) throws -> ReceiptBook {
    try folder.write(text, to: "receipts.csv")
    return try ReceiptBook(inbox: folder.path, year: year)
  }

  private func days(_ book: ReceiptBook) -> [String] {
    ["东县.xlsx", "县区/西县.xlsx"].map { book.received($0)?.description ?? "—" }
  }

  @Test(arguments: [
    "file,date\n东县.xlsx,2024-07-03\n县区/西县.xlsx,2024-07-04\n", "东县.xlsx,2024/7/3\r\n县区\\西县.xlsx,2024/7/4\r\n",
    "文件,收到日期,,\r\n东县.xlsx,2024/7/3,,\r\n,,,\r\n县区\\西县.xlsx,2024/7/4,,\r\n,,,\r\n",
    "文件名;日期;时间\n东县.xlsx;2024年7月3日;9:30\n县区/西县.xlsx;2024年7月4日;18:05:00\n",
    "序号\t文件名\t收件时间\n1\t东县.xlsx\t2024/7/3 9:30\n2\t县区/西县.xlsx\t2024/7/4 0:00\n",
    "日期,文件\n2024-7-3,东县.xlsx\n2024-7-4,县区/西县.xlsx\n", "2024.7.3,东县.xlsx\n2024.7.4,县区/西县.xlsx",
    "\u{FEFF}\"文件名\",\"收到日期（年月日）\"\n\"东县.xlsx\",\"2024-07-03T08:00:00\"\n\"县区\\西县.xlsx\",\"20240704\"\n",
    "7月收件登记表,,\n,,\n文件名称,收件日期,备注\n东县.xlsx,2024/7/3,补盖章\n县区/西县.xlsx,2024/7/4,\n",
    "sep=;\nfile;date\n东县.xlsx;2024-07-03\n县区/西县.xlsx;2024-07-04\n", "东县，2024-07-03\n县区/西县.XLSX，2024-07-04\n",
    "file,date\n./东县,2024-07-03\n县区/西县,2024-07-04\n",
    "file,date\n东县.xlsx,2024-07-03\n东县.xlsx,2024/7/3\n县区/西县.xlsx,2024-07-04\n",
    "\"收到\n日期\",文件\n2024/7/3,东县.xlsx\n2024/7/4,县区/西县.xlsx\n",
    "东县.xlsx,2024/7/3 上午,\n".replacing(" 上午", with: "") + "县区/西县.xlsx,2024/7/4",
  ])
  func `a list is read however it was saved`(text: String) throws {
    let book = try book(text, in: folder())
    #expect(days(book) == ["2024-07-03", "2024-07-04"])
    #expect(book.problems.isEmpty && book.withoutFile.isEmpty)
  }

  @Test(arguments: ["东县.xlsx 2024-07-03", "东县.xlsx|2024/7/3", "东县.xlsx、2024年7月3日"])
  func `a day behind what separates nothing is asked about, and not taken for a name`(line: String) throws {
    let book = try book("file,date\n\(line)\n县区/西县.xlsx,2024-07-04\n", in: folder())
    #expect(days(book) == ["—", "2024-07-04"])
    #expect(book.problems.map(\.kind) == [.unreadable(line)] && book.problems[0].line == 2, "\(book.problems)")
    #expect(book.stated(of: "东县.xlsx") == nil)
  }

  @Test(arguments: ["文件名,截止日期", "文件名,填报日期", "附件,备注,负责人"])
  func `under a head that nobody knows no day is taken by its place`(head: String) throws {
    let book = try book("\(head)\n东县.xlsx,2024-07-31\n县区/西县.xlsx,2024-07-04\n", in: folder())
    #expect(days(book) == ["—", "—"] && book.stated(of: "东县.xlsx") == nil)
    #expect(book.problems.map(\.kind) == [.head(head)], "\(book.problems)")
  }

  @Test func `of many files that are not there, the first are told and how many more there are`() throws {
    let book = try book("file,date\n" + (1...100).map { "没有\($0).xlsx,2024-07-03\n" }.joined(), in: folder())
    let messages = ReceiptFaults(book).messages(in: .chinese)
    #expect(book.withoutFile.count == 100 && messages.count == 21, "\(messages.count)")
    #expect(messages.last == "还有80个登记了、文件夹里没有的文件，没有逐一列出。")
  }

  @Test(arguments: [true, false])
  func `UTF-16 is read, with its mark and without`(isMarked: Bool) throws {
    let folder = try folder()
    let text = (isMarked ? "\u{FEFF}" : "") + "文件\t日期\r\n东县.xlsx\t2024/7/3\r\n县区\\西县.xlsx\t2024/7/4\r\n"
    for isBig in [true, false] {
      let bytes = text.utf16.flatMap { unit in
        isBig ? [UInt8(unit >> 8), UInt8(unit & 0xFF)] : [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      }
      try folder.write(bytes: bytes, to: "receipts.csv")
      #expect(days(try ReceiptBook(inbox: folder.path)) == ["2024-07-03", "2024-07-04"])
    }
  }

  @Test func `the bytes of a Chinese Windows are read, under a name in whatever case`() throws {
    let folder = try folder()
    // 东县.xlsx in GBK.
    try folder.write(
      bytes: Array("file,date\r\n".utf8) + [0xB6, 0xAB, 0xCF, 0xD8] + Array(".xlsx,2024/7/3\r\n".utf8),
      to: "Receipts.CSV")
    let book = try ReceiptBook(inbox: folder.path)
    #expect(book.received("东县.xlsx")?.description == "2024-07-03" && book.problems.isEmpty)
    #expect(try Inbox(folder: folder.path).files.map(\.name) == ["东县.xlsx", "县区/西县.xlsx"])
  }

  @Test func `lists of every folder are read, by the name from their folder or from one above it`() throws {
    let folder = try folder()
    let inbox = folder.path.split(separator: "/").last ?? ""
    try folder.write("\(inbox)\\县区\\西县.xlsx,2024-07-04", to: "县区/receipts.csv")
    let book = try book("D:\\\(inbox)\\东县.xlsx,2024-07-03\n\"a,b.xlsx\",2024-07-05", in: folder)
    #expect(days(book) == ["2024-07-03", "2024-07-04"])
    #expect(book.problems.isEmpty && book.withoutFile == ["a,b.xlsx"])
    #expect(book.received("别的.xlsx") == nil)
    #expect(
      try ReceiptBook(inbox: folder.path, otherwise: CivilDate("2024-07-01")).received("别的.xlsx")?.description
        == "2024-07-01")
  }

  static let faults: [(text: String, line: Int, words: [String])] = [
    ("西县.xlsx,2024-07-03", 1, ["县区/西县.xlsx"]), ("东县.xlsx,7月3日", 1, ["7月3日", "2024-07-03"]),
    ("东县.xlsx,2024-07-03,x", 1, ["读不懂"]),
    ("\"东县.xlsx,2024-07-03", 1, ["读不懂"]), ("东县.xlsx,2024-02-30", 1, ["2024-02-30"]),
    ("东县.xlsx,45476", 1, ["45476", "2024-07-03"]),
    ("东县.xlsx,03/07/2024", 1, ["2024年3月7日", "2024年7月3日"]), ("东县.xlsx,1924-07-03", 1, ["1924-07-03", "年份"]),
    ("东县.xlsx,", 1, ["没有写收到日期"]), ("东县.xlsx,2024-07-03\n东县.xlsx,2024-07-09", 2, ["第1行2024-07-03", "第2行2024-07-09"]),
    ("东县.xlsx,2024-07-03\n东县,2024/7/9 9:00", 2, ["2024-07-03", "2024-07-09"]), ("西县,2024-07-03", 1, ["县区/西县.xlsx"]),
  ]

  @Test(arguments: faults)
  func `a line that cannot be used is said with its number, and the others are used`(
    text: String, line: Int, words: [String]
  ) throws {
    let folder = try folder()
    try folder.write("\(text)\n县区/西县.xlsx,2024-07-04\n", to: "receipts.csv")
    // Not even what the operator says of the rest holds for a file whose day is in doubt.
    let book = try ReceiptBook(inbox: folder.path, otherwise: CivilDate("2024-07-31"), year: 2024)
    #expect(book.received("县区/西县.xlsx")?.description == "2024-07-04")
    let isNamed = text.contains("东县.xlsx")
    #expect(book.received("东县.xlsx")?.description == (isNamed ? nil : "2024-07-31"))
    #expect(book.problems.map(\.line) == [line])
    let message = try #require(book.problems.first?.message(in: .chinese))
    #expect(message.hasPrefix("“receipts.csv”第\(line)行：") && words.allSatisfy { message.contains($0) }, "\(message)")
    #expect(book.problems.first?.message(in: .english).contains("line \(line)") == true)
  }

  @Test func `two files that differ in their endings only are not told apart by a name without one`() throws {
    let folder = try folder(["东县.xlsx", "东县.xls", "南县.xlsx", "南县.pdf"])
    let book = try book("东县,2024-07-03\n南县,2024-07-04\n", in: folder)
    #expect(book.received("东县.xlsx") == nil && book.received("东县.xls") == nil)
    #expect(book.received("南县.xlsx")?.description == "2024-07-04")
    #expect(book.problems.map(\.line) == [1])
  }

  @Test func `a workbook with the name of the list is said, and nothing else`() throws {
    let folder = try folder()
    try folder.write(bytes: TableBook.bytes([["文件", "日期"]]), to: "receipts.csv")
    let book = try ReceiptBook(inbox: folder.path)
    #expect(book.problems.count == 1 && book.problems[0].message(in: .chinese).contains("CSV"))
  }

  @Test func `of a list that nobody can read the first lines are said, and how many there are`() throws {
    let lines = (1...30).map { "不是\($0)" }.joined(separator: "\n")
    let messages = try book(lines + "\n", in: folder()).problems.messages(in: .chinese)
    #expect(messages.count == 21 && messages.last?.contains("10行") == true)
  }

  @Test func `a run says what is wrong and goes on, and the day is not known`() async throws {
    let folder = try Folder()
    let plan = try SmallOffice.sounding().lay(in: folder)
    try folder.write(
      "file,date\neast.xlsx,2024-07-03\neast.xlsx,2024-07-09\nwest.xlsx,2024/7/3\noffice.xlsx,2024/7/3 9:30\n",
      to: "inbox/receipts.csv")
    let outcome = try await ConsolidateJob(
      plan: plan, period: Period("2024-06")!, source: .inbox("\(folder.path)/inbox", earlier: []), workers: 1
    ).run()
    #expect(outcome.intake.receipts.problems.count == 1)
    #expect(outcome.period.units.first { $0.unit.id == "east" }?.status == .undated)
    #expect(outcome.period.units.count { $0.status == .onTime } == 2)
    #expect(outcome.needsSomebody && outcome.text(language: .chinese).contains("登记了不同的收到日期"))
    #expect(try outcome.report(language: .chinese).contains("receiptProblems"))
  }
}
