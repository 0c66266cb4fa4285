import ArgumentParser
import Huizong

/// `huizong template`: one form for each reporting unit.
struct Template: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "按计划为各单位生成填报表 / write one form for each reporting unit",
    discussion: """
      例：huizong template --plan plan.yaml --period 2024-06 --history 2024-04 2024-05 -o 模板
      加 --self-test 先自测：每份填报表按规矩填、再填错，写出、读回、审核；每条规则都要有反应，通过才生成。
      With --self-test the forms are filled, well and badly, written, read back and checked first; they are written for
      good only if every figure comes back and every rule speaks.
      文件夹里已有的填报表，没有填过的换成新的；填过、改过的不动，并说明，要替换加 --replace。
      A form that is there is written anew only if nobody has filled or changed it, unless --replace is given.
      退出码：0 已生成；1 自测没有通过，有的表没有写，或联系人表有读不懂的；2 计划、期别、单位或文件夹不能用。
      Exit status: 0 written; 1 the self-test failed, some form was not written, or the list of contacts has faults;
      2 plan, period, unit or folder unusable.
      """)

  @OptionGroup var plan: PlanOptions

  @Option(help: ArgumentHelp("期别：2024-06、2024Q2、2024H1、2024 / period", valueName: "period"))
  var period: String

  @Option(
    name: .customLong("unit"), parsing: .upToNextOption,
    help: ArgumentHelp("只生成这些单位，可写简称或集合名 / these units or groups only", valueName: "name"))
  var units: [String] = []

  @Option(
    name: .customLong("history"), parsing: .upToNextOption,
    help: ArgumentHelp("前几期报送件的文件夹，可多个 / folders of earlier periods, one or more", valueName: "dir"))
  var history: [String] = []

  @Option(
    help: ArgumentHelp(
      "本期已收报送件的文件夹，供牵头科室条线复核 / folder of this period's submissions, for lead departments to review",
      valueName: "dir"))
  var reported: String?

  @Option(name: [.customShort("o"), .long], help: ArgumentHelp("输出文件夹 / output folder", valueName: "dir"))
  var output: String

  @Flag(name: .customLong("self-test"), help: "先自测，通过才生成 / test the forms first, write them if all is well")
  var selfTest = false

  @Flag(help: "替换已经填写或改动过的填报表 / write over forms that were filled or changed")
  var replace = false

  @OptionGroup var common: RunOptions

  func run() async throws {
    do throws(JobError) {
      let plan = try plan.openWithContacts(common.lang)
      let job = try TemplateJob(
        plan: plan, period: plan.period(period), units: units, history: history, reported: reported,
        output: output, replacing: replace, workers: common.workerCount)
      if selfTest {
        let outcome = try await job.selfTest(newKey: common.tellNewKey)
        common.printLine(outcome.text(in: common.lang))
        if !outcome.passed { Self.exit(withError: ExitCode.findings) }
      }
      var isAllRead = true
      let forms = try await job.run(newKey: common.tellNewKey) { reported in
        let lines = reported.period.refusedLines(language: common.lang)
        for line in lines { StandardStreams.complain(line) }
        isAllRead = lines.isEmpty
      }
      for form in forms {
        common.printLine(form.state.trouble(form.path, common.lang) ?? CommandWords.form(form, common.lang))
      }
      let written = forms.count { $0.state == .written }
      let left = forms.count - written
      common.printLine(CommandWords.forms(written: written, left: left, common.lang))
      if left > 0 || !isAllRead || !job.plan.contacts.messages(in: common.lang).isEmpty {
        Self.exit(withError: ExitCode.findings)
      }
    } catch {
      throw common.stop(error)
    }
  }
}
