public import PlanModel

/// Changes single entries of a plan file's text; everything else stays as somebody wrote it, remarks and order too.
///
/// It knows the usual shape, an indicator as a block of `field: value` lines. Whoever edits reads the result again and
/// compares the plans: a text of another shape is noticed, not spoiled.
public struct PlanTextEditor: Sendable {
  public private(set) var text: String

  public init(_ text: String) { self.text = text }

  /// Puts the shares of an indicator's target in the place of those that it has, or adds them, and takes the mark away
  /// that they were made for a sample.
  ///
  /// - Parameter shares: unit as the plan names it and its share, in the order in which they are written.
  /// - Returns: false if the indicator's block is not found.
  public mutating func setAllocation(of code: String, to shares: [(unit: String, share: FixedDecimal)]) -> Bool {
    // By bytes: to a String, "\r\n" is one character. A line keeps its "\r".
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).map { String(Substring($0)) }
    guard let first = lines.firstIndex(where: { Self.isCode($0, code) }) else { return false }
    let indent = Self.fieldIndent(lines[first])
    var end = first + 1
    let ending = lines[first].hasSuffix("\r") ? "\r" : ""
    while end < lines.count, Self.belongs(lines[end], indent) { end += 1 }
    // Empty lines and remarks at the end are the next entry's.
    while end > first + 1, Self.isEmptyOrRemark(lines[end - 1]) { end -= 1 }
    let written =
      String(repeating: " ", count: indent) + "allocation: {"
      + shares.map { "\($0.unit): \($0.share.shortest)" }.joined(separator: ", ") + "}" + ending
    if let field = Self.field("allocation", in: lines[first..<end], indent) {
      lines.replaceSubrange(field, with: [written])
      end += 1 - field.count
    } else {
      let after = Self.field("reportedBy", in: lines[first..<end], indent)?.upperBound ?? end
      lines.insert(written, at: after)
      end += 1
    }
    if let marks = Self.field("illustrative", in: lines[first..<end], indent) {
      let left =
        marks.count == 1
        ? Self.unmarked(lines[marks.lowerBound], indent).map { $0 + ending } : Self.unmarked(items: lines[marks])
      lines.replaceSubrange(marks, with: left)
    }
    text = lines.joined(separator: "\n")
    return true
  }

  /// Returns true for `- code: "2.2-01"` or `code: 2.2-01`, with or without quotes and a remark.
  private static func isCode(_ line: String, _ code: String) -> Bool {
    var rest = line.drop { $0 == " " }
    if rest.hasPrefix("- ") { rest = rest.dropFirst(2).drop { $0 == " " } }
    guard rest.hasPrefix("code:") else { return false }
    let value = rest.dropFirst(5).split(separator: "#", omittingEmptySubsequences: false).first ?? ""
    return value.filter { $0 != " " && $0 != "\"" && $0 != "'" && $0 != "\r" } == code
  }

  /// Returns the number of columns before the name of a field of the block.
  private static func fieldIndent(_ line: String) -> Int {
    let spaces = line.prefix { $0 == " " }.count
    let rest = line.dropFirst(spaces)
    return rest.hasPrefix("-") ? spaces + 1 + rest.dropFirst().prefix { $0 == " " }.count : spaces
  }

  private static func isEmptyOrRemark(_ line: String) -> Bool {
    let rest = line.drop { $0 == " " }
    return rest.isEmpty || rest.hasPrefix("#") || rest == "\r"
  }

  private static func belongs(_ line: String, _ indent: Int) -> Bool {
    isEmptyOrRemark(line) || line.prefix { $0 == " " }.count >= indent
  }

  /// Returns the lines of a field: its own, and those that are indented more, or are items of its list.
  private static func field(_ name: String, in lines: ArraySlice<String>, _ indent: Int) -> Range<Int>? {
    let own = String(repeating: " ", count: indent) + name + ":"
    guard let start = lines.firstIndex(where: { $0.hasPrefix(own) }) else { return nil }
    var end = start + 1
    // The items of a list may stand below the field's name.
    let item = String(repeating: " ", count: indent) + "- "
    while end < lines.endIndex, !lines[end].isEmpty,
      lines[end].prefix(while: { $0 == " " }).count > indent || lines[end].hasPrefix(item)
    {
      end += 1
    }
    return start..<end
  }

  /// Returns the line `illustrative: [value, allocation]` without `allocation`; no line where nothing is left.
  private static func unmarked(_ line: String, _ indent: Int) -> [String] {
    guard let open = line.firstIndex(of: "["), let close = line.lastIndex(of: "]"), open < close else {
      return [line.hasSuffix("\r") ? String(line.dropLast()) : line]
    }
    let names = line[line.index(after: open)..<close].split(separator: ",").map { $0.filter { $0 != " " } }
    let left = names.filter { $0 != "allocation" }
    if left.isEmpty { return [] }
    return [String(repeating: " ", count: indent) + "illustrative: [\(left.joined(separator: ", "))]"]
  }

  /// Returns the same without the item `- allocation` of a list with a line for each; no line where no item is left.
  private static func unmarked(items lines: ArraySlice<String>) -> [String] {
    func item(_ line: String) -> Substring? {
      let rest = line.drop { $0 == " " }
      guard rest.hasPrefix("- ") else { return nil }
      return rest.dropFirst(2).prefix { $0 != " " && $0 != "#" && $0 != "\r" }
    }
    let left = lines.filter { item($0) != "allocation" }
    return left.contains { item($0) != nil } ? left : []
  }
}
