extension Indicator {
  /// How a unit fills an indicator's row, and what its figure is.
  public enum EntryKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// A number since the start of the year; the period's own is worked out.
    case cumulative
    /// The period's own number; the one since the start of the year is worked out.
    case flow
    /// A state at the period's end, not to be added up over time.
    case level
    /// The day on which it was completed, or a word.
    case milestone
    /// The day in the period on which the duty was done, or a word.
    case recurring
    /// Only words.
    case words

    /// What stands in the cell that the unit fills.
    public enum Content: Hashable, Sendable {
      case number
      /// A day, or a word of state.
      case day
      case words
    }

    public var content: Content {
      switch self {
      case .cumulative, .flow, .level: .number
      case .milestone, .recurring: .day
      case .words: .words
      }
    }

    /// The column that the unit fills, and that decides whether the row is reported.
    public var column: FormColumn {
      switch self {
      case .cumulative, .level, .milestone: .cumulative
      case .flow, .recurring: .current
      case .words: .progress
      }
    }

    /// True for the number of what there is at the period's end, and not of what was done.
    public var isState: Bool {
      switch self {
      case .level: true
      case .cumulative, .flow, .milestone, .recurring, .words: false
      }
    }

    /// True if the figure of the earlier form belongs to the row, and 本期 is the step from it to 累计.
    public var hasPrevious: Bool {
      switch self {
      case .cumulative, .flow, .recurring: true
      case .level, .milestone, .words: false
      }
    }

    /// True if the units' figures make a number: their total, or how often a duty was done.
    public var hasTotal: Bool {
      switch self {
      case .cumulative, .flow, .level, .recurring: true
      case .milestone, .words: false
      }
    }
  }

  public var entryKind: EntryKind {
    switch kind {
    case .text: .words
    case .milestone: role == .mechanism ? .recurring : .milestone
    case .count, .ratio, .money, .length, .list:
      switch accumulation {
      case .flow: .flow
      case .level: .level
      case .cumulative, .list, .milestone: .cumulative
      }
    }
  }

  /// True if the form takes a number.
  public var isNumeric: Bool { entryKind.content == .number }

  /// True if the form takes a date or a word of state instead of a number.
  public var isDated: Bool { entryKind.content == .day }

  /// True if the form takes only words.
  public var isWordsOnly: Bool { entryKind.content == .words }

  /// A duty that recurs and is reported by the day on which it was done.
  public var isRecurring: Bool { entryKind == .recurring }
}
