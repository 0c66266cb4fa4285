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
    // Where an item is in dispute the unit is asked for the file that holds, with who signed it.
    let asksSignature = files.disputed.isEmpty
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
    return [row] + (file.submission.lists[code] ?? []).map { [$0.figure(ListColumn.note.chinese)] }
  }

  /// The files that count and have 条线复核.
  var reviewing: [Candidate] { files.counting.filter { $0.submission.review != nil } }

  /// Those of them, if they do not say the same; wherever it stands in the file.
  var conflictingReviews: [Candidate] { Set(reviewing.map(\.reviewed)).count > 1 ? reviewing : [] }

  private var reviewConflict: [Finding] {
    let files = conflictingReviews
    guard let first = files.first else { return [] }
    let place = first.submission.review.flatMap { review in
      (review.words.map(\.progress) + review.opinions.map(\.remark)).lazy.compactMap(\.origin).first
    }
    return [
      BuiltInRule.conflictingFiles.finding(
        unit: unit.id, file: first.submission.file, sheet: place?.sheet,
        value: files.map(\.submission.file).joined(separator: "；"), expected: "“条线复核”")
    ]
  }

  private func conflict(_ code: String, name: String) -> Finding {
    let versions = files.contenders(for: code).compactMap { file in
      file.submission.row(code).map { (file.submission.file, Self.decisive($0)) }
    }
    let first = versions.first
    let lists = CountingFiles.listsDiffer(files.contenders(for: code), code) ? "（明细表不同）" : ""
    return BuiltInRule.conflictingFiles.finding(
      unit: unit.id, file: first?.0 ?? "", sheet: first?.1.origin?.sheet,
      cells: first?.1.origin.map { [$0.cell] } ?? [], indicator: code, text: first?.1.origin?.text,
      value: versions.map { "\($0.0) \($0.1.figure.plain)" }.joined(separator: "；"), expected: "“\(name)”\(lists)")
  }

  private static func decisive(_ row: Submission.Row) -> Submission.Entry {
    row.figure(in: .cumulative) == .blank ? row.current : row.cumulative
  }
}
