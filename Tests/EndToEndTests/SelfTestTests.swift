import Foundation
import Testing

/// `huizong template --self-test`: forms are proved before they go out.
@Suite struct SelfTestTests {
  static let command = "huizong template --self-test --period 2024-06"

  /// Runs the self-test with a rule added to the sample's plan; the forms' folder comes with the result.
  private func run(
    adding rule: String? = nil, unit: String = "区划地名科 市福利彩票发行中心",
    history: String? = "samples/shanwei-2024/submissions/2024-05"
  ) throws -> (run: CommandRun, forms: [String]) {
    let folder = FileManager.default.temporaryDirectory.appending(path: "self-test-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var text = try CommandRun.text("samples/shanwei-2024/plan.yaml")
    if let rule { text = text.replacingOccurrences(of: "rules: []", with: "rules:\n  - {\(rule)}") }
    let plan = folder.appending(path: "plan.yaml").path()
    try Data(text.utf8).write(to: URL(filePath: plan))
    let run = try CommandRun(
      shell:
        "\(Self.command) \(history.map { "--history \($0)" } ?? "") --unit \(unit) --plan \(plan) --key samples/shanwei-2024/sample.key -o \(folder.path())/forms"
    )
    let forms = (try? FileManager.default.contentsOfDirectory(atPath: "\(folder.path())/forms")) ?? []
    return (run, forms)
  }

  @Test func `sound rules pass, and the forms are written`() throws {
    let (run, forms) = try run()
    #expect(run.status == 0, "\(run.output)")
    #expect(run.output.contains("自测通过：2家、"))
    #expect(forms.count == 2)
  }

  @Test func `forms with lists that are open pass, and forms of a plan's first period`() throws {
    let listed = try run(unit: "局办公室 陆河县民政局")
    #expect(listed.run.status == 0, "\(listed.run.output)")
    #expect(listed.run.output.contains("自测通过：2家、"))
    let first = try run(unit: "市福利彩票发行中心", history: nil)
    #expect(first.run.status == 0, "\(first.run.output)")
    #expect(first.run.output.contains("自测通过：1家、"))
  }

  static let own = "id: X01, name: own, grade: error, message: 不对, remedy: 请核对, scope: {indicators: [\"2.5.3-01\"]}"

  @Test func `a rule that nothing can break is named, and no form is written`() throws {
    let (run, forms) = try run(adding: "\(Self.own), expression: 累计 < 100 或 累计 >= 100 或 累计 不是 数字")
    #expect(run.status == 1)
    #expect(run.output.contains("X01 own：没有一种填法能使它有反应"), "\(run.output)")
    #expect(forms.isEmpty)
  }

  @Test func `rules that contradict each other leave nothing to fill in`() throws {
    // A share of the target forbids “—”, and a negative figure is to be explained.
    let rule = Self.own.replacing("2.5.3-01", with: "2.2-01")
    let (run, forms) = try run(adding: "\(rule), expression: 累计 < 0", unit: "陆河县民政局")
    #expect(run.status == 1)
    #expect(run.output.contains("2.2-01 特殊困难老年人家庭适老化改造怎么填都通不过规则"), "\(run.output)")
    #expect(forms.isEmpty)
  }
}
