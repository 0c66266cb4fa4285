internal import ArgumentParser
internal import Huizong
internal import PlanModel

/// `huizong ledger verify`: proves the ledger.
struct LedgerVerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "核对台账有没有被改过 / Prove that nothing in the ledger was changed",
    discussion: """
      每条记录带着前一条的校验值，各表由记录重算一遍对照，改动、删除任何一处都会露出来。给了 --plan 或 --key，再凭密钥核对封存：没有密钥的人
      整本重写也会露出来。记下最后一条的校验值（或打印 huizong ledger certificate），以后用 --head 核对台账没有被截断。
      Each event carries the digest of the one before, and every table is worked out from them again. With --plan or --key the seals
      are proved too: who has no key cannot write it all anew. Note down the last digest; --head proves later that nothing was cut off.
      退出码：0 完整；1 有不对的；2 台账不能用。
      Exit status: 0 whole; 1 faults; 2 the ledger is unusable.
      """)

  @OptionGroup var source: LedgerOption

  @Option(help: ArgumentHelp("以前记下的校验值 / a digest noted down earlier", valueName: "sha256"))
  var head: String?

  @OptionGroup var key: SealKeyOptions
  @OptionGroup var language: LanguageOption

  func run() throws {
    let proof: LedgerQuery.Proof
    do throws(JobError) {
      proof = try LedgerQuery(path: source.ledger).verify(
        head: head, plan: key.plan, keyPath: key.key, in: language.language)
    } catch {
      StandardStreams.complain(error.message(in: language.language))
      throw ExitCode.unusable
    }
    StandardStreams.say(proof.text())
    if !proof.isSound { throw ExitCode.findings }
  }
}
