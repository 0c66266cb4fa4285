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
    for texts: some Sequence<String>, size: Double = 10.5, isNumber: Bool = false, atLeast least: Double = 4
  ) -> Double {
    let longest = texts.reduce(0) { max($0, TextMeasure.width(of: $1)) }
    let width = Double(longest) * size / 10.5 + 2 + (isNumber ? 1 : 0)
    return min(cap, max(least, width))
  }
}
