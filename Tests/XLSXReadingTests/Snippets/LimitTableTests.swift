import Testing
import XLSXReading

/// The table of `LimitsAndHostileFiles.md` against the limits themselves.
@Suite struct LimitTableTests {
  /// As the article writes a number: powers of 1,024 by their names, others with commas.
  private static func words(_ value: Int, isBytes: Bool) -> String {
    guard isBytes else {
      let digits = String(value)
      let head = digits.count % 3
      let groups = stride(from: head, to: digits.count, by: 3).map { start in
        String(digits.dropFirst(start).prefix(3))
      }
      return ([String(digits.prefix(head))] + groups).filter { !$0.isEmpty }.joined(separator: ",")
    }
    if value % (1 << 20) != 0 { return "\(value >> 10) KiB" }
    return value % (1 << 30) == 0 ? "\(value >> 30) GiB" : "\(value >> 20) MiB"
  }

  @Test func `each limit stands in the article with its default`() throws {
    let article = try Article.text("LimitsAndHostileFiles")
    let rows = article.split(separator: "\n").filter { $0.hasPrefix("| ``ReadLimits/") }
    let limits = Mirror(reflecting: ReadLimits()).children
    for limit in limits {
      let name = try #require(limit.label)
      let value = try #require(limit.value as? Int)
      let isBytes = name.lowercased().contains("bytes") || name == "ratioFloor"
      let start = "| ``ReadLimits/\(name)`` | \(Self.words(value, isBytes: isBytes)) |"
      #expect(rows.contains { $0.hasPrefix(start) }, "\(start)")
    }
    #expect(rows.count == limits.count)
  }
}
