/// A span of the plan's year that is reported: 期别.
public struct Period: Hashable, Sendable {
  /// The length of a period.
  public enum Kind: String, Sendable, CaseIterable, Codable {
    case month, quarter, half, year

    public var months: Int {
      switch self {
      case .month: 1
      case .quarter: 3
      case .half: 6
      case .year: 12
      }
    }

    static let longestFirst: [Kind] = allCases.reversed()

    /// Hashes the length: an enumeration with texts behind it is hashed by its text otherwise, which costs more.
    public func hash(into hasher: inout Hasher) { hasher.combine(months) }
  }

  public let kind: Kind
  public let year: Int
  /// One-based within the year: 6 for June, 2 for the second quarter, 1 for a year.
  public let ordinal: Int

  /// `nil` if the year has no such period.
  public init?(kind: Kind, year: Int, ordinal: Int) {
    guard (1900...9998).contains(year), (1...(12 / kind.months)).contains(ordinal) else { return nil }
    self.kind = kind
    self.year = year
    self.ordinal = ordinal
  }

  /// The first month, 1 to 12.
  public var firstMonth: Int { (ordinal - 1) * kind.months + 1 }
  /// The last month, 1 to 12.
  public var lastMonth: Int { ordinal * kind.months }

  public var firstDay: CivilDate { CivilDate(firstOfYear: year, month: firstMonth) }
  public var lastDay: CivilDate { CivilDate(lastOfYear: year, month: lastMonth) }

  /// The period of the same kind before this one.
  public var previous: Period? {
    ordinal > 1
      ? Period(kind: kind, year: year, ordinal: ordinal - 1)
      : Period(kind: kind, year: year - 1, ordinal: 12 / kind.months)
  }

  /// The same period a year before.
  public var lastYear: Period? { Period(kind: kind, year: year - 1, ordinal: ordinal) }

  /// Returns true if the period of `kind` that holds this one's last month also ends with it.
  public func ends(_ kind: Kind) -> Bool { lastMonth % kind.months == 0 }

  /// This period and the shorter ones that end with it, shortest first: what their forms say holds at its end.
  public var closing: [Period] { Kind.allCases.filter { $0.months <= kind.months }.compactMap { ending($0) } }

  /// Returns true if a form of `other` says how things stand at the end of this one.
  public func isClosed(by other: Period) -> Bool { other.kind.months <= kind.months && ending(other.kind) == other }

  /// Returns the first answer that is none of `nil`, asked of this period and the shorter ones that end with it, longest
  /// first.
  public func firstClosing<Answer>(_ answer: (Period) -> Answer?) -> Answer? {
    for kind in Kind.longestFirst where kind.months <= self.kind.months {
      if let found = ending(kind).flatMap(answer) { return found }
    }
    return nil
  }

  /// Returns the periods of `kind` of which this one consists, in order.
  public func parts(_ kind: Kind) -> [Period] {
    guard kind.months <= self.kind.months else { return [] }
    return (1...12 / kind.months).compactMap { Period(kind: kind, year: year, ordinal: $0) }
      .filter { $0.firstMonth >= firstMonth && $0.lastMonth <= lastMonth }
  }

  /// Returns the period of `kind` that ends with this one, if one does.
  public func ending(_ kind: Kind) -> Period? {
    ends(kind) ? Period(kind: kind, year: year, ordinal: lastMonth / kind.months) : nil
  }
}

extension Period: Comparable {
  /// Returns true if the left period comes before the right one by its last day; of two that end together the shorter
  /// comes first.
  public static func < (left: Self, right: Self) -> Bool {
    (left.year, left.lastMonth, left.kind.months) < (right.year, right.lastMonth, right.kind.months)
  }
}

extension Period: LosslessStringConvertible {
  /// Reads `2024-06`, `2024Q2`, `2024H1` or `2024`.
  public init?(_ description: String) {
    let text = description.utf8
    guard text.count >= 4, let year = Int(description.prefix(4)), description.prefix(4).allSatisfy(\.isNumber) else {
      return nil
    }
    let rest = description.dropFirst(4)
    switch (rest.first, rest.count) {
    case (nil, _): self.init(kind: .year, year: year, ordinal: 1)
    case ("-", 3):
      guard rest.dropFirst().allSatisfy(\.isNumber), let month = Int(rest.dropFirst()) else { return nil }
      self.init(kind: .month, year: year, ordinal: month)
    case ("Q", 2):
      guard let quarter = Int(rest.dropFirst()) else { return nil }
      self.init(kind: .quarter, year: year, ordinal: quarter)
    case ("H", 2):
      guard let half = Int(rest.dropFirst()) else { return nil }
      self.init(kind: .half, year: year, ordinal: half)
    default: return nil
    }
  }

  /// `2024-06`, `2024Q2`, `2024H1` or `2024`.
  public var description: String {
    switch kind {
    case .month: "\(year)-\(ordinal < 10 ? "0" : "")\(ordinal)"
    case .quarter: "\(year)Q\(ordinal)"
    case .half: "\(year)H\(ordinal)"
    case .year: "\(year)"
    }
  }

  /// `2024年6月`, `2024年第二季度`, `2024年上半年` or `2024年`.
  public var chinese: String {
    switch kind {
    case .month: "\(year)年\(ordinal)月"
    case .quarter: "\(year)年第\(["一", "二", "三", "四"][ordinal - 1])季度"
    case .half: ordinal == 1 ? "\(year)年上半年" : "\(year)年下半年"
    case .year: "\(year)年"
    }
  }

  /// Without the year, as a title's suffix: `6月`, `第二季度`, `上半年`, `全年`.
  public var chineseShort: String {
    kind == .year ? "全年" : String(chinese.drop { $0 != "年" }.dropFirst())
  }
}
