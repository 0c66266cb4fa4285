/// What a workbook says about itself. All of it can be forged, and much of it is often missing.
public struct DocumentProperties: Hashable, Sendable {
  public var title: String?
  public var creator: String?
  public var lastModifiedBy: String?
  /// As written, as in `2024-06-30T08:00:00Z`.
  public var created: String?
  public var modified: String?
  /// The program that saved it, as in `Microsoft Excel` or `WPS 表格`.
  public var application: String?
  /// Custom properties by name, each as text, whatever its type.
  public var custom: [String: String] = [:]

  public init() {}
}
