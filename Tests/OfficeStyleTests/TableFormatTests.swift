import Testing
import XLSXWriting

@testable import OfficeStyle

@Suite struct TableFormatTests {
  @Test func `a style that tables use much stands at its place`() {
    for (place, style) in NumberStyle.usualStyles.enumerated() { #expect(style.usual == place, "\(style.code)") }
  }

  @Test(arguments: [FontSet.official, .common])
  func `a figure has its own style's code, kept or made`(fonts: FontSet) {
    let theme = Theme(fonts: fonts)
    for style in NumberStyle.usualStyles + [.target("≥"), .target("≤", places: 2), NumberStyle(code: "0")] {
      #expect(theme.figure(style).numberFormat == style.code && theme.partFigure(style).numberFormat == style.code)
    }
    #expect(theme.text.font == fonts.body() && theme.tableHeader.font == fonts.heading())
  }
}
