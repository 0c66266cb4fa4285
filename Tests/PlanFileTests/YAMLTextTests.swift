import PlanFile
import Testing
import Yams

@Suite struct YAMLTextTests {
  @Test(arguments: [
    "甲", "a\nb", "a\r\nb", "a\tb", "说\"好\"\\", "\u{0}", "\u{1B}]0;x\u{7}", "a\u{85}b", "a\u{2028}b", "no", "",
    "1.1-01", "- a", "a: b", "# a", "a\u{202E}b", "𠮷",
  ])
  func `a text is read back as it was`(text: String) throws {
    for scalar in [YAMLText.scalar(text), YAMLText.quoted(text)] {
      let read = try Yams.load(yaml: "key: \(scalar)\n") as? [String: String]
      #expect(read == ["key": text], "\(scalar)")
    }
  }
}
