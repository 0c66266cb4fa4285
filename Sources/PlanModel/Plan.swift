/// A year's plan of an office: its units, tasks, indicators and how they are reported.
public struct Plan: Hashable, Sendable {
  /// Words of the document with a number that is no figure to reach.
  public struct NotFigure: Hashable, Sendable {
    public let quote: String
    /// One-based; `nil` covers every occurrence of the quote.
    public let line: Int?
    public let column: Int?
    public let why: String

    public init(quote: String, line: Int?, column: Int?, why: String) {
      self.quote = quote
      self.line = line
      self.column = column
      self.why = why
    }
  }

  /// A question about the document that a person should settle.
  public struct Doubt: Hashable, Sendable {
    /// A task id or indicator code.
    public let about: String
    public let text: String

    public init(about: String, text: String) {
      self.about = about
      self.text = text
    }
  }

  /// Words of the document that belong to no task.
  public struct Unassigned: Hashable, Sendable {
    public let line: Int
    public let text: String
    public let why: String

    public init(line: Int, text: String, why: String) {
      self.line = line
      self.text = text
      self.why = why
    }
  }

  /// The document that the plan was made from.
  public struct Source: Hashable, Sendable {
    public let file: String
    /// 64 lower-case hexadecimal digits.
    public let sha256: String

    public init(file: String, sha256: String) {
      self.file = file
      self.sha256 = sha256
    }
  }

  public var revision: Int
  public var title: String
  /// False where the document has no title and `title` was supplied.
  public var titleStated: Bool
  public var issuer: String
  public var year: Int
  public var source: Source?
  public var units: [Unit] {
    didSet { index.indexUnits(units) }
  }
  public var tasks: [PlanTask] {
    didSet { index.indexTasks(tasks) }
  }
  private(set) var index: PlanIndex
  public var notFigures: [NotFigure]
  public var doubts: [Doubt]
  public var unassigned: [Unassigned]
  /// Rules of the plan's own, and what it changes in the built-in ones.
  public var rules: [RuleChange]
  public var waivers: [Waiver]
  public var reporting: Reporting
  /// Forms in circulation that this program did not make.
  public var layouts: [ForeignLayout]
  public var revisions: [PlanEntry]

  public init(
    revision: Int = 1, title: String, titleStated: Bool = true, issuer: String, year: Int, source: Source? = nil,
    units: [Unit], tasks: [PlanTask], notFigures: [NotFigure] = [], doubts: [Doubt] = [],
    unassigned: [Unassigned] = [], rules: [RuleChange] = [], waivers: [Waiver] = [], reporting: Reporting,
    layouts: [ForeignLayout] = [], revisions: [PlanEntry] = []
  ) {
    self.revision = revision
    self.title = title
    self.titleStated = titleStated
    self.issuer = issuer
    self.year = year
    self.source = source
    self.units = units
    self.tasks = tasks
    index = PlanIndex(units, tasks)
    self.notFigures = notFigures
    self.doubts = doubts
    self.unassigned = unassigned
    self.rules = rules
    self.waivers = waivers
    self.reporting = reporting
    self.layouts = layouts
    self.revisions = revisions
  }
}
