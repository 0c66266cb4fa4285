internal import CXlsxWriter

/// A kind of green corner that a range shall not show.
public enum IgnoredError: Hashable, Sendable, CaseIterable {
  case numberStoredAsText
  case formulaDiffers
  case formulaRange
  case formulaUnlocked
  case emptyCellReference
  case twoDigitTextYear

  var library: UInt8 {
    switch self {
    case .numberStoredAsText: UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue)
    case .formulaDiffers: UInt8(LXW_IGNORE_FORMULA_DIFFERS.rawValue)
    case .formulaRange: UInt8(LXW_IGNORE_FORMULA_RANGE.rawValue)
    case .formulaUnlocked: UInt8(LXW_IGNORE_FORMULA_UNLOCKED.rawValue)
    case .emptyCellReference: UInt8(LXW_IGNORE_EMPTY_CELL_REFERENCE.rawValue)
    case .twoDigitTextYear: UInt8(LXW_IGNORE_TWO_DIGIT_TEXT_YEAR.rawValue)
    }
  }
}
