public import Forms
import PlanFile
public import PlanModel
public import Validation

/// A plan with what lies beside its file: the signing key.
public struct OpenPlan: Sendable {
  public let path: String
  public let plan: Plan
  /// The plan's rules; without problems.
  public let rules: RulePackage
  /// Who fills the forms, as far as a list beside the plan says.
  public let contacts: ContactBook
  /// Where the key is or would be: the plan's, the caller's, or `NAME.key` beside the plan.
  public let keyPath: String
  /// `nil` where the plan names none and none was made, and where it was left out on purpose: then no form is proved.
  public let key: SigningKey?
  /// Whether the key was left out on purpose.
  public let isWithoutKey: Bool
  /// Whether the plan or the caller names the key: then it is somebody else's to bring, and never made here.
  private let isKeyNamed: Bool
  /// What the files of its submissions may cost.
  public let limits: InputLimits
  /// Called with the files of earlier periods that could not be read, by whatever reads these.
  public var tellUnread: @Sendable ([UnreadFile]) -> Void = { _ in }
  /// Called with what is wrong with the lists of receipts of earlier periods.
  public var tellEarlierReceipts: @Sendable ([EarlierReceipts]) -> Void = { _ in }
  /// Called with the events with which a ledger ends and that the key did not seal, by whatever writes the ledger.
  public var tellUnsealed: @Sendable (UnsealedEvents) -> Void = { _ in }

  /// - Parameters:
  ///   - keyPath: overrides the plan's `reporting.key`.
  ///   - withoutKey: goes on where there is no key, and proves nothing.
  /// - Throws: `.missingKey` where the plan names a key that is not there, and that is not wanted.
  public init(
    path: String, keyPath: String? = nil, withoutKey: Bool = false, limits: InputLimits = .standard
  ) throws(JobError) {
    self.path = path
    self.limits = limits
    isWithoutKey = withoutKey
    try FileAccess.check(path, .planBytes, limits)
    (plan, rules) = try Self.plan(at: path, limits: limits)
    contacts = ContactBook(folder: FileAccess.folder(of: path), plan: plan, limits: limits)
    let stated = keyPath ?? plan.reporting.key.map { FileAccess.join(FileAccess.folder(of: path), $0) }
    let named = stated ?? path + ".key"
    self.keyPath = named
    isKeyNamed = stated != nil
    guard !withoutKey, FileAccess.exists(named) else {
      if stated != nil, !withoutKey { throw JobError(.missingKey, named) }
      key = nil
      return
    }
    key = try Self.signingKey(at: named, limits: limits)
  }

  /// Returns the key to sign forms with; makes one, and writes it beside the plan, if that names none and none was made.
  ///
  /// - Parameter newKey: called with the path of a key that had to be made.
  func signingKey(_ newKey: (String) -> Void) throws(JobError) -> SigningKey {
    if let key { return key }
    // A run without the key signs nothing, least of all with another one.
    guard !isWithoutKey, !isKeyNamed else { throw JobError(.noKeyToSign, keyPath) }
    let text = "# huizong 签名密钥：凭它签发和核验填报表，请妥善保管，不要外传。 Signing key: keep it secret.\n\(SigningKey.generated())\n"
    if try FileAccess.createSecret(text, at: keyPath) {
      newKey(keyPath)
    }
    // Another run may have made it at the same moment.
    return try Self.signingKey(at: keyPath, limits: limits)
  }

  /// Returns the key of a plan, or that in a file; `nil` where neither is named, or the plan has none.
  public static func signingKey(ofPlan plan: String?, orAt keyPath: String?) throws(JobError) -> SigningKey? {
    if let plan { return try OpenPlan(path: plan, keyPath: keyPath).key }
    return try keyPath.map { path throws(JobError) in try signingKey(at: path) }
  }

  /// Returns the key in a file.
  static func signingKey(at path: String, limits: InputLimits = .standard) throws(JobError) -> SigningKey {
    // Editors put marks and line ends of their own around it.
    guard let key = SigningKey(file: OfficeText.decoded(try FileAccess.file(path, .keyBytes, limits))) else {
      throw JobError(.key, path)
    }
    return key
  }

  /// Returns the SHA-256 of the plan's file as it is now.
  func digest() throws(JobError) -> String { try Self.digest(at: path, limits: limits) }

  /// Returns the SHA-256 of a plan file.
  public static func digest(at path: String, limits: InputLimits = .standard) throws(JobError) -> String {
    Digest.hex(of: try FileAccess.file(path, .planBytes, limits))
  }

  /// Returns the plan in a file, with its rules.
  /// - Throws: everything that is wrong with the file; if nothing is, everything that is wrong with the rules.
  public static func plan(
    at path: String, limits: InputLimits = .standard
  ) throws(JobError) -> (plan: Plan, rules: RulePackage) {
    let plan: Plan
    do throws(PlanFileError) {
      plan = try PlanReader(limits: limits.plan).read(contentsOf: path)
    } catch {
      throw JobError(.plan(error), path)
    }
    let rules = RulePackage(plan: plan)
    guard rules.problems.isEmpty else { throw JobError(.rules(rules.problems), path) }
    return (plan, rules)
  }

  /// Returns the period that a text names (`2024-06`, `2024Q2`, `2024H1`, `2024`), if the plan asks something of it.
  public func period(_ text: String) throws(JobError) -> Period {
    guard let period = Period(text) else { throw JobError(.unreadablePeriod, text) }
    return try due(period)
  }

  /// Returns the period if the plan asks something of it.
  ///
  /// - Throws: `JobError` for a period of another year, before the first that is reported, or of which nothing is due.
  public func due(_ period: Period) throws(JobError) -> Period {
    guard period.year == plan.year else {
      throw JobError(.periodOfAnotherYear(plan: plan.year), period.description)
    }
    if let from = plan.reporting.from, period.lastDay < from.firstDay {
      throw JobError(.periodBeforeReporting(from: from), period.description)
    }
    guard !plan.reportingUnits(in: period).isEmpty else { throw JobError(.nothingDue, period.description) }
    return period
  }

  /// Returns the units of these names, ids or aliases, in table order; all that report in the period if none is named.
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
