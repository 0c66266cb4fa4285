internal import ArgumentParser

/// `huizong ledger`: what the ledger knows, and what people decide about files.
struct LedgerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ledger", abstract: "台账的核对、查询与人工处理 / Prove and ask the ledger, decide about files",
    subcommands: [
      LedgerVerifyCommand.self, LedgerCertificateCommand.self, LedgerHistoryCommand.self, LedgerDiffCommand.self,
      LedgerChooseCommand.self,
      LedgerRestoreCommand.self, LedgerEnterCommand.self, LedgerExportCommand.self,
    ])
}

/// The ledger, as all of its commands take it.
struct LedgerOption: ParsableArguments {
  @Option(help: ArgumentHelp("台账 / the ledger", valueName: "ledger.sqlite"))
  var ledger: String
}

/// The key with which the ledger was sealed, for commands that can do without a plan.
struct LedgerKeyOptions: ParsableArguments {
  @Option(help: ArgumentHelp("计划文件，用它的签名密钥核对封存 / the plan whose key proves the seals", valueName: "plan.yaml"))
  var plan: String?

  @Option(help: ArgumentHelp("签名密钥文件 / the key that proves the seals", valueName: "file"))
  var key: String?
}
