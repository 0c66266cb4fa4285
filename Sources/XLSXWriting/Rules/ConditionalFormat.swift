/// A look that depends on what the cell holds. Rules apply in the order in which they are added to the sheet.
public struct ConditionalFormat: Hashable, Sendable {
  public var rule: Rule
  /// Whether later rules stay away from a cell that this one took.
  public var stopsHere: Bool

  public enum Rule: Hashable, Sendable {
    case cell(Comparison, ConditionalStyle)
    /// A formula for the first cell of the range; it shifts from cell to cell as copied formulas do.
    case formula(String, ConditionalStyle)
    /// The text occurs in the cell, letters of either case.
    case contains(String, ConditionalStyle)
    case dataBar(DataBar)
  }

  public init(_ rule: Rule, stopsHere: Bool = false) {
    self.rule = rule
    self.stopsHere = stopsHere
  }

  /// Returns the format of cells that are exactly this text.
  public static func text(_ text: String, _ style: ConditionalStyle) -> ConditionalFormat {
    ConditionalFormat(.cell(.equal(FormulaText.string(text)), style))
  }

  public static func cell(_ comparison: Comparison, _ style: ConditionalStyle) -> ConditionalFormat {
    ConditionalFormat(.cell(comparison, style))
  }

  public static func formula(_ formula: String, _ style: ConditionalStyle) -> ConditionalFormat {
    ConditionalFormat(.formula(formula, style))
  }

  public static func contains(_ text: String, _ style: ConditionalStyle) -> ConditionalFormat {
    ConditionalFormat(.contains(text, style))
  }

  public static func dataBar(_ bar: DataBar) -> ConditionalFormat {
    ConditionalFormat(.dataBar(bar))
  }
}
