import FoundationEssentials
import PlanFile
import PlanModel
import Testing

/// A plan goes into tables and comes back the same.
@Suite struct PlanTablesTests {
  /// The plan without what knows the lines it stands in.
  private static func placeless(_ text: String) throws -> Plan {
    var plan = try PlanReader().read(text)
    plan.rules = []
    plan.waivers = []
    plan.revisions = []
    return plan
  }

  /// Every field of a rule or a waiver as the tables of a plan have it.
  private static func kept(_ text: String) throws -> [PlanTables.Table] {
    try PlanTables(text).tables.filter { [.rules, .waivers, .revisions].contains($0.section) }
  }

  private static func sample() throws -> String {
    String(
      decoding: try Data(contentsOf: URL(filePath: Repository.path("samples/shanwei-2024/plan.yaml"))), as: UTF8.self)
  }

  private static func expectRoundTrip(_ text: String) throws {
    let (written, problems) = try PlanTables(text).written()
    #expect(problems == [])
    #expect(try placeless(written) == placeless(text))
    #expect(try kept(written) == kept(text))
    // Once more: nothing is left to change.
    let (again, _) = try PlanTables(written).written()
    #expect(again == written)
  }

  @Test func `the sample`() throws { try Self.expectRoundTrip(Self.sample()) }

  @Test func `the small plan`() throws { try Self.expectRoundTrip(SmallPlan.text) }

  /// Written in every way that YAML has, with what would read as something else.
  @Test func `whatever a plan may say, however it is written`() throws {
    let text =
      SmallPlan.text
      .replacing("aliases: [福利科]", with: "aliases: [福利科, \"福利、儿童科\", \"[科]\", \"true\", \"null\", 1]")
      .replacing("    heading: 提升养老服务\n", with: "    heading: \"true\"\n")
      .replacing("    heading: 加强党建\n", with: "    heading: \"{甲: 乙}\"\n")
      .replacing(
        "    leads: [办公室]",
        with: "    reason: |\n      因为机构改革，\n      任务撤销。\n    until: 2024Q3\n    leads:\n      - 办公室")
        + """
        rules:
          - {id: W01, grade: 强制性, trialUntil: 2024-06, scope: {indicators: ["1.1-01"]}}
          - id: X01
            name: own-rule
            grade: warning
            expression: >-
              累计 >= 0
              且 累计 <= 100
            message: "“{value}”不对: [看]"
            remedy: 'it''s'
            examples: [{values: {累计: "1"}, holds: true}, {values: {累计: -1}, holds: false}]
        waivers:
          - {rule: W01, unit: 东县, askedBy: 甲, approvedBy: 乙, why: "  两端有空格 ", until: 2024-12-31}
        revisions:
          - {revision: 1, date: 2024-03-01, why: 印发}
          - {revision: 1, note: [甲, {乙: 丙}]}

        """
    try Self.expectRoundTrip(text)
  }

  @Test func `lists of words stand as people write them`() throws {
    let tasks = try #require(PlanTables(Self.sample()).tables.first { $0.section == .tasks })
    let place = try #require(tasks.columns.firstIndex(of: "responsible"))
    #expect(tasks.rows[0][place] == "市局各科室及直属单位、各县(市、区)民政局")
    let path = try #require(tasks.columns.firstIndex(of: "path"))
    #expect(tasks.rows[0][path] == "一、(一)")
  }

  @Test func `what is wrong is said of its cell`() throws {
    var tables = try PlanTables(SmallPlan.text).tables
    func change(_ section: PlanTables.Section, _ row: Int, _ column: String, _ text: String) throws {
      let table = try #require(tables.firstIndex { $0.section == section })
      let place = try #require(tables[table].columns.firstIndex(of: column))
      tables[table].rows[row][place] = text
    }
    try change(.indicators, 0, "value", "三十")
    try change(.units, 2, "from", "六月")
    try change(.tasks, 1, "heading", "")
    let problems = PlanTables(tables: tables).written().problems
    #expect(
      problems.map(\.place) == [
        .init(section: .units, row: 2, column: "from"), .init(section: .indicators, row: 0, column: "value"),
        .init(section: .tasks, row: 1, column: nil),
      ])
    #expect(problems.dropFirst().first?.sentence(in: .chinese).contains("三十") == true)
    try change(.indicators, 1, "task", "9.9")
    try change(.indicators, 0, "allocation", "{东县: 18")
    #expect(
      PlanTables(tables: tables).written().problems.map { $0.sentence(in: .english) } == [
        "there is no task “9.9”", "“{东县: 18” is no list, map or text in quotes",
      ])
  }

  @Test func `what stands twice is named without the line of a file that is only being made`() throws {
    let text = SmallPlan.text.replacing("name: 镇数", with: "name: 建成的镇")
    let problems = try PlanTables(text).written().problems
    #expect(problems.map { $0.sentence(in: .chinese) } == ["“建成的镇”在前面的行里已经用过。请改成不重复的。"])
    #expect(problems.first?.place?.column == "name")
  }
}
