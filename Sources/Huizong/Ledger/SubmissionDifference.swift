import Consolidation
import PlanModel

/// The cells on which two submissions of one unit and period differ.
struct SubmissionDifference {
  struct Change: Hashable {
    let place: Place
    let before: String
    let after: String
    /// True for figures; words change no total.
    let bearsOnTotals: Bool
  }

  enum Place: Hashable {
    case cell(code: String, FormColumn)
    /// In a list or in 条线复核.
    case beside(SideDifference.Subject)
    /// A line of the sheet 签署.
    case signature(String)
  }

  /// In the order of the later form, then of the earlier one for rows that are gone; then lists, 条线复核 and signatures.
  let changes: [Change]

  private static var columns: [(FormColumn, KeyPath<Submission.Row, Submission.Entry>)] {
    [
      (.previous, \.previous), (.current, \.current), (.cumulative, \.cumulative), (.progress, \.progress),
      (.problems, \.problems), (.nextSteps, \.nextSteps), (.explanation, \.explanation),
    ]
  }

  init(_ before: Submission, _ after: Submission) {
    var codes = after.rows.map(\.code)
    codes += before.rows.map(\.code).filter { !codes.contains($0) }
    var changes: [Change] = []
    for code in codes {
      let (old, new) = (before.row(code), after.row(code))
      for (column, path) in Self.columns {
        let (was, now) = (old?[keyPath: path].figure ?? .blank, new?[keyPath: path].figure ?? .blank)
        guard was != now else { continue }
        changes.append(
          Change(
            place: .cell(code: code, column), before: was.plain, after: now.plain,
            // Of what the later file leaves blank, the earlier figure goes on counting.
            bearsOnTotals: (column == .current || column == .cumulative) && now != .blank))
      }
    }
    let lists = Set(before.lists.keys).union(after.lists.keys).sorted()
    let beside =
      lists.flatMap { SideDifference.ofLists(before, after, indicator: $0) } + SideDifference.ofReviews(before, after)
    changes += beside.map { difference in
      let bears = if case .object = difference.subject { true } else { false }
      return Change(
        place: .beside(difference.subject), before: difference.before, after: difference.after, bearsOnTotals: bears)
    }
    self.changes = changes + Self.signatures(before.signature, after.signature)
  }

  private static func signatures(_ before: Submission.Signature, _ after: Submission.Signature) -> [Change] {
    let lines = [
      ("填报人", before.preparer, after.preparer), ("审核人", before.reviewer, after.reviewer),
      ("联系电话", before.phone, after.phone),
      ("填报日期", before.date?.description ?? "", after.date?.description ?? ""),
    ]
    return lines.filter { $0.1 != $0.2 }.map { label, old, new in
      Change(
        place: .signature(label), before: old.isEmpty ? "空白" : old, after: new.isEmpty ? "空白" : new,
        bearsOnTotals: false)
    }
  }
}
