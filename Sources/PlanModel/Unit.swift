/// A department, county bureau or group of them: 科室、单位、集合.
public struct Unit: Hashable, Sendable {
  public enum Kind: String, Sendable, CaseIterable {
    case section, county, affiliated, group
  }

  /// A name that the unit had: 曾用名.
  public struct FormerName: Hashable, Sendable {
    public let name: String
    /// The last period under this name; `nil` where the plan gives none.
    public let until: Period?

    public init(name: String, until: Period? = nil) {
      self.name = name
      self.until = until
    }
  }

  /// Short and ASCII, never reused.
  public let id: String
  /// The full name, as a form's head prints it.
  public let name: String
  /// The name in the head of a table column.
  public let short: String
  public let kind: Kind
  public let level: String?
  /// The id of the unit above.
  public let parent: String?
  /// Other ways in which documents and clerks write the name.
  public let aliases: [String]
  /// Ids of the members of a group, in table order; empty for anything else.
  public let members: [String]
  /// A group that is named but not listed (各相关科室): it never expands by itself.
  public let isVague: Bool
  public let from: Period?
  public let until: Period?
  /// Earlier names.
  public let formerly: [FormerName]
  public let illustrative: Illustrative

  public init(
    id: String, name: String, short: String? = nil, kind: Kind, level: String? = nil, parent: String? = nil,
    aliases: [String] = [], members: [String] = [], isVague: Bool = false, from: Period? = nil, until: Period? = nil,
    formerly: [FormerName] = [], illustrative: Illustrative = .none
  ) {
    self.id = id
    self.name = name
    self.short = short ?? name
    self.kind = kind
    self.level = level
    self.parent = parent
    self.aliases = aliases
    self.members = members
    self.isVague = isVague
    self.from = from
    self.until = until
    self.formerly = formerly
    self.illustrative = illustrative
  }

  /// Every way to write the unit: name, short name, aliases, former names.
  public var names: [String] { [name, short] + aliases + formerly.map(\.name) }
}
