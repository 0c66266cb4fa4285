internal import ArgumentParser
internal import Huizong
internal import PlanModel

/// `huizong ledger certificate`: a page to sign, by which paper proves the file.
struct LedgerCertificateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certificate", abstract: "打印台账校验单，签字存档 / A page with the ledger's digest, to print and sign",
    discussion: """
      先把台账核对一遍，再写一页：记录条数、最后一条的校验值、用哪把密钥封存。打印签字后，日后凭纸上的校验值证明台账没有被换过、改过、截断过。
      Proves the ledger first, then writes one page: how many events, the digest of the last, the key that sealed them. Signed on
      paper it proves later that the file was not replaced, altered or cut off.
      退出码：0 已写出；2 台账核对不过，或不能用。
      Exit status: 0 written; 2 the ledger cannot be proved or used.
      """)

  @OptionGroup var source: LedgerOption
  @OptionGroup var plan: PlanOptions

  @Option(help: ArgumentHelp("以此为现在的时间 / the time to take for now", valueName: "time"))
  var now: String?

  @Option(name: [.customShort("o"), .long], help: ArgumentHelp("校验单 / the page", valueName: "file.xlsx"))
  var output: String

  @OptionGroup var language: LanguageOption

  func run() throws {
    let language = language.language
    do throws(JobError) {
      let plan = try plan.open(language)
      try OutputPath.check([(output, .workbook)], plan: plan, files: [source.ledger])
      try LedgerQuery(path: source.ledger).writeCertificate(of: plan, clock: .typed(now), to: output)
      StandardStreams.say(CommandWords.certificate(output, language))
    } catch {
      StandardStreams.complain(error.message(in: language))
      throw ExitCode.unusable
    }
  }
}
