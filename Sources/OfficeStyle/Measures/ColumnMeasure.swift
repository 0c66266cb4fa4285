/// Widths of columns by what stands in them.
public enum ColumnMeasure {
  /// Wider than this, text wraps.
  public static let cap = 46.0

  /// The width for the longest of some texts as they are shown.
  ///
  /// - Parameters:
  ///   - size: points.
  ///   - isNumber: figures need room for their padding.
  public static func width(
    for texts: [String], size: Double = 10.5, isNumber: Bool = false, atLeast least: Double = 4
  ) -> Double {
    texts.reduce(min(cap, least)) { max($0, width(of: $1, size: size, isNumber: isNumber)) }
  }

  /// The same for one text, however short.
  public static func width(of text: String, size: Double = 10.5, isNumber: Bool = false) -> Double {
    let longest = TextMeasure.width(of: text)
    let width = Double(longest) * size / 10.5 + 2 + (isNumber ? 1 : 0)
    return min(cap, width)
  }
}
