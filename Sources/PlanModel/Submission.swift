/// What a unit reported for a period, as read from one file.
public struct Submission: Hashable, Sendable {
  /// A cell of the form with its origin.
  public struct Entry: Hashable, Sendable {
    public let figure: Figure
    /// `nil` where the file has no such cell.
    public let origin: FigureOrigin?

    public init(figure: Figure, origin: FigureOrigin?) {
      self.figure = figure
      self.origin = origin
    }

    public static let absent = Entry(figure: .blank, origin: nil)
  }

  /// One indicator's row.
  ///
  /// Copies share the cells: a figure in a summary costs no second copy of what the form said.
  public struct Row: Hashable, Sendable {
    private struct Cells: Hashable, Sendable {
      var allocation, previous, current, cumulative, progress, problems, measures, explanation: Entry
    }

    private final class Box: Sendable {
      let cells: Cells

      init(_ cells: Cells) { self.cells = cells }
    }

    public let code: String
    private var box: Box

    public init(
      code: String, allocation: Entry = .absent, previous: Entry = .absent, current: Entry = .absent,
      cumulative: Entry = .absent,
      progress: Entry = .absent, problems: Entry = .absent, measures: Entry = .absent, explanation: Entry = .absent
    ) {
      self.code = code
      box = Box(
        Cells(
          allocation: allocation, previous: previous, current: current, cumulative: cumulative, progress: progress,
          problems: problems, measures: measures, explanation: explanation))
    }

    /// 本单位分解数 as the form has it printed, of whatever revision of the plan.
    public var allocation: Entry {
      get { box.cells.allocation }
      set { change { $0.allocation = newValue } }
    }

    /// 上期累计.
    public var previous: Entry {
      get { box.cells.previous }
      set { change { $0.previous = newValue } }
    }

    /// 本期完成.
    public var current: Entry {
      get { box.cells.current }
      set { change { $0.current = newValue } }
    }

    /// 累计完成.
    public var cumulative: Entry {
      get { box.cells.cumulative }
      set { change { $0.cumulative = newValue } }
    }

    /// 进展情况, as written.
    public var progress: Entry {
      get { box.cells.progress }
      set { change { $0.progress = newValue } }
    }

    /// 存在问题, as written.
    public var problems: Entry {
      get { box.cells.problems }
      set { change { $0.problems = newValue } }
    }

    /// 下一步措施, as written.
    public var measures: Entry {
      get { box.cells.measures }
      set { change { $0.measures = newValue } }
    }

    /// 核实说明, as written.
    public var explanation: Entry {
      get { box.cells.explanation }
      set { change { $0.explanation = newValue } }
    }

    private mutating func change(_ body: (inout Cells) -> Void) {
      var cells = box.cells
      body(&cells)
      box = Box(cells)
    }

    public static func == (left: Self, right: Self) -> Bool {
      left.code == right.code && (left.box === right.box || left.box.cells == right.box.cells)
    }

    public func hash(into hasher: inout Hasher) {
      hasher.combine(code)
      hasher.combine(box.cells)
    }
  }

  /// One row of a list that an indicator counts: 清单.
  public struct ListRow: Hashable, Sendable {
    /// By the words in the head of the column; columns that the file lacks are absent.
    public var values: [String: Entry]

    public init(values: [String: Entry]) {
      self.values = values
    }

    /// Blank where the row has no such column.
    public func figure(_ column: String) -> Figure { values[column]?.figure ?? .blank }
  }

  /// Who signed.
  public struct Signature: Hashable, Sendable {
    public var preparer: String
    public var reviewer: String
    public var phone: String
    public var date: CivilDate?
    /// Where each stands or should stand, by its label (填报人, 审核人, 联系电话).
    public var places: [String: FigureOrigin]

    public init(
      preparer: String = "", reviewer: String = "", phone: String = "", date: CivilDate? = nil,
      places: [String: FigureOrigin] = [:]
    ) {
      self.preparer = preparer
      self.reviewer = reviewer
      self.phone = phone
      self.date = date
      self.places = places
    }
  }

  /// The file's path as given, relative to the inbox.
  public var file: String
  /// SHA-256 of the file.
  public var digest: String
  public var unit: String
  public var period: Period
  /// The digest of the file whose return this is, from the stamp.
  public var parent: String?
  /// In the order of the form.
  public var rows: [Row]
  public var signature: Signature
  /// The rows of each list by its indicator's code, in the order of the list, blank rows left out.
  public var lists: [String: [ListRow]]
  /// What a lead department says of its line; `nil` where the form has no 条线复核.
  public var review: LineReview?
  /// The columns that the form has; `nil` for all of them. What a form has no place for cannot be asked.
  public var columns: Set<FormColumn>?

  public init(
    file: String, digest: String, unit: String, period: Period, parent: String? = nil, rows: [Row],
    signature: Signature = Signature(), lists: [String: [ListRow]] = [:], review: LineReview? = nil,
    columns: Set<FormColumn>? = nil
  ) {
    self.file = file
    self.digest = digest
    self.unit = unit
    self.period = period
    self.parent = parent
    self.rows = rows
    self.signature = signature
    self.lists = lists
    self.review = review
    self.columns = columns
  }

  public func row(_ code: String) -> Row? { rows.first { $0.code == code } }
}
