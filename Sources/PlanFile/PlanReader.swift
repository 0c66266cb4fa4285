public import PlanModel

/// Reads a plan file, version 1, strictly: what it does not understand it refuses, with line and column.
///
/// All problems of a file are found in one go. Only a file that is no YAML at all, or of another schema version, ends
/// at the first.
/// - Source: the schema is described in `Sources/PlanFile/SCHEMA.md`.
public struct PlanReader: Sendable {
  /// Sizes beyond which a file is not taken for a plan.
  public struct Limits: Hashable, Sendable {
    /// Of the whole file.
    public var bytes = 16 << 20
    /// Of brackets inside brackets.
    public var depth = 64
    /// Of keys, values and lines together.
    public var entries = 1_000_000

    public init() {}
  }

  let limits: Limits

  public init(limits: Limits = Limits()) {
    self.limits = limits
  }

  /// Returns the plan in a file's bytes: UTF-8, with or without a byte order mark.
  /// - Throws: everything that is wrong with the file.
  public func read(_ bytes: some Collection<UInt8>) throws(PlanFileError) -> Plan {
    try read(text(bytes))
  }

  /// Returns the text of a file's bytes, within the limits.
  func text(_ bytes: some Collection<UInt8>) throws(PlanFileError) -> String {
    guard bytes.count <= limits.bytes else { throw tooLarge(bytes.count) }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw PlanFileError([PlanFileProblem(.notUTF8, at: .file)])
    }
    let content = text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
    try check(content)
    return content
  }

  /// Returns the error of a file with more bytes than the limit.
  func tooLarge(_ count: Int) -> PlanFileError {
    let expected = PlanFileProblem.Expectation.literal(String(limits.bytes))
    return PlanFileError([PlanFileProblem(.tooLarge, at: .file, found: String(count), expected: expected)])
  }

  /// Refuses a text that is not to be parsed.
  private func check(_ text: String) throws(PlanFileError) {
    switch NestingGuard(limit: limits.depth, entries: limits.entries).firstExcess(in: text) {
    case nil: return
    case .tooDeep(let place): throw PlanFileError([PlanFileProblem(.tooDeep, at: place)])
    case .tooMany(let place):
      throw PlanFileError([PlanFileProblem(.tooMany, at: place, expected: .literal(String(limits.entries)))])
    }
  }

  /// Returns the plan in a text.
  /// - Throws: everything that is wrong with the text.
  public func read(_ text: String) throws(PlanFileError) -> Plan {
    let text = text.hasPrefix("\u{FEFF}") ? String(text.unicodeScalars.dropFirst()) : text
    try check(text)
    let log = ProblemLog(source: text)
    let plan = try parse(text, log)
    guard log.problems.isEmpty, let plan else { throw PlanFileError(log.problems) }
    return plan
  }

  private func parse(_ text: String, _ log: ProblemLog) throws(PlanFileError) -> Plan? {
    do throws(PlanFileProblem) {
      let root = try SourceNode.parse(text)
      guard let draft = PlanDecoder(log: log).decode(root) else { return nil }
      return PlanLinker(draft, log: log).link()
    } catch {
      throw PlanFileError([error])
    }
  }
}
