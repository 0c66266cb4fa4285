import PlanModel
import Validation

extension UnitReport {
  /// Returns what the unit's files say about one another: cells on which they differ, and files that came twice.
  func findings(names: (String) -> String) -> [Finding] {
    let conflicts = files.disputed.map { code in conflict(code, name: names(code)) }
    let duplicates = files.duplicates.map { copy in
      BuiltInRule.duplicateFile.finding(
        unit: unit.id, file: copy.submission.file,
        value: (files.counting + files.superseded).first { $0.content == copy.content }?.submission.file)
    }
    return conflicts + reviewConflict + wordConflicts + duplicates
  }

  /// W60: what files that contend for an item, and agree on its figure, say of it beside; for each file that is used.
  private var wordConflicts: [Finding] {
    guard files.counting.count > 1 else { return [] }
    var cells: [String: [FigureOrigin]] = [:]
    var others: [String: Set<String>] = [:]
    // Where an item or a review is in dispute the unit is asked for the file that holds, with who signed it.
    let asksSignature = files.disputed.isEmpty && conflictingReviews.isEmpty
    for code in Set(files.counting.flatMap { $0.submission.rows.map(\.code) }) where !files.disputed.contains(code) {
      let contenders = files.contenders(for: code)
      guard contenders.count > 1, let used = contenders.first?.submission else { continue }
      let differing = contenders.dropFirst().filter { file in
        asksSignature && file.submission.signature != used.signature
          || Self.words(file, code) != Self.words(contenders[0], code)
      }
      guard !differing.isEmpty else { continue }
      cells[used.file, default: []] += Self.entries(contenders[0], code).filter { column, entry in
        differing.contains { Self.entries($0, code)[column]?.figure != entry.figure }
      }.values.compactMap(\.origin)
      others[used.file, default: []].formUnion(differing.map(\.submission.file))
    }
    return others.sorted { $0.key < $1.key }.map { file, names in
      let places = Set(cells[file] ?? []).sorted { ($0.sheet, $0.cell) < ($1.sheet, $1.cell) }
      let own = places.filter { $0.sheet == places.first?.sheet }
      return BuiltInRule.wordsDiffer.finding(
        unit: unit.id, file: file, sheet: own.first?.sheet, cells: own.map(\.cell),
        value: ([file] + names.sorted()).joined(separator: "；"), expected: file)
    }
  }

  private static func entries(_ file: Candidate, _ code: String) -> [FormColumn: Submission.Entry] {
    guard let row = file.submission.row(code) else { return [:] }
    let columns: [FormColumn] = [.progress, .problems, .nextSteps, .explanation]
    return Dictionary(uniqueKeysWithValues: columns.map { ($0, row.entry($0)) })
  }

  /// Returns what is said of an item in words, in its row and its list.
  private static func words(_ file: Candidate, _ code: String) -> [[Figure]] {
    let row = entries(file, code).sorted { $0.key.rawValue < $1.key.rawValue }.map(\.value.figure)
    let notes = (file.submission.lists[code] ?? []).map {
      (ListContents.key($0), $0.figure(ListColumn.note.chinese).plain)
    }
    return [row] + notes.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map { [.text($0.0), .text($0.1)] }
  }

  /// The files that count and have 条线复核.
  var reviewing: [Candidate] { files.counting.filter { $0.submission.review != nil } }

  /// Those of them, if they do not say the same; wherever it stands in the file.
  var conflictingReviews: [Candidate] { Set(reviewing.map(\.reviewed)).count > 1 ? reviewing : [] }

  private var reviewConflict: [Finding] {
    let files = conflictingReviews
    guard let first = files.first?.submission,
      let (other, difference) = files.dropFirst().lazy.compactMap({ file in
        SideDifference.ofReviews(first, file.submission).first.map { (file.submission, $0) }
      }).first
    else { return [] }
    let values = ["\(first.file) \(difference.before)", "\(other.file) \(difference.after)"]
    return [
      BuiltInRule.conflictingFiles.finding(
        unit: unit.id, file: first.file, sheet: difference.origin?.sheet,
        cells: difference.origin.map { [$0.cell] } ?? [], value: values.joined(separator: "；"), expected: "“条线复核”里不同的")
    ]
  }

  private func conflict(_ code: String, name: String) -> Finding {
    let contenders = files.contenders(for: code)
    let versions = contenders.compactMap { file in
      file.submission.row(code).map { (submission: file.submission, entry: Self.decisive($0)) }
    }
    let objects = CountingFiles.listsDiffer(contenders, code) ? differingObjects(contenders, code) : []
    if let first = objects.first,
      Set(contenders.map { file in file.rows.first { $0.code == code }?.figures }).count == 1
    {
      return listConflict(contenders, code, name: name, first.difference, Self.named(objects))
    }
    let first = versions.first
    let lists = objects.isEmpty ? "" : "（明细表里\(Self.named(objects))也不同）"
    return BuiltInRule.conflictingFiles.finding(
      unit: unit.id, file: first?.submission.file ?? "", sheet: first?.entry.origin?.sheet,
      cells: first?.entry.origin.map { [$0.cell] } ?? [], indicator: code, text: first?.entry.origin?.text,
      value: versions.map { "\($0.submission.file) \($0.entry.figure.plain)" }.joined(separator: "；"),
      expected: "“\(name)”\(lists)")
  }

  private typealias DifferingObject = (name: String, difference: SideDifference)

  /// Returns the objects on which files differ for an item, each once, with how a first pair of files differs.
  private func differingObjects(_ files: [Candidate], _ code: String) -> [DifferingObject] {
    guard let first = files.first?.submission else { return [] }
    var seen: Set<String> = []
    return files.dropFirst().flatMap { SideDifference.ofLists(first, $0.submission, indicator: code) }
      .compactMap { difference in
        guard case .object(_, let name) = difference.subject, seen.insert(name).inserted else { return nil }
        return (name, difference)
      }
  }

  /// Returns the objects in words: “甲”等3个对象.
  private static func named(_ objects: [DifferingObject]) -> String {
    "“\(objects.first?.name ?? "")”" + (objects.count > 1 ? "等\(objects.count)个对象" : "")
  }

  /// Returns what is said of files that agree on a figure and list other objects for it: the first object on which they
  /// differ, as each file has it.
  private func listConflict(
    _ files: [Candidate], _ code: String, name: String, _ difference: SideDifference, _ objects: String
  ) -> Finding {
    let values = files.map { file in
      let own = SideDifference.progress(of: difference, in: file.submission, indicator: code)
      return "\(file.submission.file) \(own)"
    }
    return BuiltInRule.conflictingFiles.finding(
      unit: unit.id, file: files[0].submission.file, sheet: difference.origin?.sheet,
      cells: difference.origin.map { [$0.cell] } ?? [], indicator: code, value: values.joined(separator: "；"),
      expected: "“\(name)”（明细表里\(objects)不同）")
  }

  private static func decisive(_ row: Submission.Row) -> Submission.Entry {
    row.figure(in: .cumulative) == .blank ? row.current : row.cumulative
  }
}
