import Testing

@testable import XLSXWriting

@Suite struct PackageCheckTests {
  @Test(arguments: [
    ("<?xml version=\"1.0\"?>\n<sst count=\"2\"><si/>", "</si></sst>", true),
    ("<?xml version=\"1.0\"?>\n<sst count=\"2\"><si/>", "</si></sst>\r\n ", true),
    ("<sst>", "</sst", false), ("<sst>", "</si>", false), ("<sst>", "</xsst>", false),
    ("<Relationships/>", "<Relationships/>", true), ("<a><b/>", "<a><b/>", false), ("", "", false),
    ("<?xml?>", "", false),
  ])
  func `a part is whole where its root element ends`(head: String, tail: String, isWhole: Bool) {
    #expect(PackageCheck.isWhole(head: Array(head.utf8), tail: Array(tail.utf8)) == isWhole)
  }
}
