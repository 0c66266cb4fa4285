public import PlanModel

/// What earlier periods leave for this one: how things stood, lights and reports for its points, figures to compare with,
/// objects of lists.
public struct EarlierMonths: Hashable, Sendable {
  /// Figures by indicator code and unit.
  public typealias Figures = [String: [String: FixedDecimal]]

  /// The snapshots of the year's months before the period's end, as far as they are known.
  public var snapshots: [MonthlySnapshot]
  /// 本期完成 of the period before; of a level, its state at that period's end.
  public var lastPeriod: Figures
  /// 累计完成 at the same time last year.
  public var lastYear: Figures
  /// What the forms before the period's last ones said, by indicator code and unit, of items whose missing figures are
  /// carried; `nil` where the figures at the end of the period before are meant. A quarter is its last month, also here.
  public var carried: Figures?
  /// Objects of lists as each earlier form of the year had them.
  public var objects: [ListSighting]
  /// Ranks in the evaluation of the period before, by the unit's id, or a lead's name as written.
  public var lastRanks: [String: Int]
  /// Files of earlier periods that could not be read: what they would have said is missing in all the others.
  public var unread: [String]

  public init(
    snapshots: [MonthlySnapshot] = [], lastPeriod: Figures = [:], lastYear: Figures = [:],
    carried: Figures? = nil, objects: [ListSighting] = [], lastRanks: [String: Int] = [:],
    unread: [String] = []
  ) {
    self.snapshots = snapshots.sorted { $0.period < $1.period }.map { snapshot in
      Self.isWhole(snapshot.period, unread) ? snapshot : snapshot.withoutUnreported
    }
    self.lastPeriod = lastPeriod
    self.lastYear = lastYear
    self.carried = carried
    self.objects = objects.sorted()
    self.lastRanks = lastRanks
    self.unread = unread.sorted()
  }

  /// Returns false for a period of which a file could not be read, so that nobody knows what it would have said.
  public func isWhole(_ period: Period) -> Bool { Self.isWhole(period, unread) }

  /// Returns whether no file of a period is among those that were not read. A file is named from its folder, which has the
  /// name of its period, or may be of any.
  private static func isWhole(_ period: Period, _ unread: [String]) -> Bool {
    unread.allSatisfy { name in
      name.split(separator: "/").first.flatMap { Period(String($0)) }.map { $0 != period } ?? false
    }
  }
}

/// An object of a list (一具遗体, 一个问题, 一个项目) as one form had it.
public struct ListSighting: Hashable, Sendable, Comparable {
  /// The indicator that counts the list.
  public let code: String
  public let unit: String
  public let object: String
  public let period: Period
  /// As written; `nil` where the form says nothing.
  public let state: String?
  /// 办结日期.
  public let day: CivilDate?
  /// 办理情况.
  public let note: String

  public init(
    code: String, unit: String, object: String, period: Period, state: String?, day: CivilDate?, note: String = ""
  ) {
    self.code = code
    self.unit = unit
    self.object = object
    self.period = period
    self.state = state
    self.day = day
    self.note = note
  }

  /// The same, of which nobody knows how far it is.
  var unstated: ListSighting {
    ListSighting(code: code, unit: unit, object: object, period: period, state: nil, day: nil, note: note)
  }

  private var key: (String, String, String, Period, String, String) {
    (code, unit, object, period, state ?? "", note)
  }

  public static func < (left: Self, right: Self) -> Bool { left.key < right.key }
}

extension ListSighting {
  /// Returns the objects of a submission's lists, in their order.
  public static func all(in submission: Submission) -> [ListSighting] {
    submission.lists.sorted { $0.key < $1.key }.flatMap { code, rows in
      rows.compactMap { row in ListSighting(row, code: code, unit: submission.unit, period: submission.period) }
    }
  }

  /// `nil` for a row without an object.
  public init?(_ row: Submission.ListRow, code: String, unit: String, period: Period) {
    func words(_ column: ListColumn) -> String {
      let figure = row.figure(column.chinese)
      return figure == .blank ? "" : figure.plain
    }
    let object = words(.object)
    guard !object.isEmpty else { return nil }
    let state = words(.state)
    self.init(
      code: code, unit: unit, object: object, period: period, state: state.isEmpty ? nil : state,
      day: row.figure(ListColumn.date.chinese).date, note: words(.note))
  }
}
