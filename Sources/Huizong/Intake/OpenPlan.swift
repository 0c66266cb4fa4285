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
      if let keyPath { throw JobError(.missingFile, keyPath) }
      key = nil
      return
    }
    guard let bytes = FileAccess.bytes(named), let key = SigningKey(file: String(decoding: bytes, as: UTF8.self)) else {
      throw JobError(.key, named)
    }
    self.key = key
  }

  /// A sentence about entries of the plan that results do not follow; `nil` if there are none.
  public func warning(in language: Language) -> String? {
    let fields = plan.unapplied.filter(\.concernsResults)
    guard !fields.isEmpty else { return nil }
    let names = fields.map { "\($0.field) \($0.count)" }.joined(separator: language("、", ", "))
    return language(
      "\(path)：计划里的 \(names) 条已读入，但不执行；结果按内置规则和版式得出。",
      "\(path): \(names) of the plan were read and are not applied; results follow the built-in rules and layouts.")
  }

  /// Reads a period's text and holds it against the plan.
  public func period(_ text: String) throws(JobError) -> Period {
    guard let period = Period(text) else { throw JobError(.unreadablePeriod, text) }
    guard period.year == plan.year else {
      throw JobError(.periodOfAnotherYear(plan: plan.year), text)
    }
    if let from = plan.reporting.from, period.lastDay < from.firstDay {
      throw JobError(.periodBeforeReporting(from: from), text)
    }
    guard !plan.reportingUnits(in: period).isEmpty else { throw JobError(.nothingDue, text) }
    return period
  }

  /// The units of these names, ids or aliases, in table order; all that report in the period if none is named.
  public func units(_ names: [String], in period: Period) throws(JobError) -> [Unit] {
    let due = plan.reportingUnits(in: period)
    var wanted: Set<String> = []
    for name in names {
      guard let unit = plan.unit(named: name) else {
        throw JobError(.unknownUnit(known: plan.reporting.units.compactMap { plan.unit(id: $0)?.name }), name)
      }
      let members = plan.expanded(unit.id).filter { due.contains($0) }
      guard !members.isEmpty else { throw JobError(.unitNotDue(period), name) }
      wanted.formUnion(members)
    }
    return due.filter { names.isEmpty || wanted.contains($0) }.compactMap { plan.unit(id: $0) }
  }
}
