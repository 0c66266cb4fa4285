internal import SpreadsheetML

/// What the cells of a sheet refer to.
final class SheetContext {
  let name: String
  let strings: SharedStrings
  let styles: CellStyles
  let dateSystem: DateSystem
  let warnings: WarningLog

  init(name: String, strings: SharedStrings, styles: CellStyles, dateSystem: DateSystem, warnings: WarningLog) {
    self.name = name
    self.strings = strings
    self.styles = styles
    self.dateSystem = dateSystem
    self.warnings = warnings
  }
}
