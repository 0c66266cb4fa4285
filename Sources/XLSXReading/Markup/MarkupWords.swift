/// Markup that nearly all producers write byte for byte, as little-endian words: the first byte is the lowest.
///
/// Computed properties, so that each is a constant where it is used.
enum MarkupWords {
  /// `<c`
  static var cell: UInt64 { 0x633C }
  /// ` r="`
  static var reference: UInt64 { 0x223D_7220 }
  /// ` s="`
  static var style: UInt64 { 0x223D_7320 }
  /// ` t="`
  static var type: UInt64 { 0x223D_7420 }
  /// `<v>`
  static var value: UInt64 { 0x3E_763C }
  /// `</v></c>`
  static var valueEnd: UInt64 { 0x3E63_2F3C_3E76_2F3C }
  /// `<v/></c>`
  static var emptyValue: UInt64 { 0x3E63_2F3C_3E2F_763C }
  /// `<v /></c`
  static var emptyValueSpaced: UInt64 { 0x632F_3C3E_2F20_763C }
  /// `<v></v><`
  static var emptyValueLong: UInt64 { 0x3C3E_762F_3C3E_763C }
  /// `</c>`
  static var cellEnd: UInt64 { 0x3E63_2F3C }
  /// `/c>`
  static var cellEndTail: UInt64 { 0x3E_632F }
  /// `<row r="`
  static var rowStart: UInt64 { 0x223D_7220_776F_723C }
  /// `</row>`
  static var rowEnd: UInt64 { 0x3E77_6F72_2F3C }
  /// `<is><t>`
  static var inlineText: UInt64 { 0x3E_743C_3E73_693C }
  /// `<is><t x`
  static var inlineKept: UInt64 { 0x7820_743C_3E73_693C }
  /// `ml:space`
  static var spaceName: UInt64 { 0x6563_6170_733A_6C6D }
  /// `="preser`
  static var spaceValue: UInt64 { 0x7265_7365_7270_223D }
  /// `ve">`
  static var spaceEnd: UInt64 { 0x3E22_6576 }
  /// `</t></is`
  static var textEnd: UInt64 { 0x7369_2F3C_3E74_2F3C }
  /// `></c>`
  static var textEndTail: UInt64 { 0x3E_632F_3C3E }
  /// `<f>`
  static var formula: UInt64 { 0x3E_663C }
  /// `</f>`
  static var formulaEnd: UInt64 { 0x3E66_2F3C }
  /// `<f t="sh`
  static var sharedFormula: UInt64 { 0x6873_223D_7420_663C }
  /// `ared" si`
  static var sharedIndex: UInt64 { 0x6973_2022_6465_7261 }
  /// `<f aca="`
  static var officeFormula: UInt64 { 0x223D_6163_6120_663C }
  /// `false">`
  static var officeFormulaEnd: UInt64 { 0x3E_2265_736C_6166 }
  /// `inlineSt`
  static var inlineType: UInt64 { 0x7453_656E_696C_6E69 }
  /// `<si>`
  static var item: UInt64 { 0x3E69_733C }
  /// `</si>`
  static var itemEnd: UInt64 { 0x3E_6973_2F3C }
  /// `<r>`
  static var run: UInt64 { 0x3E_723C }
  /// `</r>`
  static var runEnd: UInt64 { 0x3E72_2F3C }
  /// `<rPr>`
  static var runFormat: UInt64 { 0x3E_7250_723C }
  /// `<t>`
  static var text: UInt64 { 0x3E_743C }
  /// `<t x`
  static var keptText: UInt64 { 0x7820_743C }
  /// `</t>`
  static var plainTextEnd: UInt64 { 0x3E74_2F3C }

  /// Returns the lowest `count` bytes of a word, 1 to 8 of them.
  @inline(__always) static func low(_ word: UInt64, _ count: Int) -> UInt64 {
    word & (~0 >> UInt64(truncatingIfNeeded: 64 &- count &* 8))
  }
}
