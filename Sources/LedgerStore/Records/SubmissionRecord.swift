import PlanModel

/// A submission as the ledger keeps it, without what the ledger says elsewhere: the file's name and digest.
struct SubmissionRecord: Hashable, Codable {
  /// The file that the figures came from.
  struct File {
    let name: String
    let digest: String
  }

  struct Row: Hashable, Codable {
    var code: String
    /// In the order of `columns`; blank ones at the end are left out.
    var entries: [EntryRecord]

    /// Returns what stands in one of the columns of `SubmissionRecord.columnsOfEntries`.
    subscript(_ column: FormColumn) -> EntryRecord {
      guard let index = SubmissionRecord.columnsOfEntries.firstIndex(of: column), entries.indices.contains(index) else {
        return EntryRecord.nothing
      }
      return entries[index]
    }
  }

  struct Signature: Hashable, Codable {
    var preparer: String
    var reviewer: String
    var phone: String
    var date: String?
    /// By label; the text is that of the cell.
    var places: [String: EntryRecord]
  }

  struct Words: Hashable, Codable {
    var task: String
    var entries: [EntryRecord]
  }

  struct Opinion: Hashable, Codable {
    var indicator: String
    var unit: String
    var shown: String?
    var verdict: String?
    var remark: EntryRecord
    /// Where the verdict stands.
    var place: EntryRecord?
  }

  struct Review: Hashable, Codable {
    var words: [Words]
    var opinions: [Opinion]
  }

  var unit: String
  var period: String
  var parent: String?
  var sheets: [String]
  var rows: [Row]
  var signature: Signature
  var lists: [String: [[String: EntryRecord]]]?
  var review: Review?
  /// The columns that the form has, where it has not all.
  var columns: [String]?

  /// The columns of a row's entries, in the order of `entries`.
  static let columnsOfEntries: [FormColumn] = [
    .allocation, .previous, .current, .cumulative, .progress, .problems, .nextSteps, .explanation,
  ]

  private static var entries: [WritableKeyPath<Submission.Row.Cells, Submission.Entry>] {
    [\.allocation, \.previous, \.current, \.cumulative, \.progress, \.problems, \.nextSteps, \.explanation]
  }

  init(_ submission: Submission) {
    var sheets = SheetList()
    unit = submission.unit
    period = submission.period.description
    parent = submission.parent
    rows = submission.rows.map { row in
      let cells = row.cells
      var entries = Self.entries.map { EntryRecord(cells[keyPath: $0], sheets: &sheets) }
      while entries.last == EntryRecord(.absent, sheets: &sheets) { entries.removeLast() }
      return Row(code: row.code, entries: entries)
    }
    let signed = submission.signature
    signature = Signature(
      preparer: signed.preparer, reviewer: signed.reviewer, phone: signed.phone, date: signed.date?.description,
      places: signed.places.recorded { EntryRecord(.init(figure: .blank, origin: $0), sheets: &sheets) })
    lists =
      submission.lists.isEmpty
      ? nil
      : submission.lists.recorded { list in
        list.map { row in row.values.recorded { EntryRecord($0, sheets: &sheets) } }
      }
    review = submission.review.map { review in
      Review(
        words: review.words.map { words in
          Words(
            task: words.task,
            entries: [words.progress, words.problems, words.nextSteps].map { EntryRecord($0, sheets: &sheets) })
        },
        opinions: review.opinions.map { opinion in
          Opinion(
            indicator: opinion.indicator, unit: opinion.unit, shown: opinion.shown,
            verdict: opinion.verdict?.chinese, remark: EntryRecord(opinion.remark, sheets: &sheets),
            place: opinion.origin.map { EntryRecord(.init(figure: .blank, origin: $0), sheets: &sheets) })
        })
    }
    columns = submission.columns.map { $0.map(\.rawValue).sorted() }
    self.sheets = sheets.names
  }

  struct Unreadable: Error {}

  /// Returns the submission, its figures from the file of this name.
  /// - Throws: a record that no submission makes.
  func submission(of file: File) throws -> Submission {
    guard let period = Period(period) else { throw Unreadable() }
    // One of each, which all cells share.
    let sources = sheets.map { FigureOrigin.Source(file: file.name, digest: file.digest, sheet: $0) }
    return Submission(
      file: file.name, digest: file.digest, unit: unit, period: period, parent: parent,
      rows: try rows.map { try row($0, sources) }, signature: try signature(sources),
      lists: try (lists ?? [:]).mapValues { list in
        try list.map { row in
          Submission.ListRow(values: try row.mapValues { try $0.entry(on: sources) })
        }
      }, review: try review.map { try review($0, sources) },
      columns: try columns.map { names in
        Set(
          try names.map { name in
            guard let column = FormColumn(rawValue: name) else { throw Unreadable() }
            return column
          })
      })
  }

  private func row(_ record: Row, _ sources: [FigureOrigin.Source]) throws -> Submission.Row {
    guard record.entries.count <= Self.entries.count else { throw Unreadable() }
    var cells = Submission.Row.Cells()
    for (path, entry) in zip(Self.entries, record.entries) {
      cells[keyPath: path] = try entry.entry(on: sources)
    }
    return Submission.Row(code: record.code, cells: cells)
  }

  private func signature(_ sources: [FigureOrigin.Source]) throws -> Submission.Signature {
    Submission.Signature(
      preparer: signature.preparer, reviewer: signature.reviewer, phone: signature.phone,
      date: try signature.date.map { text in
        guard let day = CivilDate(text) else { throw Unreadable() }
        return day
      },
      places: try signature.places.compactMapValues { try $0.entry(on: sources).origin })
  }

  private func review(_ record: Review, _ sources: [FigureOrigin.Source]) throws -> LineReview {
    LineReview(
      words: try record.words.map { words in
        guard words.entries.count == 3 else { throw Unreadable() }
        let entries = try words.entries.map { try $0.entry(on: sources) }
        return .init(task: words.task, progress: entries[0], problems: entries[1], nextSteps: entries[2])
      },
      opinions: try record.opinions.map { opinion in
        .init(
          indicator: opinion.indicator, unit: opinion.unit, shown: opinion.shown,
          verdict: try opinion.verdict.map { word in
            guard let verdict = ReviewVerdict(chinese: word) else { throw Unreadable() }
            return verdict
          }, remark: try opinion.remark.entry(on: sources),
          origin: try opinion.place?.entry(on: sources).origin)
      })
  }
}

extension Dictionary where Key == String {
  /// Returns the dictionary with other values, made in the order of the keys: sheets are numbered as they are met, and
  /// equal submissions have equal records.
  fileprivate func recorded<Record>(_ record: (Value) -> Record) -> [String: Record] {
    var records: [String: Record] = [:]
    for (key, value) in sorted(by: { $0.key < $1.key }) { records[key] = record(value) }
    return records
  }
}
