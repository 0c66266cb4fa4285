import TestSupport
import Testing

@testable import XLSXReading

@Suite struct MarkupTests {
  /// The events of some markup as lines, or the error's code.
  private func events(_ bytes: [UInt8], limits: ReadLimits = .standard) -> [String] {
    var lines: [String] = []
    do throws(XLSXReadError) {
      var pull = try MarkupPull(bytes, part: "x.xml", limits: limits)
      while let event = try pull.next() {
        switch event {
        case .start(let name, _): lines.append("<\(name)")
        case .end(let name, _): lines.append("/\(name)")
        case .text(let text): lines.append(text)
        }
      }
    } catch {
      lines.append("! \(error.code.rawValue)")
    }
    return lines
  }

  private func events(_ text: String) -> [String] { events(Array(text.utf8)) }

  @Test(arguments: [
    ("<a/>", ["<a", "/a"]), ("<a>x</a>", ["<a", "x", "/a"]),
    ("<a><b c='1' d=\"2\"/>t</a >", ["<a", "<b", "/b", "t", "/a"]),
    ("<?xml version='1.0'?><!-- c --><a><!----><?p q?>x</a><!-- e --> \n", ["<a", "x", "/a"]),
    ("<a><![CDATA[<&]]]]></a>", ["<a", "<&]]", "/a"]), ("<a><!-- - -- ---></a>", ["<a", "/a"]),
    ("<a>&lt;&#65;&#x41;\r\n\r</a>", ["<a", "<AA\n\n", "/a"]), ("\u{FEFF}<p:a xmlns:p='u'/>", ["<a", "/a"]),
    ("<a>\(String(repeating: "x", count: 100))</a>", ["<a", String(repeating: "x", count: 100), "/a"]),
  ])
  func `well-formed markup is its events`(text: String, expected: [String]) {
    #expect(events(text) == expected)
  }

  @Test(arguments: [
    "", " ", "x", "<a>", "<a><b></a></b>", "<a></b>", "</a>", "<a/><b/>", "<a/>x", "<a b=1/>", "<a b='1'c='2'/>",
    "<a b/>",
    "<a b='<'/>", "<a b='1", "<a ", "<", "<a", "<1/>", "<a/ >", "<a b='1' b='2'/>", "<a>&nbsp;</a>", "<a>R & D</a>",
    "<a>&</a>",
    "<a>&#1;</a>", "<a>&#x110000;</a>", "<a>&#xD800;</a>", "<a>&#+65;</a>", "<a>&#;</a>", "<a>&#x;</a>", "<a b='&x;'/>",
    "<a><!-- ", "<a><![CDATA[ ]]", "<?xml", "<a><!x></a>", "<![CDATA[x]]><a/>", "<a>\u{0}</a>", "\u{0}<a/>",
    "<a b='\u{0}'/>",
    "<a><!-- \u{0} --></a>", "<a></a\u{0}>", "<a/>\u{0}",
    "<aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa></",
  ])
  func `anything else is malformed`(text: String) throws {
    // In an attribute, only who asks for it meets the reference.
    if text == "<a b='&x;'/>" { return }
    #expect(events(text).last == "! malformed-markup")
  }

  @Test func `a reference in an attribute is resolved when asked for`() throws {
    var pull = try MarkupPull(
      Array("<a b='&lt;\n&amp;' x:b='2' xmlns:x='http://schemas.openxmlformats.org/spreadsheetml/2006/main'/>".utf8),
      part: "x")
    _ = try pull.next()
    #expect(try pull.attribute("b") == "< &")
    #expect(try pull.attribute("b", .spreadsheetML) == "2")
    #expect(try pull.attribute("c") == nil)
    pull = try MarkupPull(Array("<a b='&x;'/>".utf8), part: "x")
    _ = try pull.next()
    #expect(throws: XLSXReadError.self) { try pull.attribute("b") }
  }

  @Test(arguments: [
    "<!DOCTYPE a><a/>", "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>",
    "<a><!DOCTYPE a></a>",
  ])
  func `a document type is refused`(text: String) {
    #expect(events(text).last == "! doctype")
  }

  @Test func `namespaces end with their element`() throws {
    let main = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    var pull = try MarkupPull(Array("<a><b xmlns='\(main)'><c/><x:d xmlns:x='u'/></b><e/></a>".utf8), part: "x")
    var spaces: [MarkupNamespace] = []
    while let event = try pull.next() {
      if case .start(_, let space) = event { spaces.append(space) }
    }
    #expect(spaces == [.none, .spreadsheetML, .spreadsheetML, .other, .none])
  }

  @Test(arguments: [(false, true), (true, true), (false, false), (true, false)])
  func `UTF-16 is read, with or without its mark`(bigEndian: Bool, hasMark: Bool) {
    let text = (hasMark ? "\u{FEFF}" : "") + "<a>中文😀</a>"
    let bytes = text.utf16.flatMap { unit in
      let pair = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
      return bigEndian ? pair.reversed() : pair
    }
    #expect(events(bytes) == ["<a", "中文😀", "/a"])
    #expect(events(bytes + [0x20]).last == "! malformed-markup")
  }

  @Test func `other encodings are refused, unless only ASCII is used`() {
    #expect(events("<?xml version='1.0' encoding='GB18030'?><a>x</a>") == ["<a", "x", "/a"])
    #expect(
      events(Array("<?xml version='1.0' encoding='GB18030'?><a>".utf8) + [0xBB, 0xE3]) == ["! unsupported-encoding"])
    #expect(
      events(Array("<?xml version='1.0' encoding='ISO-8859-1'?><a>".utf8) + [0xE9] + Array("</a>".utf8)) == [
        "<a", "é", "/a",
      ])
  }

  @Test func `bytes that are no UTF-8 become replacement characters`() {
    #expect(events(Array("<a>".utf8) + [0x61, 0xFF, 0x62] + Array("</a>".utf8)) == ["<a", "a\u{FFFD}b", "/a"])
  }

  @Test func `depth, attributes and tokens are limited`() {
    var limits = ReadLimits()
    limits.depth = 3
    limits.tokenBytes = 50
    limits.attributes = 2
    #expect(events(Array("<a><b><c/></b></a>".utf8), limits: limits).count == 6)
    #expect(events(Array("<a><b><c><d/></c></b></a>".utf8), limits: limits).last == "! limit-exceeded")
    #expect(events(Array("<a b='\(String(repeating: "x", count: 60))'/>".utf8), limits: limits) == ["! limit-exceeded"])
    #expect(
      events(Array("<a>\(String(repeating: "x", count: 60))</a>".utf8), limits: limits).last == "! limit-exceeded")
    #expect(events(Array("<a b='1' c='2'/>".utf8), limits: limits).count == 2)
    #expect(events(Array("<a b='1' c='2' d='3'/>".utf8), limits: limits) == ["! limit-exceeded"])
  }

  /// Each name is looked up among the namespaces declared around it: with 60,000 of them, a part of a few kilobytes
  /// in the archive took milliseconds for each of its elements.
  @Test func `namespaces declared around an element are limited`() {
    let declarations = (0..<250).map { " xmlns:n\($0)='u'" }.joined()
    let deep = String(repeating: "<a\(declarations)>", count: 250)
    #expect(events(deep + String(repeating: "<b/>", count: 2000)).suffix(1) == ["! limit-exceeded"])
    var limits = ReadLimits()
    limits.namespaces = 2
    let inTurn = String(repeating: "<b xmlns='u'/>", count: 9)
    #expect(events(Array("<a xmlns:p='u'>\(inTurn)</a>".utf8), limits: limits).last == "/a")
    #expect(
      events(Array("<a xmlns:p='u'><b xmlns='u' xmlns:q='u'/></a>".utf8), limits: limits).last == "! limit-exceeded")
  }

  @Test func `every prefix of a document ends in an error, none in a trap`() {
    let whole = Array(
      "<?xml version='1.0'?><a b='1'><!-- c --><b:c xmlns:b=\"u\">x&amp;y</b:c><![CDATA[z]]><d/></a>".utf8)
    for length in 0..<whole.count { #expect(events(Array(whole[..<length])).last == "! malformed-markup") }
    #expect(events(whole).last == "/a")
  }

  @Test(arguments: 0..<64)
  func `any change of bytes ends in events or an error`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let whole = Array(
      "<?xml version='1.0'?><a b='1'><!-- c --><b:c xmlns:b=\"u\">x&amp;y</b:c><![CDATA[z]]><d/></a>".utf8)
    let marks = Array("<>&;/!?-[]='\" \u{0}\u{FF}ax#".utf8)
    for _ in 0..<50 {
      var bytes = whole
      for _ in 0..<(1 + Int(random.next() % 4)) {
        bytes[Int(random.next() % UInt64(bytes.count))] = marks[Int(random.next() % UInt64(marks.count))]
      }
      #expect(!events(bytes).isEmpty)
    }
  }
}
