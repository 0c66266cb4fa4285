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
    return conflicts + reviewConflict + duplicates
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
