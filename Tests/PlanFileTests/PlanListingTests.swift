import FoundationEssentials
import PlanFile
import PlanModel
import Testing

struct PlanListingTests {
  private func plan() throws -> Plan {
    try PlanReader().read(contentsOf: Repository.path("Tests/Compatibility/plan-v1.yaml"))
  }

  @Test func `a table lines up where a Chinese character is two columns wide`() throws {
    let text = try PlanListing(PlanReader().read(SmallPlan.text), task: "1.1").text(in: .chinese)
    #expect(
      text == """
        小计划（原文无标题，编者拟）  某局  2024年  第1版
        任务 1 项，指标 4 项

        编码    指标            性质    目标值  计量单位  完成时限    频次  报送单位
        --------------------------------------------------------------------------------------
        1.1     提升养老服务（牵头：社会福利科）
        1.1-01    适老化改造    目标    ≥30     户        2024-12-31  月    各县民政局
        1.1-02    示范点覆盖率  目标    ≥90.0   %         —           月    （由分子分母计算）
        1.1-03    建成的镇      背景数  —       —         —           月    各县民政局
        1.1-04    镇数          背景数  —       —         —           月    各县民政局

        """)
  }

  @Test func `what was made for the sample says so wherever it is printed`() throws {
    let all = try PlanListing(plan()).text(in: .chinese)
    #expect(all.contains("55（示例）"))
    #expect(all.contains("2024-06-15（示例）"))
    #expect(all.contains("月（示例）"))
    let county = try PlanListing(plan(), unit: "陆丰市").text(in: .chinese)
    #expect(county.contains("620（示例）"))
    #expect(!all.contains("620"))
  }

  @Test(arguments: ["lufeng", "陆丰市民政局", "陆丰市", "陆丰"])
  func `a unit is found by id, name, short name and alias`(_ name: String) throws {
    let text = try PlanListing(plan(), unit: name).text(in: .chinese)
    #expect(text.contains("陆丰市民政局报送"))
    #expect(text.contains("2.3-01"))
    #expect(!text.contains("2.6.2-01"))
  }

  @Test func `a unit or task that the plan does not have is refused with what it has`() throws {
    let plan = try plan()
    let unit = #expect(throws: PlanListingError.self) { try PlanListing(plan, unit: "某县") }
    #expect(unit?.message(in: .chinese).contains("陆河县民政局") == true)
    let task = #expect(throws: PlanListingError.self) { try PlanListing(plan, task: "9.9") }
    #expect(task?.message(in: .english).contains("2.5.1") == true)
  }

  @Test func `the JSON of the first version keeps all its fields and values`() throws {
    let first = try JSONDecoder().decode(
      JSONValue.self, from: Data(contentsOf: URL(filePath: Repository.path("Tests/Compatibility/plan-show-v1.json"))))
    let now = try JSONDecoder().decode(JSONValue.self, from: Data(PlanListing(plan(), task: "2.2").json().utf8))
    #expect(now.missing(from: first, path: "") == [])
  }

  @Test func `the same plan gives the same JSON`() throws {
    #expect(try PlanListing(plan()).json() == PlanListing(plan()).json())
  }
}
