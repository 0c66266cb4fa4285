public import PlanModel

/// What one form holds: which indicators, in which columns, with which figures printed in.
///
/// The template is written from it and the submission is read by it; neither has coordinates of its own. It travels
/// in the form's hidden sheet, so that any form ever sent out can be read without its plan.
public struct FormLayout: Hashable, Sendable, Codable {
  /// One indicator's row.
  public struct Row: Hashable, Sendable, Codable {
    public let code: String
    public let task: String
    public let indicator: String
    /// The unit of measure, `unit` in the layout's JSON.
    public let measure: String
    public let entry: Indicator.EntryKind
    public let places: Int
    /// The city's target as printed; numbers as plain decimals.
    public let target: String?
    /// True if `target` is a number.
    public let targetIsNumber: Bool
    /// The unit's own share, a plain decimal.
    public let allocation: String?
    public let allocationIsIllustrative: Bool
    /// 上期累计, a plain decimal; `nil` where no earlier form is known, and then it is for the unit to fill.
    public let previous: String?
    /// The unit's goal for the completion rate, a plain decimal: its share, or the whole if it alone reports.
    public let goal: String?
    /// 序时进度 in per cent, one place.
    public let pace: String?

    private enum CodingKeys: String, CodingKey {
      case measure = "unit"
      case code, task, indicator, entry, places, target, targetIsNumber, allocation, allocationIsIllustrative, previous
      case goal, pace
    }
  }

  /// An object of a list that the earlier form left open.
  public struct ListObject: Hashable, Sendable, Codable {
    public let name: String
    /// The word of its state at the end of the earlier period.
    public let state: String

    public init(name: String, state: String) {
      self.name = name
      self.state = state
    }
  }

  /// The sheet with the objects that an indicator counts: 明细表.
  public struct ListTable: Hashable, Sendable, Codable {
    /// The indicator's code.
    public let code: String
    public let indicator: String
    /// The unit of measure, `unit` in the layout's JSON.
    public let measure: String
    /// The name of the sheet as sent out.
    public let sheet: String
    /// Open objects, printed in.
    public let objects: [ListObject]
    /// Rows ready to be filled, those with open objects among them.
    public let capacity: Int

    private enum CodingKeys: String, CodingKey {
      case measure = "unit"
      case code, indicator, sheet, objects, capacity
    }
  }

  /// 条线复核 of a lead department: the tasks of its line, and the figures that the counties reported.
  public struct ReviewTable: Hashable, Sendable, Codable {
    public struct Task: Hashable, Sendable, Codable {
      /// The task's id.
      public let code: String
      public let heading: String
    }

    /// One county's figure for one indicator.
    public struct Figure: Hashable, Sendable, Codable {
      /// The indicator's code.
      public let indicator: String
      public let name: String
      /// The county's id.
      public let unit: String
      /// The county's name in tables.
      public let unitName: String
      public let measure: String
      public let places: Int
      /// What the county has to reach, a plain decimal.
      public let goal: String?
      /// 上期累计, a plain decimal; `nil` where no earlier form is known.
      public let previous: String?
      /// What the county reported of this period, as `Figure.plain` has it; `nil` where nothing that counts came in.
      public let reported: String?
      /// 完成率 in per cent, one place; `nil` where there is none.
      public let rate: String?

      /// What tells the row from the others: `2.2-01@luhe`.
      public var code: String { "\(indicator)@\(unit)" }
    }

    /// The name of the sheet as sent out.
    public let sheet: String
    public let tasks: [Task]
    /// Empty where another department reviews the figures.
    public let figures: [Figure]
  }

  /// Of this schema: 1; 2 with lists; 3 with a review.
  public let version: Int
  /// The plan's issuer and year: `汕尾市民政局2024`.
  public let plan: String
  public let title: String
  public let revision: Int
  public let unit: String
  public let unitName: String
  /// `2024-06`.
  public let period: String
  /// The name of the form's sheet as sent out.
  public let sheet: String
  public let columns: [Column]
  public let rows: [Row]
  /// `nil` in forms without lists, and in all forms of the first schema.
  public let lists: [ListTable]?
  /// `nil` for a unit that leads nothing that counties report on.
  public let review: ReviewTable?

  public struct Column: Hashable, Sendable, Codable {
    public let key: String
    /// The words in its head, without line breaks.
    public let header: String
  }

  public static let currentVersion = 3

  public func row(_ code: String) -> Row? { rows.first { $0.code == code } }
}
