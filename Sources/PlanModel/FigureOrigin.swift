/// Where a figure came from and what was done to it on the way in.
public struct FigureOrigin: Hashable, Sendable {
  /// One change that reading made to what stood in the cell.
  public struct Normalization: Hashable, Sendable {
    /// A stable name, such as `full-width-digits`.
    public let rule: String
    public let from: String
    public let to: String

    public init(rule: String, from: String, to: String) {
      self.rule = rule
      self.from = from
      self.to = to
    }
  }

  /// The path of the file as it was given.
  public let file: String
  /// SHA-256 of the file, 64 hexadecimal digits.
  public let digest: String
  public let sheet: String
  /// A1 form.
  public let cell: String
  /// The text found in the cell.
  public let text: String
  public let normalizations: [Normalization]

  public init(
    file: String, digest: String, sheet: String, cell: String, text: String, normalizations: [Normalization] = []
  ) {
    self.file = file
    self.digest = digest
    self.sheet = sheet
    self.cell = cell
    self.text = text
    self.normalizations = normalizations
  }
}
