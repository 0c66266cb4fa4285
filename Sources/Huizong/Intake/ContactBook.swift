import PlanModel

/// Who fills the forms of which unit, from `contacts.csv` beside the plan: unit, name, phone, from, until (单位, 姓名, 电话,
/// 自, 至), the last two days or empty.
public struct ContactBook: Hashable, Sendable {
  public struct Contact: Hashable, Sendable {
    /// The unit's id.
    let unit: String
    public let name: String
    public let phone: String
    let from: CivilDate?
    let until: CivilDate?

    func holds(on day: CivilDate) -> Bool { (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true) }
  }

  /// What is wrong with a line.
  public enum Problem: Hashable, Sendable {
    case columns
    case unknownUnit(String)
    case day(String)
    case order
    /// The unit has somebody else for some of these days, in this line.
    case overlap(line: Int)
  }

  public static let fileName = "contacts.csv"

  private(set) var contacts: [Contact] = []

  /// No contacts are known.
  public init() {}

  /// Reads the list in a folder; one that is not there has nobody.
  init(folder: String, plan: Plan) throws(JobError) {
    let path = FileAccess.join(folder, Self.fileName)
    guard FileAccess.exists(path) else {
      self.init()
      return
    }
    guard let bytes = FileAccess.bytes(path) else { throw JobError(.unreadableFolder, path) }
    try self.init(bytes, path: path, plan: plan)
  }

  init(_ bytes: [UInt8], path: String, plan: Plan) throws(JobError) {
    let text = OfficeText.decoded(bytes)
    var lines: [Int] = []
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      func fail(_ problem: Problem) -> JobError { JobError(.contacts(line: index + 1, problem), path) }
      guard let fields = CSVLine.fields(line) else { throw fail(.columns) }
      if fields == [""] || Self.headers.contains(fields[0].lowercased()) { continue }
      guard (2...5).contains(fields.count), !fields[1].isEmpty else { throw fail(.columns) }
      guard let unit = plan.unit(named: fields[0]) else { throw fail(.unknownUnit(fields[0])) }
      var days: [CivilDate?] = []
      for text in [fields.count > 3 ? fields[3] : "", fields.count > 4 ? fields[4] : ""] {
        guard text.isEmpty || CivilDate(text) != nil else { throw fail(.day(text)) }
        days.append(CivilDate(text))
      }
      if let from = days[0], let until = days[1], until < from { throw fail(.order) }
      let contact = Contact(
        unit: unit.id, name: fields[1], phone: fields.count > 2 ? fields[2] : "", from: days[0], until: days[1])
      if let other = contacts.firstIndex(where: { $0.overlaps(contact) }) { throw fail(.overlap(line: lines[other])) }
      contacts.append(contact)
      lines.append(index + 1)
    }
  }

  private static let headers: Set<String> = ["unit", "单位"]

  /// Who fills the unit's forms on a day; `nil` if the list has nobody.
  func contact(of unit: String, on day: CivilDate) -> Contact? {
    contacts.first { $0.unit == unit && $0.holds(on: day) }
  }
}

extension ContactBook.Contact {
  fileprivate func overlaps(_ other: Self) -> Bool {
    guard unit == other.unit else { return false }
    let startsLate = from.flatMap { from in other.until.map { from > $0 } } ?? false
    let endsEarly = until.flatMap { until in other.from.map { until < $0 } } ?? false
    return !startsLate && !endsEarly
  }
}

extension ContactBook.Problem {
  func words(in language: Language) -> String {
    switch self {
    case .columns:
      language(
        "应为 单位,姓名,电话,自,至，例如 陆丰市民政局,陈某,0660-8xxxxxx,2024-01-01,（后三项可以空着）",
        "the columns are unit,name,phone,from,until, such as Lufeng,Chen,0660-8xxxxxx,2024-01-01, (the last three may be empty)"
      )
    case .unknownUnit(let name):
      language("计划里没有单位“\(name)”，请写计划里的名称、简称或别名", "the plan has no unit “\(name)”: give its name, short name or alias")
    case .day(let text): language("“\(text)”不是日期，例如 2024-07-01", "“\(text)” is no day, such as 2024-07-01")
    case .order: language("“至”早于“自”", "until is before from")
    case .overlap(let line):
      language(
        "与第\(line)行是同一单位，日期重叠；请写明前一人到哪天为止",
        "overlaps line \(line) of the same unit: say until when the earlier one served")
    }
  }
}
