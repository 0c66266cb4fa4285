public import SpreadsheetML
public import XLSXWriting

/// How a return marks a cell: fill and line, so that a grey copy tells them apart.
public enum FindingMark: Hashable, Sendable {
  /// 强制性: must be changed. Thick brick line.
  case required
  /// 核实性: must be explained. Dashed brown line.
  case verify
  /// 提示: put right already. Dotted line.
  case notice

  public var fill: RGBColor {
    switch self {
    case .required: Palette.requiredFill
    case .verify: Palette.verifyFill
    case .notice: Palette.tint
    }
  }

  public var textColor: RGBColor {
    switch self {
    case .required: Palette.brick
    case .verify: Palette.verifyText
    case .notice: Palette.accent
    }
  }

  public var borders: CellBorders {
    switch self {
    case .required: CellBorders(all: CellBorder(.medium, Palette.brick))
    case .verify: CellBorders(all: CellBorder(.mediumDashed, Palette.verifyLine))
    case .notice: CellBorders(all: CellBorder(.dotted, Palette.accent))
    }
  }
}
