import ArgumentParser
import Huizong
import PlanModel

/// `huizong merge`: parts of an inbox that several machines read become one.
struct Merge: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "合并几台机器各自读的部分 / join the parts that several machines read",
    discussion: """
      次序、重复都不影响结果；哪份文件计入，到 consolidate --partial 时才定。用密钥核验过的部分，凭 --plan 或 --key 核对有没有被改过。
      Order and repetition make no difference; which file counts is decided by consolidate --partial. Parts whose forms were proved
      with a key are proved by --plan or --key.
      例：huizong merge --plan plan.yaml 1.partial 2.partial 3.partial -o 全部.partial
      退出码：0 已写出；1 已写出，还缺几份（--shard），或各部分登记的收到日期不同；2 有的部分不完整、被改过，或不是同一期、同一份计划、同样份数的。
      Exit status: 0 written; 1 written, but shards are missing, or days of receipt differ; 2 a part is damaged or altered, or of another period, plan or split.
      """)

  @Option(name: [.customShort("o"), .long], help: ArgumentHelp("写到哪里 / where to", valueName: "file.partial"))
  var output: String

  @OptionGroup var seal: SealKeyOptions

  @OptionGroup var language: LanguageOption

  @Argument(help: ArgumentHelp("huizong partial 写出的文件 / what huizong partial wrote", valueName: "file.partial"))
  var parts: [String]

  func run() throws {
    let lang = language.language
    var isWhole = true
    do throws(JobError) {
      try OutputPath.check([(output, .part)], files: parts + [seal.plan, seal.key].compactMap(\.self))
      let key = try OpenPlan.signingKey(ofPlan: seal.plan, orAt: seal.key)
      let digest = try seal.plan.map { path throws(JobError) in try OpenPlan.digest(at: path) }
      guard let whole = try PartialJob.merge(parts, key: key, plan: digest) else { return }
      try whole.write(to: output, key: key)
      StandardStreams.say(whole.text(path: output, language: lang))
      for fault in whole.dayFaults(path: output) {
        isWhole = false
        StandardStreams.complain(fault.message(in: lang))
      }
      if let line = whole.missingLine(language: lang) {
        isWhole = false
        StandardStreams.complain(line)
      }
    } catch {
      StandardStreams.complain(error.message(in: lang))
      throw ExitCode.unusable
    }
    if !isWhole { throw ExitCode.findings }
  }
}
