public import PlanModel

/// What two files of one unit say otherwise beside their rows: in a list (明细表), or in 条线复核.
public struct SideDifference: Hashable, Sendable {
  /// Of what something else is said.
  public enum Subject: Hashable, Sendable {
    /// State and day of an object of an indicator's list.
    case object(indicator: String, name: String)
    /// The note on an object, which is words.
    case note(indicator: String, name: String)
    /// What a lead says of a task, by the task's id.
    case words(task: String, FormColumn)
    /// What a lead says of a unit's figure, by the unit's id.
    case opinion(indicator: String, unit: String)
  }

  public let subject: Subject
  /// What the one file has, as messages name it.
  public let before: String
  public let after: String
  /// Where it stands in the one file; in the other where the one has it not.
  public let origin: FigureOrigin?

  /// Returns how the list of an indicator differs, object by object; the order of its rows says nothing.
  public static func ofLists(_ one: Submission, _ other: Submission, indicator: String) -> [SideDifference] {
    let (old, new) = (ListContents(one.lists[indicator]), ListContents(other.lists[indicator]))
    let keys = old.keys + new.keys.filter { old.rows[$0] == nil }
    return keys.flatMap { key -> [SideDifference] in
      let (before, after) = (old.rows[key] ?? [], new.rows[key] ?? [])
      guard let first = before.first ?? after.first else { return [] }
      let name = first.figure(ListColumn.object.chinese).plain
      func difference(_ subject: Subject, _ text: (Submission.ListRow) -> String, _ column: ListColumn)
        -> SideDifference?
      {
        let (was, now) = (before.map(text).sorted(), after.map(text).sorted())
        let isNote = if case .note = subject { true } else { false }
        func said(_ texts: [String]) -> [String] { isNote ? texts.filter { $0 != Figure.blank.plain } : texts }
        guard said(was) != said(now) else { return nil }
        return SideDifference(
          subject: subject, before: before.isEmpty ? "没有列" : was.joined(separator: "、"),
          after: after.isEmpty ? "没有列" : now.joined(separator: "、"),
          origin: (first.values[column.chinese] ?? first.values[ListColumn.object.chinese])?.origin)
      }
      let states = difference(.object(indicator: indicator, name: name), ListContents.progress, .state)
      let notes = difference(
        .note(indicator: indicator, name: name), { $0.figure(ListColumn.note.chinese).plain }, .note)
      return [states, before.isEmpty || after.isEmpty ? nil : notes].compactMap(\.self)
    }
  }

  /// Returns the states and days that a file has for the object of a difference.
  static func progress(of difference: SideDifference, in submission: Submission, indicator: String) -> String {
    guard case .object(_, let name) = difference.subject else { return "" }
    let rows = ListContents(submission.lists[indicator]).rows[NameKey.object(name)] ?? []
    return rows.isEmpty ? "没有列" : rows.map(ListContents.progress).sorted().joined(separator: "、")
  }

  /// Returns how 条线复核 differs: words on tasks, then opinions on figures.
  public static func ofReviews(_ one: Submission, _ other: Submission) -> [SideDifference] {
    let (old, new) = (one.review, other.review)
    var tasks = (old?.words ?? []).map(\.task)
    tasks += (new?.words ?? []).map(\.task).filter { !tasks.contains($0) }
    let columns: [(FormColumn, KeyPath<LineReview.Words, Submission.Entry>)] = [
      (.progress, \.progress), (.problems, \.problems), (.nextSteps, \.nextSteps),
    ]
    let words = tasks.flatMap { task in
      columns.compactMap { column, path -> SideDifference? in
        let (was, now) = (old?.words(of: task)?[keyPath: path], new?.words(of: task)?[keyPath: path])
        guard was?.figure ?? .blank != now?.figure ?? .blank else { return nil }
        return SideDifference(
          subject: .words(task: task, column), before: (was?.figure ?? .blank).plain,
          after: (now?.figure ?? .blank).plain, origin: was?.origin ?? now?.origin)
      }
    }
    func key(_ opinion: LineReview.Opinion) -> String { "\(opinion.indicator)@\(opinion.unit)" }
    let (mine, theirs) = (old?.opinions ?? [], new?.opinions ?? [])
    let known = Set(mine.map(key))
    let opinions = (mine + theirs.filter { !known.contains(key($0)) }).compactMap { own -> SideDifference? in
      let (was, now) = (mine.first { key($0) == key(own) }, theirs.first { key($0) == key(own) })
      guard was?.verdict != now?.verdict || was?.remark.figure ?? .blank != now?.remark.figure ?? .blank else {
        return nil
      }
      let isVerdict = was?.verdict != now?.verdict
      return SideDifference(
        subject: .opinion(indicator: own.indicator, unit: own.unit), before: Self.text(was), after: Self.text(now),
        origin: isVerdict ? own.origin : own.remark.origin ?? own.origin)
    }
    return words + opinions
  }

  /// Returns an opinion in words: 存疑：请核对.
  private static func text(_ opinion: LineReview.Opinion?) -> String {
    let remark = opinion.flatMap { $0.remark.figure == .blank ? nil : $0.remark.figure.plain }
    let parts = [opinion?.verdict?.chinese, remark].compactMap(\.self)
    return parts.isEmpty ? "空白" : parts.joined(separator: "：")
  }
}

/// The rows of a list by their objects, whatever their order and however a name is written.
struct ListContents {
  /// The names as they are compared, in the order of the list.
  private(set) var keys: [String] = []
  private(set) var rows: [String: [Submission.ListRow]] = [:]

  init(_ list: [Submission.ListRow]?) {
    for row in list ?? [] {
      let key = Self.key(row)
      if rows[key] == nil { keys.append(key) }
      rows[key, default: []].append(row)
    }
  }

  /// Returns the name of the row's object as it is compared.
  static func key(_ row: Submission.ListRow) -> String { NameKey.object(row.figure(ListColumn.object.chinese).plain) }

  /// Returns how far the row's object has come: 已办结 2024-06-10.
  static func progress(_ row: Submission.ListRow) -> String {
    let parts = [ListColumn.state, .date].map { row.figure($0.chinese) }.filter { $0 != .blank }.map(\.plain)
    return parts.isEmpty ? "空白" : parts.joined(separator: " ")
  }
}
