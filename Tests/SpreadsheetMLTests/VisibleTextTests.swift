import Testing

@testable import SpreadsheetML

/// What names and cells hold is shown, never obeyed.
@Suite struct VisibleTextTests {
  @Test(arguments: [
    ("2024-13-45 \u{202E}4", "2024-13-45 ⟨U+202E⟩4"), ("\u{2066}甲\u{2069}", "⟨U+2066⟩甲⟨U+2069⟩"),
    ("\u{061C}1\u{200F}", "⟨U+61C⟩1⟨U+200F⟩"), ("“甲”……\t乙\n\u{1B}", "“甲”……\t乙\n\u{1B}"),
  ])
  func `what turns the order of others is shown in cells and pages`(text: String, shown: String) {
    #expect(VisibleText.ofDirections(text) == shown)
  }

  @Test(arguments: [("a\u{1B}[31m\u{202E}", "a␛[31m⟨U+202E⟩"), ("甲\n\t乙", "甲\n\t乙"), ("a\u{2028}b", "a⟨U+2028⟩b")])
  func `a terminal is given nothing to obey`(text: String, shown: String) {
    #expect(VisibleText.of(text) == shown)
  }
}
