public import PlanModel

/// How a figure stands in a cell, so that a formula sees what the validator sees.
public enum CanonicalCell: Hashable, Sendable {
  case blank
  case number(FixedDecimal)
  /// A serial day with a date format.
  case date(CivilDate)
  case text(String)
}

extension Figure {
  /// Returns the cell for a figure in a column of this kind: 无 is the text `无`, — the text `—`; what is no number in a
  /// column for numbers, or no day in a column for days, is text.
  public func cell(in kind: FigureKind) -> CanonicalCell {
    switch (kind, self) {
    case (_, .blank), (_, .text("")): .blank
    case (_, .nilReturn): .text("无")
    case (_, .notApplicable): .text("—")
    case (_, .text(let text)): .text(text)
    case (.number, .decimal(let value)): counted.map { .number($0) } ?? .text(value.shortest)
    case (.date, .date): countedDay.map { .date($0) } ?? .text(countedText ?? "")
    case (_, .decimal), (_, .date): .text(countedText ?? "")
    }
  }
}

extension TypingScope {
  /// Returns what the column of a resolved reference is for; `nil` if there is no such row or column.
  public func kind(of reference: Reference) -> FigureKind? {
    guard let meaning = try? meaning(of: reference, at: 0), meaning.reference == reference else { return nil }
    return meaning.kind
  }
}
