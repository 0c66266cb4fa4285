public import SpreadsheetML

/// A rule for what may be entered into some cells.
public struct DataValidation: Hashable, Sendable {
  public let ranges: [CellRange]
  /// As in the file: `list`, `whole`, `decimal`, `date`, `textLength`, `custom`; `none` when it says nothing.
  public let type: String
  /// The first formula as written, as in `"是,否"` or `名单!$A$1:$A$9`; empty when there is none.
  public let formula1: String
}
