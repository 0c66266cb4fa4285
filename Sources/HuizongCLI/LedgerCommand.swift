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
