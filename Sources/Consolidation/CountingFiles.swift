public import PlanModel

/// Which of a unit's files count for a period, and for which items.
///
/// A unit may send its part in several files, each with rows of its own: they join by indicator. Of the files that report
/// an item, one supersedes another if it was filled on that file's return, or came in on a later day. If several are left
/// and differ, the item is disputed; it counts in no total until a person chooses. A file that was filled on the return of
/// another replaces that one as a whole. A cell that was left blank says nothing; one of which nothing could be taken says
/// that the figure before it holds no more.
/// What a person entered by hand stands like a file with one row: it supersedes what came in up to that day.
/// File names, the file system's times and the date a clerk wrote never decide.
public struct CountingFiles: Hashable, Sendable {
  /// The files of which something is used, or stands in conflict; none of them is replaced in all that it reports.
  public let counting: [Candidate]
  /// Acceptable files that others replaced in everything.
  public let superseded: [Candidate]
  /// Files with the same content as another one, under another name; not corrections that leave the figures as they were,
  /// nor what was sent again after something else had come.
  public let duplicates: [Candidate]
  /// Files that must be mended.
  public let returned: [Candidate]
  /// Files that a person took out.
  public let withdrawn: [Candidate]
  /// Codes of the indicators on which the counting files differ, in the order of the form.
  public let disputed: [String]

  /// Indexes in `counting` of the files that contend for an item, by its code; the first is used.
  private let contenders: [String: [Int]]

  /// Decides among the files of one unit and period; the order of `candidates` does not matter.
  ///
  /// - Parameters:
  ///   - indicators: what the unit should report; they say which cell decides whether a row reports anything.
  ///   - choices: what people decided; a file that was chosen for an item counts for it, whatever came later.
  public init(
    _ candidates: [Candidate], reporting indicators: [Indicator], choices: FileChoices = FileChoices()
  ) {
    let all = candidates.sorted(by: Self.precedes)
    withdrawn = all.filter { choices.withdrawn[$0.submission.digest] != nil }
    let ordered = all.filter { choices.withdrawn[$0.submission.digest] == nil }
    let acceptable = ordered.filter(\.isAcceptable)
    returned = ordered.filter { !$0.isAcceptable }
    let order = Order(ordered)
    var distinct: [Candidate] = []
    var duplicates: [Candidate] = []
    for candidate in acceptable {
      if distinct.contains(where: { order.isCopy(candidate, of: $0, among: acceptable) }) {
        duplicates.append(candidate)
      } else {
        distinct.append(candidate)
      }
    }
    self.duplicates = duplicates
    let result = distinct.filter { older in !distinct.contains { order.answers($0, older) } }
    let latest = distinct.filter { older in !distinct.contains { order.supersedes($0, older) } }
    var tops: [(code: String, files: [Candidate])] = []
    let deciding = Dictionary(
      indicators.map { ($0.code, Self.decidingColumn($0)) }, uniquingKeysWith: { first, _ in first })
    for code in Self.codes(of: result) {
      let column = deciding[code]
      let reporting = Self.all(result) { $0.submission.row(code).map { Self.speaks($0, column) } ?? false }
      let latest =
        reporting.count < 2
        ? reporting : reporting.filter { older in !reporting.contains { order.supersedes($0, older) } }
      // A file that was replaced as a whole may have been chosen all the same.
      let chosen =
        choices.chosen.isEmpty
        ? []
        : distinct.filter { file in
          choices.choice(for: file.submission.unit, code) == file.submission.digest
            && file.submission.row(code).map { Self.reports($0, column) } ?? false
        }
      tops.append((code, chosen.isEmpty ? latest : chosen))
    }
    let used = tops.flatMap(\.files)
    // A file that reports nothing at all has still come in, and what it lacks is asked for.
    let isDecided = !used.isEmpty && used.allSatisfy { choices.chosen.map(\.digest).contains($0.submission.digest) }
    let counting = distinct.filter { used.contains($0) || !isDecided && latest.contains($0) }
    self.counting = counting
    superseded = distinct.filter { !counting.contains($0) }
    // The items that one file reports alone share one list.
    let single = [0]
    contenders = Dictionary(
      tops.map { top in
        let own = counting.indices.filter { top.files.contains(counting[$0]) }
        return (top.code, own == single ? single : own)
      }, uniquingKeysWith: { first, _ in first })
    disputed = tops.filter { Self.differ($0.files, $0.code) }.map(\.code)
  }

  /// Returns the files for which a condition holds. Of most units there is one, and the array is shared.
  private static func all(_ files: [Candidate], where holds: (Candidate) -> Bool) -> [Candidate] {
    guard files.count == 1 else { return files.filter(holds) }
    return holds(files[0]) ? files : []
  }

  /// Returns the file whose row is used for an item, disputed or not; `nil` where no file has anything in its cell. What
  /// stands there need not be a figure.
  public func source(of code: String) -> Candidate? { contenders[code]?.first.map { counting[$0] } }

  /// Returns the files that stand against each other for an item, or agree; of one that came alone, that one.
  public func contenders(for code: String) -> [Candidate] { (contenders[code] ?? []).map { counting[$0] } }

  /// Returns what stands in the cell that decides whether an item was reported; blank if there is no such row.
  static func decisive(_ indicator: Indicator, _ row: Submission.Row?) -> Figure {
    row.map { decisive($0, decidingColumn(indicator)) } ?? .blank
  }

  private static func decisive(_ row: Submission.Row, _ column: FormColumn) -> Figure {
    // A duty whose count cannot be known, since nobody filled in the one before, is not reported.
    if column == .current, row.figure(in: .cumulative) == .blank, row.figure(in: .previous).number == nil,
      row.previous.origin != nil
    {
      return .blank
    }
    return row.figure(in: column)
  }

  /// Returns the column in which that cell stands.
  private static func decidingColumn(_ indicator: Indicator) -> FormColumn {
    if indicator.isRecurring { return .current }
    return indicator.isWordsOnly ? .progress : .cumulative
  }

  /// Returns true if a row reports an indicator.
  ///
  /// - Parameter column: in which the indicator is reported; `nil` where it is none of this plan's: then a row reports if
  ///   anything stands in its cells for figures.
  private static func reports(_ row: Submission.Row, _ column: FormColumn?) -> Bool {
    if let column { return decisive(row, column) != .blank }
    return row.figure(in: .cumulative) != .blank || row.figure(in: .current) != .blank
  }

  /// Returns true if anything stands in the cell in which a row reports its indicator, a figure or not.
  private static func speaks(_ row: Submission.Row, _ column: FormColumn?) -> Bool {
    if reports(row, column) { return true }
    guard let column, let text = row.entry(column).origin?.text else { return false }
    return text.contains { !$0.isWhitespace }
  }

  /// Returns true if the left file is listed before the right one. The order is stable and depends on nothing but the
  /// files: the earliest known receipt comes first, then name and digest. It decides nothing but what is listed first.
  private static func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
    let (a, b) = (left.received?.dayNumber ?? .max, right.received?.dayNumber ?? .max)
    if a != b { return a < b }
    return (left.submission.file, left.submission.digest) < (right.submission.file, right.submission.digest)
  }

  private static func codes(of files: [Candidate]) -> [String] {
    var seen: Set<String> = []
    return files.flatMap { $0.submission.rows.map(\.code) }.filter { seen.insert($0).inserted }
  }

  private static func differ(_ files: [Candidate], _ code: String) -> Bool {
    guard files.count > 1 else { return false }
    return Set(files.map { file in file.rows.first { $0.code == code }?.figures }).count > 1 || listsDiffer(files, code)
  }

  /// Returns true if files list other objects for an item, or other states or days of them; notes are words, and the order
  /// of the rows says nothing.
  static func listsDiffer(_ files: [Candidate], _ code: String) -> Bool {
    Set(
      files.map { file in
        (file.submission.lists[code] ?? []).map { [ListContents.key($0), ListContents.progress($0)] }
          .sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }
      }
    ).count > 1
  }

  /// Which of two files replaces the other.
  private struct Order {
    private var parents: [String: String] = [:]
    /// A number for each file, the same for those that say the same.
    private var words: [ObjectIdentifier: Int] = [:]

    init(_ candidates: [Candidate]) {
      var known: [[Candidate.Content]: Int] = [:]
      for candidate in candidates {
        if candidates.count > 1 {
          let content = candidate.content
          let number = known[content] ?? known.count
          known[content] = number
          words[ObjectIdentifier(candidate)] = number
        }
        if let parent = candidate.submission.parent { parents[candidate.submission.digest] = parent }
      }
    }

    /// Returns true if two files say the same and neither answers what was asked of the other: `约31户` written again as
    /// `31` is the same figure, but a correction.
    ///
    /// - Parameter files: of the unit: what takes the place of one of them that the other leaves standing is no copy.
    func isCopy(_ one: Candidate, of other: Candidate, among files: [Candidate]) -> Bool {
      guard saysTheSame(one, other),
        !files.contains(where: { !saysTheSame($0, one) && supersedes(one, $0) && !supersedes(other, $0) })
      else { return false }
      return one.questions == other.questions || !supersedes(one, other) && !supersedes(other, one)
    }

    private func saysTheSame(_ one: Candidate, _ other: Candidate) -> Bool {
      words[ObjectIdentifier(one)] == words[ObjectIdentifier(other)]
    }

    func supersedes(_ newer: Candidate, _ older: Candidate) -> Bool {
      let isDescendant = descends(newer, from: older)
      // Two files that claim to be each other's return are no return at all.
      if isDescendant != descends(older, from: newer) { return isDescendant }
      // Anybody can make a file without a stamp: beside a stamped one it waits for a person to choose.
      if newer.isUnstamped, !older.isUnstamped { return false }
      guard let later = newer.received, let earlier = older.received else { return false }
      // Whoever enters a figure by hand knows what came in on that day.
      return newer.isManual && !older.isManual ? later >= earlier : later > earlier
    }

    /// Returns true if `newer` was filled on the return of `older`, and not the other way round.
    func answers(_ newer: Candidate, _ older: Candidate) -> Bool {
      descends(newer, from: older) && !descends(older, from: newer)
    }

    /// Returns true if `newer` was filled on the return of `older`, directly or over other returns.
    private func descends(_ newer: Candidate, from older: Candidate) -> Bool {
      var seen: Set<String> = []
      var digest = newer.submission.digest
      while let parent = parents[digest], seen.insert(digest).inserted {
        if parent == older.submission.digest { return true }
        digest = parent
      }
      return false
    }
  }
}
