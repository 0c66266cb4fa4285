/// What people decided about files: which count no more, and which count where several contend.
public struct FileChoices: Hashable, Sendable {
  /// One file chosen for what a unit reports.
  public struct Choice: Hashable, Sendable {
    public let unit: String
    /// The indicator's code; `nil` for everything that the file reports.
    public let indicator: String?
    /// Of the file that counts.
    public let digest: String

    public init(unit: String, indicator: String?, digest: String) {
      self.unit = unit
      self.indicator = indicator
      self.digest = digest
    }
  }

  /// Digests of files that count no more (撤回), with the reason.
  public var withdrawn: [String: String]
  /// The last one about an item holds.
  public var chosen: [Choice]

  public init(withdrawn: [String: String] = [:], chosen: [Choice] = []) {
    self.withdrawn = withdrawn
    self.chosen = chosen
  }

  /// Returns the digest of the file that was chosen for an item of a unit.
  func choice(for unit: String, _ code: String) -> String? {
    chosen.last { $0.unit == unit && ($0.indicator == nil || $0.indicator == code) }?.digest
  }
}
