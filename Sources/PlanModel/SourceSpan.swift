/// Where words stand in the plan document. All numbers are one-based; columns count Unicode characters.
public struct SourceSpan: Hashable, Sendable {
  public let line: Int
  public let column: Int
  public let endLine: Int
  /// The column of the last character, included.
  public let endColumn: Int

  public init(line: Int, column: Int, endLine: Int, endColumn: Int) {
    self.line = line
    self.column = column
    self.endLine = endLine
    self.endColumn = endColumn
  }
}
