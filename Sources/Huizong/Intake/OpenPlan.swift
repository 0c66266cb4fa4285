public import Forms
import PlanFile
public import PlanModel

/// A plan with what lies beside its file: the signing key.
public struct OpenPlan: Sendable {
  public let path: String
  public let plan: Plan
  /// Where the key is or would be; `nil` if neither the plan nor the caller names one.
  public let keyPath: String?
  /// `nil` if there is no such file.
  public let key: SigningKey?

  /// - Parameter keyPath: overrides the plan's `reporting.key`.
  public init(path: String, keyPath: String? = nil) throws(JobError) {
    self.path = path
    do throws(PlanFileError) {
      plan = try PlanReader().read(contentsOf: path)
    } catch {
      throw JobError(.plan(error), path)
    }
    let named = keyPath ?? plan.reporting.key.map { FileAccess.join(FileAccess.folder(of: path), $0) }
    self.keyPath = named
    guard let named, FileAccess.exists(named) else {
      // A key that somebody asked for by name must be there.
      if let keyPath { throw JobError(.key, keyPath, reason: "没有这个文件") }
      key = nil
      return
    }
    guard let bytes = FileAccess.bytes(named), let key = SigningKey(file: String(decoding: bytes, as: UTF8.self)) else {
      throw JobError(.key, named)
    }
    self.key = key
  }

  /// Reads a period's text and holds it against the plan.
  public func period(_ text: String) throws(JobError) -> Period {
    guard let period = Period(text) else { throw JobError(.unreadablePeriod, text) }
    guard period.year == plan.year else {
      throw JobError(.periodOutsidePlan, text, reason: "计划年度 \(plan.year)")
    }
    if let from = plan.reporting.from, period.lastDay < from.firstDay {
      throw JobError(.periodOutsidePlan, text, reason: "从 \(from) 起报")
    }
    guard !plan.reportingUnits(in: period).isEmpty else { throw JobError(.nothingDue, text) }
    return period
  }

  /// The units of these names, ids or aliases, in table order; all that report in the period if none is named.
  public func units(_ names: [String], in period: Period) throws(JobError) -> [Unit] {
    let due = plan.reportingUnits(in: period)
    var wanted: Set<String> = []
    for name in names {
      guard let unit = plan.unit(named: name) else { throw JobError(.unknownUnit, name) }
      let members = plan.expanded(unit.id).filter { due.contains($0) }
      guard !members.isEmpty else { throw JobError(.unknownUnit, name, reason: "\(period.chinese)没有要报的指标") }
      wanted.formUnion(members)
    }
    return due.filter { names.isEmpty || wanted.contains($0) }.compactMap { plan.unit(id: $0) }
  }
}
