public import SpreadsheetML

/// Where a link leads.
public enum LinkTarget: Hashable, Sendable {
  /// A cell of a sheet of the same workbook. The sheet may be added later, but must be there on closing.
  case cell(sheet: String, CellReference)
  /// `http:`, `https:` or `mailto:`; at most 2,079 bytes once escaped.
  case web(String)
}
