import Testing

@testable import Reports

@Suite struct MarkupTests {
  @Test func `what is put into markup is text, whatever it looks like`() {
    let typed = "<b onclick=\"x\">&\u{1}甲"
    let cell: Markup = "<td title=\"\(typed)\">\(3)</td>"
    #expect(cell.text == "<td title=\"&lt;b onclick=&quot;x&quot;&gt;&amp;\u{FFFD}甲\">3</td>")
  }

  @Test func `markup put into markup stays`() {
    let items = ["甲", "<乙>"].map { "<li>\($0)</li>" as Markup }
    #expect(("<ul>" + items.joined(separator: "\n") + "</ul>").text == "<ul><li>甲</li>\n<li>&lt;乙&gt;</li></ul>")
    #expect([Markup]().joined().text.isEmpty)
  }
}
