import PlanModel
import Testing
import Validation
import XLSXWriting

@testable import Forms

/// What a form says of itself before it is sent in.
@Suite struct SelfCheckTests {
  static let rules = RulePackage(plan: FormSample.plan)

  static func check(_ entries: [(String, FormColumn, CellContent)], signed: Bool = true) throws -> SelfCheck {
    let layout = FormLayout(
      plan: FormSample.plan, unit: FormSample.east, period: FormSample.june, previous: FormSample.previous)
    var contents = FormContents()
    for (code, column, content) in entries { contents.cells[.init(code: code, column: column)] = content }
    if signed { contents.signing = [.preparer: "甲", .reviewer: "乙", .phone: "0660-3361210", .date: .number(45_474)] }
    return try SelfCheck(
      FormCells(
        layout: layout, plan: FormSample.plan, unit: FormSample.east, period: FormSample.june, contents: contents),
      rules: rules, explainedCell: SelfCheckGrid.explainedCell)
  }

  static let sound: [(String, FormColumn, CellContent)] = [
    ("1-01", .cumulative, 60), ("1-02", .current, 3977.52), ("1-02", .problems, "上半年偏低"), ("1-02", .nextSteps, "加大促销"),
    ("1-03", .cumulative, 120), ("1-04", .cumulative, "推进中"), ("1-05", .current, .number(45_455)),
    ("1-06", .progress, "压实责任，召开会议2次。"),
  ]

  static func faults(_ check: SelfCheck) -> [String] {
    check.lines.flatMap { line in
      line.rows.enumerated().compactMap { index, answer in
        answer.flatMap { $0.verdict == .ok ? nil : "\(index + 1) \($0.verdict.chinese) \(line.question.prefix(8))" }
      } + (line.whole.flatMap { $0.answer.verdict == .ok ? nil : ["签署 \($0.answer.verdict.chinese)"] } ?? [])
    }
  }

  @Test func `a form filled as it should be has nothing to mend`() throws {
    #expect(Self.faults(try Self.check(Self.sound)) == [])
  }

  @Test func `an empty form misses every cell that must be filled, and the signatures`() throws {
    let faults = Self.faults(try Self.check([], signed: false))
    #expect(faults == (1...6).map { "\($0) 缺 应填的格是空白的" } + ["签署 缺"])
  }

  struct Fault: CustomTestStringConvertible {
    let testDescription: String
    let entries: [(String, FormColumn, CellContent)]
    let faults: [String]

    init(_ name: String, _ entries: [(String, FormColumn, CellContent)], _ faults: [String]) {
      (testDescription, self.entries, self.faults) = (name, entries, faults)
    }
  }

  static let faulty: [Fault] = [
    Fault("words for a number", [("1-01", .cumulative, "约60")], ["1 不符 数字栏填了文字、"]),
    Fault(
      "less than before", [("1-01", .cumulative, 40), ("1-01", .problems, "甲"), ("1-01", .nextSteps, "乙")],
      ["1 不符 年初以来的累计数"]),
    Fault(
      "less than before, explained",
      [
        ("1-01", .cumulative, 40), ("1-01", .problems, "甲"), ("1-01", .nextSteps, "乙"),
        ("1-01", .explanation, "核减重复登记2户"),
      ], []),
    Fault(
      "less than before, with an empty phrase",
      [
        ("1-01", .cumulative, 40), ("1-01", .problems, "甲"), ("1-01", .nextSteps, "乙"), ("1-01", .explanation, "情况属实"),
      ], ["1 不符 年初以来的累计数"]),
    Fault("more than the share", [("1-01", .cumulative, 101), ("1-01", .progress, "已完成")], ["1 不符 超过了应完成的数"]),
    Fault("behind without a word", [("1-02", .current, 1000), ("1-02", .problems, .blank)], ["2 缺 完成率低于序时进"]),
    Fault("not applicable, with a share", [("1-01", .cumulative, "—")], ["1 不符 有分解数、应完成"]),
    Fault("a day to come", [("1-04", .cumulative, .number(45_500))], ["4 不符 日期晚于本期期末"]),
    Fault("a duty done in another month", [("1-05", .current, .number(45_400))], ["5 不符 日期晚于本期期末"]),
    Fault("a negative number", [("1-03", .cumulative, -1)], ["3 不符 填了负数。冲减可"]),
  ]

  @Test(arguments: faulty)
  func `a fault is seen in its own row and nowhere else`(_ fault: Fault) throws {
    #expect(Self.faults(try Self.check(Self.sound + fault.entries)) == fault.faults)
  }

  @Test func `a rule that nobody can mend, is on trial or only tells is not asked`() throws {
    let questions = try Self.check([]).lines.map(\.question)
    let untold = ["累计数比上期小，核实说明里写了原因"]
    for text in untold { #expect(!questions.contains { $0.hasPrefix(text) }) }
    let names = Self.rules.formRules(of: FormSample.indicators[0], unit: FormSample.east, in: FormSample.june)
      .map(\.source)
    #expect(!names.isEmpty)
    #expect(names.allSatisfy { $0.grade != .notice && !$0.words.remedy.isEmpty })
  }
}
