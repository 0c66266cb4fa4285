import Forms
import PlanModel
import Validation

/// Rules about what the units' files say about one another.
extension RuleFixture {
  static let acrossRules: [RuleFixture] = [
    office(.allocationNotAdding, at: ["G7"], also: ["N06"], besides: ["N06"]) { office in
      let earlier = office.plan.replacing("revision: 2", with: "revision: 1")
      office.receive(
        "east.xlsx", try office.form("east", plan: earlier.replacing("东县: 60, 西县: 40", with: "东县: 50, 西县: 50")))
    } but: { office in
      office.receive(
        "east.xlsx", try office.form("east", plan: office.plan.replacing("revision: 2", with: "revision: 1")))
    },
    office(.identicalFigures, at: ["J7", "J8", "J9"]) { office in
      office.receive("office.xlsx", try office.form("office") { $0.set("15", .cumulative, 40) })
      office.receive(
        "west.xlsx",
        try office.form("west") { form in
          form.set("01", .cumulative, 31)
          form.set("16", .cumulative, 20)
          form.set("19", .cumulative, 620)
        })
    } but: { office in
      office.receive("west.xlsx", try office.form("west") { $0.set("01", .cumulative, 31) })
    },
    office(.countiesNotCity, at: ["J7"]) { office in
      office.receive("office.xlsx", try office.form("office") { $0.set("15", .cumulative, 33) })
    },
    office(.reviewIncomplete, at: ["D7"]) { office in
      office.receive("office.xlsx", try office.form("office") { $0.review(task: 0, .blank) })
    },
    office(.figureQueried, at: ["J7"]) { office in
      office.receive(
        "office.xlsx", try office.form("office", line: .east("31")) { $0.review(figure: 0, "存疑", "系统里是28户") })
    } but: { office in
      office.receive("office.xlsx", try office.form("office", line: .east("31")) { $0.review(figure: 0, "确认") })
    },
    office(.reviewOutdated, at: ["J10"]) { office in
      office.receive("office.xlsx", try office.form("office", line: .east("30")) { $0.review(figure: 0, "确认") })
    } but: { office in
      office.receive("office.xlsx", try office.form("office", line: .east("31")) { $0.review(figure: 0, "确认") })
    },
    office(.copiesNotBoth, at: []) {
      $0.plan += "  stampedCopy: true\n"
    } but: { office in
      office.plan += "  stampedCopy: true\n"
      for name in ["盖章件/局办公室.pdf", "东县.pdf", "西县 扫描件.jpg"] { office.receive(name, [1], on: nil) }
    },
  ]
}

extension LineFigures {
  /// What the east county had reported of the first indicator when the department's form was made.
  fileprivate static func east(_ figure: String) -> LineFigures {
    LineFigures(reported: ["east": ["1.1-01": .decimal(FixedDecimal(figure)!)]])
  }
}
