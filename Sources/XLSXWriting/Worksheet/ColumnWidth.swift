/// The width of a column.
public enum ColumnWidth: Hashable, Sendable {
  /// Digits of the workbook's default font, 0 to 255, as programs show it.
  case characters(Double)
  /// 0 to 1,790.
  case pixels(Int)

  /// In characters. One character is 7 pixels, and 5 are padding.
  public var characters: Double {
    switch self {
    case .characters(let width): width
    case .pixels(let pixels): pixels <= 12 ? Double(pixels) / 12 : Double(pixels - 5) / 7
    }
  }
}

extension ColumnWidth: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  /// On the screen, at 96 dots per inch.
  public var pixelWidth: Int {
    switch self {
    case .pixels(let width): width
    case .characters(let width): Int((width < 1 ? width * 12 : width * 7 + 5).rounded())
    }
  }

  public init(integerLiteral value: Int) { self = .characters(Double(value)) }
  public init(floatLiteral value: Double) { self = .characters(value) }
}
