/// A name that the workbook gives to a formula, mostly to a range.
public struct DefinedName: Hashable, Sendable {
  public let name: String
  /// The formula as written, as in `填报表!$B$2:$F$40`.
  public let formula: String
  /// Zero-based place, among all sheets of the workbook, of the sheet where the name holds; `nil` for everywhere.
  public let sheetIndex: Int?
  public let isHidden: Bool
}
