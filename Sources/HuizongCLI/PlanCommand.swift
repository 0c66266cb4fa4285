internal import ArgumentParser

/// `huizong plan`: what concerns the plan file itself.
struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "计划文件的核对、查看、分解与导入导出 / Check and show the plan file, split its targets, take it to a workbook and back",
    subcommands: [
      PlanCheckCommand.self, PlanShowCommand.self, PlanAllocateCommand.self, PlanExportCommand.self,
      PlanImportCommand.self,
    ])
}
