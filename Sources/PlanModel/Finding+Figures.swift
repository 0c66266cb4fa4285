extension Finding {
  /// Whether it is about cells for figures, where a bare number is one.
  public var isAboutFigures: Bool {
    guard let column else { return false }
    let figures: [FormColumn] = [.target, .allocation, .previous, .current, .cumulative, .rate, .pace]
    return column.split(separator: "；").allSatisfy { part in figures.contains { $0.chinese == part } }
  }
}
