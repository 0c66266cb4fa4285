/// What may be typed into a cell, and what the program says about it.
public struct DataValidation: Hashable, Sendable {
  public var rule: Rule
  /// Whether an empty cell passes.
  public var allowsBlank: Bool
  /// Shown when the cell is selected.
  public var input: Message?
  /// Shown when the entry does not pass; `nil` leaves the words to the program.
  public var error: Message?
  public var style: Style

  public enum Rule: Hashable, Sendable {
    /// Anything passes; for an input message alone.
    case any
    /// One of these. No item holds a comma or a quote; joined by commas at most 255 UTF-16 units.
    case list([String])
    /// One of the cells of a range: `'选项'!$A$1:$A$5`.
    case listRange(String)
    case whole(Comparison)
    case decimal(Comparison)
    /// Operands are serial dates or formulas.
    case date(Comparison)
    case textLength(Comparison)
    /// A formula for the first cell of the range, true where the entry passes.
    case custom(String)
  }

  public struct Message: Hashable, Sendable {
    /// Up to 32 UTF-16 units.
    public var title: String
    /// Up to 255 UTF-16 units.
    public var text: String

    public init(_ title: String, _ text: String) {
      self.title = title
      self.text = text
    }
  }

  public enum Style: Hashable, Sendable {
    /// The entry is refused.
    case stop
    /// The program asks whether to keep it.
    case warning
    /// The program only tells.
    case information
  }

  public init(
    _ rule: Rule, allowsBlank: Bool = true, input: Message? = nil, error: Message? = nil, style: Style = .stop
  ) {
    self.rule = rule
    self.allowsBlank = allowsBlank
    self.input = input
    self.error = error
    self.style = style
  }
}
