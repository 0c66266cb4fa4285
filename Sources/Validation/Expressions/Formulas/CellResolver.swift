/// Says where in a workbook the cells stand that an expression reads.
///
/// A cell is the text of a reference as a formula of the sheet that will hold the rule writes it (`'填报表'!$G$7`), or a
/// constant (`80`, `DATE(2024,6,30)`). `nil` keeps the rule out of the workbook; its refusal names what was missing.
public protocol CellResolver {
  /// Returns the cell of a resolved reference, as `ExpressionContext.figure` is asked for them.
  func cell(_ reference: Reference) -> String?
  /// Returns the cells of a column of the indicator's list, one range of one column; all of them have the same rows.
  func list(column: String) -> String?
  /// The ranges of all columns of the indicator's list: a row that is blank in all of them is no row.
  var listRanges: [String]? { get }
  /// The range of 核实说明 of all rows: an explanation that stands twice is none.
  var explanations: String? { get }
  /// A condition that is TRUE where 核实说明 of the row holds a real explanation, for workbooks that work it out once;
  /// otherwise it is worked out from `explanations`.
  var explained: String? { get }
  /// Returns whether the reader of forms is taken to have remarked this; `nil` keeps a rule that asks for it out.
  func observation(_ name: String) -> Bool?
}

extension CellResolver {
  public func list(column: String) -> String? { nil }
  public var listRanges: [String]? { nil }
  public var explanations: String? { nil }
  public var explained: String? { nil }
  public func observation(_ name: String) -> Bool? { nil }
}
