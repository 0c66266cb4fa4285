/// When a file came in, and how that is known.
public struct Receipt: Hashable, Sendable {
  /// Path relative to the inbox.
  public let file: String
  /// `nil`: not known (时间不详).
  public let date: CivilDate?

  public init(file: String, date: CivilDate?) {
    self.file = file
    self.date = date
  }
}
