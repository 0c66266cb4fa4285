import Testing

@testable import Forms

@Suite struct CellTextCleanerTests {
  @Test(arguments: [
    ("３１户", "31户"), ("　海丰县　", "海丰县"), ("a\u{A0}b\u{A0}", "a b"), ("\u{FEFF}31\u{200B}", "31"), ("−5", "-5"),
    ("31\n", "31"),
    ("累计、完成。", "累计、完成。"), ("甲\u{3000}乙", "甲 乙"), ("\u{85}x\u{1680}", "x"), ("（31）", "(31)"), ("", ""), (" \t", ""),
  ])
  func `a text is made narrow`(text: String, clean: String) {
    #expect(CellTextCleaner.halfWidth(text) == clean)
  }

  /// The characters that begin with the bytes of those that are taken out, beside those themselves.
  private static let alphabet: [Unicode.Scalar] = [
    "a", "0", " ", "\n", "\u{7F}", "\u{85}", "\u{A0}", "¥", "\u{1680}", "ក", "\u{2003}", "\u{200B}", "\u{202C}", "—",
    "−", "\u{3000}", "、",
    "。", "《", "ぁ", "一", "丰", "海", "\u{FEFF}", "！", "１", "～", "｡", "\u{FFFD}", "😀",
  ]

  @Test func `the quick look finds every text that has something to be taken out`() {
    var lot = SystemRandomNumberGenerator()
    for _ in 0..<20_000 {
      var view = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0...5, using: &lot) { view.append(Self.alphabet.randomElement(using: &lot)!) }
      let text = String(view)
      // Between full-width letters a text is gone through character by character; between others it may be passed by.
      #expect(
        CellTextCleaner.halfWidth("Ａ\(text)Ｂ") == CellTextCleaner.halfWidth("A\(text)B"), "\(text.unicodeScalars)")
    }
  }
}

@Suite struct OrdinalTests {
  @Test(arguments: [
    ("1.适老化改造", "适老化改造"), ("（1）适老化改造", "适老化改造"), ("一、适老化改造", "适老化改造"), ("①适老化改造", "适老化改造"),
    ("★★ 适老化改造", "适老化改造"), ("1.1 适老化改造", "适老化改造"), ("12.3.4　适老化改造", "适老化改造"), ("适老化改造（注1）", "适老化改造"),
    ("适老化改造(注)", "适老化改造"), ("1.5公里道路", "1.5公里道路"), ("★", "★"), ("1.1 ", "1.1"), ("12", "12"), ("#REF!", "#REF!"),
    ("123.4 公里", "123.4 公里"), ("1. 适老化改造", "适老化改造"), ("适老化改造(一期)", "适老化改造(一期)"),
  ])
  func `the number or mark in front of a name is none of it`(text: String, name: String) {
    #expect(RowMatching.withoutOrdinal(text) == name)
  }
}
