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

  /// One row of a list that an indicator counts: 清单.
  public struct ListRow: Hashable, Sendable {
    /// By the words in the head of the column; columns that the file lacks are absent.
    public var values: [String: Entry]

    public init(values: [String: Entry]) {
      self.values = values
    }

    /// Returns the figure of a column; blank where the row has no such column.
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
