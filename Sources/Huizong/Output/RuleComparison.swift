import Forms
import PlanModel
import Validation

/// What two packages of rules say of the same files.
public struct RuleComparison: Sendable {
  /// A verdict that changes.
  struct Change: Hashable, Sendable {
    let finding: Finding
    /// `nil`: no finding.
    let before: Finding?
    let after: Finding?
  }

  /// A file with what changes.
  struct File: Sendable {
    let file: String
    let before: FileReport.Disposition
    let after: FileReport.Disposition
    /// Why nothing was read of it, whatever the rules.
    let refusal: Finding?
    /// In the order of the form, those that end last.
    let changes: [Change]
  }

  /// All files that were checked.
  let files: [File]
  let old: RuleCatalogue
  let new: RuleCatalogue

  /// True if any verdict changes.
  public var hasChanges: Bool { files.contains { !$0.changes.isEmpty } }

  /// True if no form was read from a file.
  public var hasUnreadFiles: Bool { files.contains { $0.refusal != nil } }
}

extension RuleComparison.File {
  init(_ file: String, _ before: FileReport, _ after: FileReport) {
    self.file = file
    self.before = before.disposition
    self.after = after.disposition
    if case .refused(_, let findings)? = after.reading { refusal = findings.first } else { refusal = nil }
    let old = Dictionary(before.findings.map { (Key($0), $0) }, uniquingKeysWith: { first, _ in first })
    let new = Dictionary(after.findings.map { (Key($0), $0) }, uniquingKeysWith: { first, _ in first })
    let changed = after.findings.compactMap { finding -> RuleComparison.Change? in
      let other = old[Key(finding)]
      if let other, other.grade == finding.grade, other.resolution == finding.resolution { return nil }
      return RuleComparison.Change(finding: finding, before: other, after: finding)
    }
    let ended = before.findings.filter { new[Key($0)] == nil }.map {
      RuleComparison.Change(finding: $0, before: $0, after: nil)
    }
    changes = changed + ended
  }

  /// What makes two findings the same one.
  private struct Key: Hashable {
    let rule: String
    let sheet: String?
    let cells: [String]
    let indicator: String?
    let column: String?

    init(_ finding: Finding) {
      (rule, sheet, cells) = (finding.rule, finding.sheet, finding.cells)
      (indicator, column) = (finding.indicator, finding.column)
    }
  }
}
