/// Why a file, or a part of it, cannot be read.
///
/// The words for people are made by `message(in:)`; programs look at `code`.
public struct XLSXReadError: Error, Hashable, Sendable {
  public let code: Code
  /// The part inside the package, as in `xl/workbook.xml`; `nil` when the file as a whole is meant.
  public let part: String?
  /// Where in the (inflated, UTF-8) part, in bytes from its beginning.
  public let offset: Int?
  /// What was found, in English, for the person who mends the file or this reader. May be empty.
  public let reason: String

  public init(_ code: Code, part: String? = nil, offset: Int? = nil, reason: String = "") {
    self.code = code
    self.part = part
    self.offset = offset
    self.reason = reason
  }
}

extension XLSXReadError {
  /// Returns the error of an input that is beyond a limit; the reason names it, as in `partBytes 1916 > 1024`.
  ///
  /// - Parameters:
  ///   - limit: the name of a property of `ReadLimits`.
  ///   - value: of the limit.
  ///   - found: how much there is, where that is known.
  static func exceeded(
    _ limit: String, _ value: Int, found: Int? = nil, part: String? = nil, offset: Int? = nil
  ) -> XLSXReadError {
    let found = found.map { " \($0)" } ?? ""
    return XLSXReadError(.limitExceeded, part: part, offset: offset, reason: "\(limit)\(found) > \(value)")
  }
}

extension XLSXReadError: CustomStringConvertible {
  /// The English message.
  public var description: String { message(in: .english) }
}
