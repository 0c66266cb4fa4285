/// The value of a property the writer of a workbook makes up.
public enum CustomProperty: Hashable, Sendable {
  /// 1 to 255 UTF-16 units.
  case text(String)
  case number(Double)
  case boolean(Bool)
}
