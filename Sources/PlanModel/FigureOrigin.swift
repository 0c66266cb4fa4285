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

  /// A sheet of a file. The cells of a row share one.
  public final class Source: Hashable, Sendable {
    /// The path of the file as it was given.
    public let file: String
    /// SHA-256 of the file, 64 hexadecimal digits.
    public let digest: String
    public let sheet: String

    public init(file: String, digest: String, sheet: String) {
      self.file = file
      self.digest = digest
      self.sheet = sheet
    }

    public static func == (left: Source, right: Source) -> Bool {
      left === right || (left.digest == right.digest && left.file == right.file && left.sheet == right.sheet)
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(digest) }
  }

  public let source: Source
  /// A1 form.
  public let cell: String
  /// The text found in the cell.
  public let text: String
  public let normalizations: [Normalization]

  /// The path of the file as it was given.
  public var file: String { source.file }
  /// SHA-256 of the file, 64 hexadecimal digits.
  public var digest: String { source.digest }
  public var sheet: String { source.sheet }

  public init(source: Source, cell: String, text: String, normalizations: [Normalization] = []) {
    self.source = source
    self.cell = cell
    self.text = text
    self.normalizations = normalizations
  }

  public init(
    file: String, digest: String, sheet: String, cell: String, text: String, normalizations: [Normalization] = []
  ) {
    self.init(
      source: Source(file: file, digest: digest, sheet: sheet), cell: cell, text: text, normalizations: normalizations)
  }
}
