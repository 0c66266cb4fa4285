import PlanModel
import Testing
import Validation

@testable import Consolidation

@Suite struct CountingFilesTests {
  private let ten = Sample.row("1-01", Sample.decimal("10"))
  private let twelve = Sample.row("1-01", Sample.decimal("12"))
  private let other = Sample.row("1-02", Sample.decimal("5"))

  private func decide(_ candidates: Candidate...) -> CountingFiles {
    let decided = CountingFiles(candidates, reporting: [])
    #expect(
      decided == CountingFiles(candidates.reversed(), reporting: []), "the order of the files decides nothing")
    return decided
  }

  @Test func `a file received later supersedes the earlier one`() {
    let files = decide(
      Sample.candidate("east", "b.xlsx", received: "2024-07-02", ten),
      Sample.candidate("east", "a.xlsx", received: "2024-07-04", twelve))
    #expect(files.counting.map(\.submission.file) == ["a.xlsx"])
    #expect(files.superseded.map(\.submission.file) == ["b.xlsx"])
    #expect(files.disputed == [])
  }

  @Test func `a later file without a stamp replaces none that has one, and waits for a person`() throws {
    let unstamped = Finding(id: "W17", rule: "stamp-missing", grade: .warning, file: "b.xlsx")
    let stamped = Sample.candidate("east", "a.xlsx", received: "2024-07-02", ten)
    let later = Sample.candidate("east", "b.xlsx", received: "2024-07-04", findings: [unstamped], twelve)
    let files = decide(stamped, later)
    #expect(files.counting.count == 2 && files.superseded.isEmpty && files.disputed == ["1-01"])
    // Of two without a stamp the later one counts, and a stamped one replaces either.
    let first = Sample.candidate("east", "c.xlsx", received: "2024-07-03", findings: [unstamped], ten)
    #expect(decide(first, later).counting == [later])
    #expect(decide(first, Sample.candidate("east", "d.xlsx", received: "2024-07-05", twelve)).superseded == [first])
  }

  @Test func `of one day and different in a figure, both stand and the cell is disputed`() {
    let files = decide(
      Sample.candidate("east", "最终版.xlsx", ten, other), Sample.candidate("east", "最终版2.xlsx", twelve, other))
    #expect(files.counting.count == 2)
    #expect(files.disputed == ["1-01"])
  }

  @Test func `a file filled on the return of another supersedes it on the same day`() {
    let files = decide(
      Sample.candidate("east", "a.xlsx", ten),
      Sample.candidate("east", "b.xlsx", parent: "digest of a.xlsx", twelve))
    #expect(files.counting.map(\.submission.file) == ["b.xlsx"])
  }

  @Test func `a return's descendant wins even if a later day is noted for its parent`() {
    let files = decide(
      Sample.candidate("east", "a.xlsx", received: "2024-07-09", ten),
      Sample.candidate("east", "b.xlsx", received: "2024-07-04", parent: "digest of a.xlsx", twelve))
    #expect(files.counting.map(\.submission.file) == ["b.xlsx"])
  }

  @Test func `files that claim to be each other's return are in dispute`() {
    let files = decide(
      Sample.candidate("east", "a.xlsx", parent: "digest of b.xlsx", ten),
      Sample.candidate("east", "b.xlsx", parent: "digest of a.xlsx", twelve))
    #expect(files.counting.count == 2)
    #expect(files.disputed == ["1-01"])
  }

  @Test func `what is sent again after something else counts again, and settles what was in dispute`() {
    let first = Sample.candidate("east", "1.xlsx", received: "2024-07-03", ten)
    let again = Sample.candidate("east", "3.xlsx", received: "2024-07-05", ten)
    let after = decide(first, Sample.candidate("east", "2.xlsx", received: "2024-07-04", twelve), again)
    #expect(after.counting == [again] && after.superseded.count == 2 && after.duplicates.isEmpty)
    let beside = decide(first, Sample.candidate("east", "2.xlsx", received: "2024-07-03", twelve), again)
    #expect(beside.counting == [again] && beside.disputed.isEmpty)
    let before = decide(Sample.candidate("east", "0.xlsx", received: "2024-07-02", twelve), first, again)
    #expect(before.counting == [first] && before.duplicates == [again])
  }

  @Test func `files that differ in a list or in who signed are no copies`() {
    func file(_ name: String, _ day: String, object: String, preparer: String) -> Candidate {
      let plain = Sample.candidate("east", name, received: day, ten)
      var submission = plain.submission
      submission.lists = ["1-01": [.init(values: ["对象": .init(figure: .text(object), origin: nil)])]]
      submission.signature.preparer = preparer
      return Candidate(submission: submission, received: plain.received, findings: [])
    }
    let first = file("1.xlsx", "2024-07-03", object: "甲", preparer: "张三")
    let list = file("2.xlsx", "2024-07-04", object: "乙", preparer: "张三")
    let name = file("2.xlsx", "2024-07-04", object: "甲", preparer: "李四")
    for later in [list, name] { #expect(decide(first, later).counting == [later]) }
    #expect(decide(first, file("2.xlsx", "2024-07-04", object: "甲", preparer: "张三")).duplicates.count == 1)
  }

  @Test func `of one day and different in a list, both stand and the item is disputed; notes are words`() {
    func file(_ name: String, _ state: String, note: String) -> Candidate {
      let plain = Sample.candidate("east", name, ten, other)
      var submission = plain.submission
      let row = ["对象": "甲", "本期状态": state, "办理情况": note].mapValues {
        Submission.Entry(figure: .text($0), origin: nil)
      }
      submission.lists = ["1-01": [.init(values: row)]]
      return Candidate(submission: submission, received: plain.received, findings: [])
    }
    let first = file("1.xlsx", "推进中", note: "已现场看过")
    #expect(decide(first, file("2.xlsx", "已办结", note: "已现场看过")).disputed == ["1-01"])
    #expect(decide(first, file("2.xlsx", "推进中", note: "待验收")).disputed == [])
  }

  @Test func `the order of a list and how a name is written say nothing`() {
    func file(_ name: String, _ objects: [(name: String, state: String)]) -> Candidate {
      let plain = Sample.candidate("east", name, ten)
      var submission = plain.submission
      submission.lists = [
        "1-01": objects.map { object in
          .init(
            values: ["对象": object.name, "本期状态": object.state].mapValues { .init(figure: .text($0), origin: nil) })
        }
      ]
      return Candidate(submission: submission, received: plain.received, findings: [])
    }
    let first = file("1.xlsx", [("（一）甲", "推进中"), ("乙", "已办结"), ("乙", "推进中")])
    for same in [
      file("2.xlsx", [("乙", "推进中"), ("(一)甲", "推进中"), ("乙", "已办结")]),
      file("2.xlsx", [("(一)甲", "推进中"), ("乙", "已办结"), ("乙", "推进中")]),
    ] {
      #expect(decide(first, same).duplicates == [same])
    }
    for other in [
      file("2.xlsx", [("乙", "推进中"), ("(一)甲", "推进中")]),
      file("2.xlsx", [("乙", "推进中"), ("(一)甲", "推进中"), ("乙", "推进中")]),
      file("2.xlsx", [("（一）甲", "已办结"), ("乙", "推进中"), ("乙", "推进中")]),
    ] {
      #expect(decide(first, other).disputed == ["1-01"])
    }
  }

  @Test func `a dispute about a list alone names the object and its states`() throws {
    func file(_ name: String, _ states: [String: String]) -> Candidate {
      let plain = Sample.candidate("east", name, ten)
      var submission = plain.submission
      submission.lists = [
        "1-01": states.sorted { $0.key < $1.key }.enumerated().map { row, object in
          let origin = FigureOrigin(file: name, digest: "", sheet: "明细表", cell: "E\(row + 6)", text: object.value)
          return .init(values: [
            "对象": .init(figure: .text(object.key), origin: nil),
            "本期状态": .init(figure: .text(object.value), origin: origin),
          ])
        }
      ]
      return Candidate(submission: submission, received: plain.received, findings: [])
    }
    func finding(_ files: Candidate...) throws -> Finding {
      let report = UnitReport(
        unit: Unit(id: "east", name: "东县民政局", short: "东县", kind: .county), status: .conflict, due: nil,
        firstReceived: nil, corrected: nil,
        files: CountingFiles(files, reporting: []), expected: 1, reported: 1, omitted: [])
      return try #require(report.findings { _ in "改造" }.first)
    }
    let first = file("1.xlsx", ["A甲": "推进中", "B乙": "推进中", "C丙": "已办结"])
    let one = try finding(first, file("2.xlsx", ["A甲": "推进中", "B乙": "已办结", "C丙": "已办结"]))
    #expect(one.sheet == "明细表" && one.cells == ["E7"] && one.expected == "“改造”（明细表里“B乙”不同）")
    #expect(one.value == "1.xlsx 推进中；2.xlsx 已办结")
    let two = try finding(first, file("2.xlsx", ["A甲": "已办结", "B乙": "推进中"]))
    #expect(two.expected == "“改造”（明细表里“A甲”等2个对象不同）")
    let gone = try finding(first, file("2.xlsx", ["A甲": "推进中", "B乙": "推进中"]))
    #expect(gone.cells == ["E8"] && gone.value == "1.xlsx 已办结；2.xlsx 没有列")
    let three = try finding(
      first, file("2.xlsx", ["A甲": "推进中", "B乙": "已办结", "C丙": "已办结"]),
      file("3.xlsx", ["A甲": "未启动", "B乙": "推进中", "C丙": "已办结"]))
    #expect(three.value == "1.xlsx 推进中；2.xlsx 已办结；3.xlsx 推进中" && three.expected == "“改造”（明细表里“B乙”等2个对象不同）")
    let more = try finding(file("1.xlsx", ["A甲": "推进中"]), file("2.xlsx", ["A甲": "推进中", "B乙": "推进中"]))
    #expect(more.value == "1.xlsx 没有列；2.xlsx 推进中")
  }

  @Test func `a cell of which nothing could be taken stands against earlier figures, a blank one does not`() {
    let indicator = Indicator(code: "1-01", name: "改造", value: 100, measure: "户", reportedBy: ["east"])
    func row(_ text: String) -> Submission.Row {
      let origin = FigureOrigin(file: "", digest: "", sheet: "填报表", cell: "J7", text: text)
      return Submission.Row(code: "1-01", cumulative: .init(figure: .blank, origin: origin))
    }
    func decide(_ text: String, on day: String) -> CountingFiles {
      let files = [
        Sample.candidate("east", "1.xlsx", received: "2024-07-02", ten),
        Sample.candidate("east", "2.xlsx", received: day, row(text)),
      ]
      return CountingFiles(files, reporting: [indicator])
    }
    let later = decide("300-310", on: "2024-07-04")
    #expect(later.source(of: "1-01")?.submission.file == "2.xlsx" && later.disputed == [])
    #expect(later.superseded.map(\.submission.file) == ["1.xlsx"])
    #expect(decide("300-310", on: "2024-07-02").disputed == ["1-01"])
    #expect(decide(" ", on: "2024-07-04").source(of: "1-01")?.submission.file == "1.xlsx")
    #expect(decide("300-310", on: "2024-07-01").source(of: "1-01")?.submission.file == "1.xlsx")
  }

  @Test func `equal content under another name is the same file`() {
    let files = decide(Sample.candidate("east", "a.xlsx", ten), Sample.candidate("east", "b.xlsx", ten))
    #expect(files.counting.map(\.submission.file) == ["a.xlsx"])
    #expect(files.duplicates.map(\.submission.file) == ["b.xlsx"])
  }

  @Test(arguments: [("2024-07-02", "2024-07-04", "a.xlsx", "b.xlsx"), ("2024-07-04", "2024-07-02", "b.xlsx", "a.xlsx")])
  func `a correction that leaves the figures as they were replaces what it corrects`(
    first: String, second: String, superseded: String, counting: String
  ) {
    let question = Finding(id: "W08", rule: "approximate", grade: .warning, file: superseded)
    func file(_ name: String, _ day: String) -> Candidate {
      Sample.candidate("east", name, received: day, findings: name == superseded ? [question] : [], ten)
    }
    let files = decide(file("a.xlsx", first), file("b.xlsx", second))
    #expect(files.counting.map(\.submission.file) == [counting])
    #expect(files.superseded.map(\.submission.file) == [superseded] && files.duplicates.isEmpty)
  }

  @Test func `without a date a file neither supersedes nor is superseded`() {
    let files = decide(
      Sample.candidate("east", "a.xlsx", received: nil, ten), Sample.candidate("east", "b.xlsx", twelve))
    #expect(files.disputed == ["1-01"])
  }

  @Test func `a later file that must be mended does not displace a good one`() {
    let broken = Finding(id: "E02", rule: "actual-not-number", grade: .error, file: "b.xlsx")
    let files = decide(
      Sample.candidate("east", "a.xlsx", received: "2024-07-02", ten),
      Sample.candidate("east", "b.xlsx", received: "2024-07-04", findings: [broken], twelve))
    #expect(files.counting.map(\.submission.file) == ["a.xlsx"])
    #expect(files.returned.map(\.submission.file) == ["b.xlsx"])
  }

  @Test func `files of one unit with rows of their own join, and each row has its file`() {
    let blank = Sample.row("1-02", .blank)
    let files = decide(
      Sample.candidate("east", "a.xlsx", ten, blank),
      Sample.candidate("east", "b.xlsx", Sample.row("1-01", .blank), other))
    #expect(files.counting.count == 2 && files.disputed == [] && files.superseded.isEmpty)
    #expect(files.source(of: "1-01")?.submission.file == "a.xlsx")
    #expect(files.source(of: "1-02")?.submission.file == "b.xlsx")
    #expect(files.source(of: "1-03") == nil)
  }

  @Test func `a later file supersedes the rows that it reports, and no others`() {
    let files = decide(
      Sample.candidate("east", "a.xlsx", received: "2024-07-02", ten, other),
      Sample.candidate("east", "b.xlsx", received: "2024-07-04", twelve, Sample.row("1-02", .blank)))
    #expect(files.source(of: "1-01")?.submission.file == "b.xlsx")
    #expect(files.source(of: "1-02")?.submission.file == "a.xlsx")
    #expect(files.superseded.isEmpty && files.disputed == [])
  }

  @Test func `overlapping parts conflict only where both report`() {
    let files = decide(
      Sample.candidate("east", "a.xlsx", ten, other), Sample.candidate("east", "b.xlsx", twelve))
    #expect(files.disputed == ["1-01"])
    #expect(files.contenders(for: "1-01").map(\.submission.file) == ["a.xlsx", "b.xlsx"])
    #expect(files.contenders(for: "1-02").map(\.submission.file) == ["a.xlsx"])
  }

  @Test func `what was filled on a file's return replaces all of it, blank cells too`() {
    let files = decide(
      Sample.candidate("east", "a.xlsx", ten, other),
      Sample.candidate(
        "east", "b.xlsx", received: "2024-07-04", parent: "digest of a.xlsx", twelve, Sample.row("1-02", .blank)))
    #expect(files.counting.map(\.submission.file) == ["b.xlsx"])
    #expect(files.source(of: "1-02") == nil)
  }

  @Test func `a file that reports nothing has still come in`() {
    let files = decide(Sample.candidate("east", "a.xlsx", Sample.row("1-01", .blank)))
    #expect(files.counting.map(\.submission.file) == ["a.xlsx"] && files.source(of: "1-01") == nil)
  }

  @Test func `what a person chose counts, and only that`() {
    let first = Sample.candidate("east", "a.xlsx", ten, other)
    let second = Sample.candidate("east", "b.xlsx", twelve, other)
    let whole = FileChoices(chosen: [.init(unit: "east", indicator: nil, digest: "digest of b.xlsx")])
    let chosen = CountingFiles([first, second], reporting: [], choices: whole)
    #expect(chosen.disputed == [] && chosen.source(of: "1-01")?.submission.file == "b.xlsx")
    #expect(chosen.counting.map(\.submission.file) == ["b.xlsx"])
    #expect(chosen.superseded.map(\.submission.file) == ["a.xlsx"])
    let item = FileChoices(chosen: [.init(unit: "east", indicator: "1-01", digest: "digest of a.xlsx")])
    let one = CountingFiles([first, second], reporting: [], choices: item)
    #expect(one.disputed == [] && one.source(of: "1-01")?.submission.file == "a.xlsx" && one.counting.count == 2)
    let elsewhere = FileChoices(chosen: [.init(unit: "west", indicator: nil, digest: "digest of b.xlsx")])
    #expect(CountingFiles([first, second], reporting: [], choices: elsewhere).disputed == ["1-01"])
  }

  @Test func `an earlier file that was chosen counts again`() {
    let files = CountingFiles(
      [
        Sample.candidate("east", "a.xlsx", received: "2024-07-02", ten),
        Sample.candidate("east", "b.xlsx", received: "2024-07-04", parent: "digest of a.xlsx", twelve),
      ], reporting: [],
      choices: FileChoices(chosen: [.init(unit: "east", indicator: nil, digest: "digest of a.xlsx")]))
    #expect(files.source(of: "1-01")?.submission.file == "a.xlsx")
  }

  @Test func `a file that was withdrawn counts no more, and is not forgotten`() {
    let files = CountingFiles(
      [
        Sample.candidate("east", "a.xlsx", received: "2024-07-02", ten),
        Sample.candidate("east", "b.xlsx", received: "2024-07-04", twelve),
      ], reporting: [], choices: FileChoices(withdrawn: ["digest of b.xlsx": "报错了县"]))
    #expect(files.counting.map(\.submission.file) == ["a.xlsx"])
    #expect(files.withdrawn.map(\.submission.file) == ["b.xlsx"] && files.superseded.isEmpty)
  }
}
