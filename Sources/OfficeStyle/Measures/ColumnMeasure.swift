/// Widths of columns by what stands in them.
public enum ColumnMeasure {
  /// Wider than this, text wraps.
  public static let cap = 46.0

  /// Returns the width for the longest of some texts as they are shown.
  ///
  /// - Parameters:
  ///   - size: points.
  ///   - isNumber: figures need room for their padding.
  public static func width(
    for texts: [String], size: Double = 10.5, isNumber: Bool = false, atLeast least: Double = 4
  ) -> Double {
    texts.reduce(width(of: "", size: size, isNumber: isNumber, atLeast: least)) { widest, text in
      max(widest, width(of: text, size: size, isNumber: isNumber, atLeast: least))
    }
  }

  /// Returns the width for one text as it is shown.
  public static func width(
    of text: String, size: Double = 10.5, isNumber: Bool = false, atLeast least: Double = 4
  ) -> Double {
    let width = Double(TextMeasure.width(of: text)) * size / 10.5 + 2 + (isNumber ? 1 : 0)
    return min(cap, max(least, width))
  }
}
