/// A plan file as tables, one for each of its lists: what a workbook holds of it.
///
/// Comments and the order of keys are not kept; everything that a plan says is.
public struct PlanTables: Hashable, Sendable {
  public enum Section: String, Hashable, Sendable, CaseIterable {
    /// What is no list, a row for each value, by its path: `reporting.due`.
    case plan
    case units, tasks, indicators, notFigures, doubts, unassigned, rules, waivers, layouts, revisions
  }

  public struct Table: Hashable, Sendable {
    public let section: Section
    /// Keys of the schema.
    public let columns: [String]
    /// As many cells as columns; an empty one says nothing.
    public var rows: [[String]]

    public init(section: Section, columns: [String], rows: [[String]]) {
      self.section = section
      self.columns = columns
      self.rows = rows
    }
  }

  public let tables: [Table]

  public init(tables: [Table]) {
    self.tables = tables
  }

  /// The tables of a plan file's text; every section is there, also an empty one.
  /// - Throws: a text that is no YAML, or no map.
  public init(_ text: String) throws(PlanFileError) {
    let root: SourceNode
    do throws(PlanFileProblem) {
      root = try SourceNode.parse(text)
    } catch {
      throw PlanFileError([error])
    }
    guard case .mapping(let entries) = root.content else {
      throw PlanFileError([PlanFileProblem(.wrongShape, at: root.place, expected: .mapping)])
    }
    tables = Section.allCases.map { section in
      switch section {
      case .plan: Self.plan(entries)
      case .indicators: Self.table(section, Self.indicators(entries))
      default: Self.table(section, Self.maps(entries.first { $0.name == section.rawValue }?.value))
      }
    }
  }

  // MARK: From the tree

  private typealias Map = [(name: String, cell: String)]

  private static func map(_ node: SourceNode, _ section: Section, without: String? = nil) -> Map {
    guard case .mapping(let entries) = node.content else { return [] }
    return entries.filter { $0.name != without }.map { entry in
      (entry.name, PlanCell(entry.value, isList: section.lists.contains(entry.name)).text)
    }
  }

  private static func items(_ node: SourceNode?) -> [SourceNode] {
    if case .sequence(let items)? = node?.content { items } else { [] }
  }

  private static func maps(_ node: SourceNode?) -> [SourceNode] { items(node) }

  private static func table(_ section: Section, _ nodes: [SourceNode]) -> Table {
    table(section, nodes.map { map($0, section, without: section == .tasks ? "indicators" : nil) })
  }

  /// Returns a table with a column for every key that there is, the schema's first.
  private static func table(_ section: Section, _ maps: [Map]) -> Table {
    var columns = section.keys
    for name in maps.flatMap({ $0.map(\.name) }) where !columns.contains(name) { columns.append(name) }
    return Table(
      section: section, columns: columns,
      rows: maps.map { map in columns.map { column in map.first { $0.name == column }?.cell ?? "" } })
  }

  /// Returns the indicators, each with the id of its task in front.
  private static func indicators(_ entries: [SourceNode.Entry]) -> [Map] {
    items(entries.first { $0.name == Section.tasks.rawValue }?.value).flatMap { task -> [Map] in
      guard case .mapping(let fields) = task.content else { return [] }
      let id = fields.first { $0.name == "id" }.map { PlanCell($0.value, isList: false).text } ?? ""
      return items(fields.first { $0.name == "indicators" }?.value).map { indicator in
        [("task", id)] + map(indicator, .indicators)
      }
    }
  }

  private static func plan(_ entries: [SourceNode.Entry]) -> Table {
    let lists = Set(Section.allCases.map(\.rawValue))
    var rows: [[String]] = []
    func add(_ path: String, _ node: SourceNode) {
      rows.append([path, PlanCell(node, isList: Section.plan.lists.contains(path)).text])
    }
    for entry in entries where !lists.contains(entry.name) {
      if entry.name == "reporting", case .mapping(let fields) = entry.value.content {
        for field in fields { add("reporting.\(field.name)", field.value) }
      } else {
        add(entry.name, entry.value)
      }
    }
    return Table(section: .plan, columns: Section.plan.keys, rows: rows)
  }
}

extension PlanTables.Section {
  /// The keys of an entry, as the schema orders them.
  public var keys: [String] {
    switch self {
    case .plan: ["key", "value"]
    case .units:
      [
        "id", "name", "short", "kind", "level", "parent", "aliases", "members", "vague", "from", "until", "formerly",
        "illustrative",
      ]
    case .tasks:
      ["id", "path", "heading", "text", "leads", "responsible", "source", "from", "until", "reason"]
    case .indicators:
      [
        "task", "code", "name", "quote", "role", "comparator", "value", "min", "max", "asWritten", "unit", "per",
        "decimals", "kind", "measure", "aggregate", "numerator", "denominator", "partOf", "frequency", "missing",
        "deadline", "pace", "targets", "from", "until", "reportedBy", "allocation", "benchmark", "continues",
        "illustrative",
      ]
    case .notFigures: ["quote", "why", "line", "column"]
    case .doubts: ["about", "text"]
    case .unassigned: ["line", "text", "why"]
    case .rules:
      [
        "id", "name", "grade", "off", "validFrom", "validUntil", "trialUntil", "scope", "when", "expression", "at",
        "value", "expected", "difference", "message", "remedy", "meaning", "messageEnglish", "remedyEnglish",
        "meaningEnglish", "examples",
      ]
    case .waivers: ["rule", "unit", "indicator", "askedBy", "approvedBy", "why", "until"]
    case .layouts:
      ["id", "title", "sheets", "except", "fixed", "unit", "period", "columns", "measure", "rows", "skip"]
    case .revisions: []
    }
  }

  /// Keys whose values are words also where they look like numbers.
  static let words: Set<String> = [
    "id", "code", "name", "short", "task", "heading", "text", "quote", "asWritten", "unit", "numerator", "denominator",
    "partOf", "continues", "about", "why", "rule", "indicator", "title", "issuer", "reason",
  ]

  /// Keys whose lists of words stand in a cell as people write them: 甲、乙.
  var lists: Set<String> {
    switch self {
    case .plan: ["reporting.units", "reporting.counties", "reporting.holidayDates", "reporting.illustrative"]
    case .units: ["aliases", "members", "illustrative"]
    case .tasks: ["path", "leads", "responsible"]
    case .indicators: ["reportedBy", "illustrative"]
    case .rules: ["at"]
    case .layouts: ["sheets", "except", "skip"]
    case .notFigures, .doubts, .unassigned, .waivers, .revisions: []
    }
  }
}
