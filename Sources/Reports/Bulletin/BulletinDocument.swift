import OfficeStyle
import PlanModel
import XLSXWriting

/// A bulletin as a WordprocessingML document on the page of an official document.
/// - Source: GB/T 9704-2012 (margins 37, 35, 28 and 26 mm, 22 lines of 28 characters, 三号仿宋), ECMA-376 Part 1, 17.
struct BulletinDocument {
  let paragraphs: [BulletinParagraph]
  let title: String
  let fonts: FontSet
  let created: CivilDate
  let issuer: String
  /// Stands at the head of each page.
  let mark: String

  private static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let header: Markup = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  func write(to path: String) throws(XLSXWriteError) {
    var package = try PackageWriter(path: path)
    try package.add("[Content_Types].xml", contentTypes.text)
    try package.add("_rels/.rels", packageRelations.text)
    try package.add("docProps/core.xml", core.text)
    try package.add("word/document.xml", document.text)
    try package.add("word/styles.xml", styles.text)
    try package.add("word/settings.xml", settings.text)
    try package.add("word/fontTable.xml", fontTable.text)
    try package.add(
      "word/theme/theme1.xml", DocumentTheme.text(heading: fonts.heading().name, body: fonts.body().name).text)
    try package.add("word/header1.xml", pageHeader.text)
    try package.add("word/footer1.xml", footer(side: "right").text)
    try package.add("word/footer2.xml", footer(side: "left").text)
    try package.add("word/_rels/document.xml.rels", documentRelations.text)
    try package.close()
  }

  // MARK: Parts

  private var contentTypes: Markup {
    let word = "application/vnd.openxmlformats-officedocument.wordprocessingml."
    let parts = [
      ("word/document.xml", word + "document.main+xml"), ("word/styles.xml", word + "styles+xml"),
      ("word/settings.xml", word + "settings+xml"), ("word/fontTable.xml", word + "fontTable+xml"),
      ("word/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme+xml"),
      ("word/header1.xml", word + "header+xml"),
      ("word/footer1.xml", word + "footer+xml"), ("word/footer2.xml", word + "footer+xml"),
      ("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
    ]
    return Self.header + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
      + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
      + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
      + parts.map { "<Override PartName=\"/\($0)\" ContentType=\"\($1)\"/>" }.joined() + "</Types>"
  }

  private func relations(_ list: [(type: String, target: String)]) -> Markup {
    let entries = list.enumerated().map { index, relation -> Markup in
      "<Relationship Id=\"rId\(index + 1)\" Type=\"\(relation.type)\" Target=\"\(relation.target)\"/>"
    }
    return Self.header + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
      + entries.joined() + "</Relationships>"
  }

  private var packageRelations: Markup {
    relations([
      (Self.relations + "/officeDocument", "word/document.xml"),
      ("http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", "docProps/core.xml"),
    ])
  }

  private var documentRelations: Markup {
    relations([
      (Self.relations + "/styles", "styles.xml"), (Self.relations + "/settings", "settings.xml"),
      (Self.relations + "/header", "header1.xml"), (Self.relations + "/footer", "footer1.xml"),
      (Self.relations + "/footer", "footer2.xml"), (Self.relations + "/fontTable", "fontTable.xml"),
      (Self.relations + "/theme", "theme/theme1.xml"),
    ])
  }

  private var core: Markup {
    return Self.header
      + "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" "
      + "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" "
      + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
      + "<dc:title>\(title)</dc:title><dc:creator>\(issuer)</dc:creator>"
      + "<dcterms:created xsi:type=\"dcterms:W3CDTF\">\(created.description)T00:00:00Z</dcterms:created></cp:coreProperties>"
  }

  private var settings: Markup {
    Self.header + "<w:settings xmlns:w=\"\(Self.main)\"><w:evenAndOddHeaders/><w:characterSpacingControl "
      + "w:val=\"compressPunctuation\"/></w:settings>"
  }

  /// 三号仿宋 on a grid of 22 lines.
  private var styles: Markup {
    Self.header + "<w:styles xmlns:w=\"\(Self.main)\"><w:docDefaults><w:rPrDefault><w:rPr>"
      + Self.font(fonts.body().name) + "<w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/>"
      + "<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
      + "<w:spacing w:line=\"579\" w:lineRule=\"exact\"/></w:pPr></w:pPrDefault></w:docDefaults>"
      + "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/></w:style>"
      + "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"a\"/>"
      + "<w:pPr><w:keepNext/><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
      + "<w:style w:type=\"paragraph\" w:styleId=\"2\"><w:name w:val=\"heading 2\"/><w:basedOn w:val=\"a\"/>"
      + "<w:pPr><w:keepNext/><w:outlineLvl w:val=\"1\"/></w:pPr></w:style></w:styles>"
  }

  private var fontTable: Markup {
    let names = [fonts.title().name, fonts.heading().name, fonts.body().name, "楷体", "宋体", "Times New Roman"]
    var seen: Set<String> = []
    return Self.header + "<w:fonts xmlns:w=\"\(Self.main)\">"
      + names.filter { seen.insert($0).inserted }.map { "<w:font w:name=\"\($0)\"/>" }.joined()
      + "</w:fonts>"
  }

  private static func font(_ name: String) -> Markup {
    "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\" "
      + "w:eastAsia=\"\(name)\"/>"
  }

  private var pageHeader: Markup {
    Self.header + "<w:hdr xmlns:w=\"\(Self.main)\"><w:p><w:pPr><w:spacing w:line=\"240\" w:lineRule=\"auto\"/>"
      + "<w:jc w:val=\"left\"/></w:pPr><w:r><w:rPr>\(Self.font(fonts.heading().name))<w:color w:val=\"A3281E\"/>"
      + "<w:sz w:val=\"32\"/></w:rPr><w:t>\(mark)</w:t></w:r></w:p></w:hdr>"
  }

  /// Returns the footer — 1 —, which stands outside: one character in from the edge of the text.
  private func footer(side: String) -> Markup {
    let run: Markup = "<w:rPr>\(Self.font("宋体"))<w:sz w:val=\"28\"/></w:rPr>"
    func field(_ type: String) -> Markup { "<w:r>\(run)<w:fldChar w:fldCharType=\"\(type)\"/></w:r>" }
    let indent: Markup = side == "right" ? "w:rightChars=\"100\" w:right=\"280\"" : "w:leftChars=\"100\" w:left=\"280\""
    return Self.header + "<w:ftr xmlns:w=\"\(Self.main)\"><w:p><w:pPr><w:spacing w:line=\"240\" w:lineRule=\"auto\"/>"
      + "<w:ind \(indent)/><w:jc w:val=\"\(side)\"/></w:pPr>"
      + "<w:r>\(run)<w:t xml:space=\"preserve\">— </w:t></w:r>" + field("begin")
      + "<w:r>\(run)<w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>" + field("separate")
      + "<w:r>\(run)<w:t>1</w:t></w:r>" + field("end")
      + "<w:r>\(run)<w:t xml:space=\"preserve\"> —</w:t></w:r></w:p></w:ftr>"
  }

  // MARK: Text

  private var document: Markup {
    let section: Markup =
      "<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId3\"/><w:headerReference w:type=\"even\" r:id=\"rId3\"/>"
      + "<w:footerReference w:type=\"default\" r:id=\"rId4\"/><w:footerReference w:type=\"even\" r:id=\"rId5\"/>"
      + "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>"
      + "<w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1587\" w:header=\"1134\" w:footer=\"1587\" w:gutter=\"0\"/>"
      + "<w:docGrid w:type=\"lines\" w:linePitch=\"579\"/></w:sectPr>"
    return Self.header + "<w:document xmlns:w=\"\(Self.main)\" xmlns:r=\"\(Self.relations)\"><w:body>"
      + paragraphs.enumerated().map { paragraph($1, after: $0 > 0 ? paragraphs[$0 - 1].kind : nil) }.joined() + section
      + "</w:body></w:document>"
  }

  private func paragraph(_ paragraph: BulletinParagraph, after previous: BulletinParagraph.Kind?) -> Markup {
    let isFirst = previous != paragraph.kind
    let indented: Markup = "<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/>"
    switch paragraph.kind {
    case .title:
      // The fall-back of the title's own font is 宋体, bold.
      let run = Self.font(fonts.title().name) + (fonts.title().isBold ? "<w:b/>" : "") + "<w:sz w:val=\"44\"/>"
      return Self.paragraph(
        paragraph.text,
        "<w:spacing w:before=\"579\" w:after=\"579\" w:line=\"640\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>", run
      )
    case .salutation: return Self.paragraph(paragraph.text, "", "")
    case .heading:
      return Self.paragraph(paragraph.text, "<w:pStyle w:val=\"1\"/>" + indented, Self.font(fonts.heading().name))
    case .subheading: return Self.paragraph(paragraph.text, "<w:pStyle w:val=\"2\"/>" + indented, Self.font("楷体"))
    case .body: return Self.paragraph(paragraph.text, indented + "<w:jc w:val=\"both\"/>", "")
    case .open: return Self.paragraph(paragraph.text, indented, "<w:highlight w:val=\"yellow\"/>")
    case .attachment(let isFirst):
      // The numbers stand below each other, and what follows them too.
      let space: Markup = isFirst ? "<w:spacing w:before=\"579\" w:line=\"579\" w:lineRule=\"exact\"/>" : ""
      let hanging: Markup =
        isFirst ? "w:hangingChars=\"400\" w:hanging=\"1280\"" : "w:hangingChars=\"100\" w:hanging=\"320\""
      return Self.paragraph(
        paragraph.text, space + "<w:ind w:leftChars=\"600\" w:left=\"1920\" \(hanging)/>", "")
    case .signature:
      let space: Markup = isFirst ? "<w:spacing w:before=\"1158\" w:line=\"579\" w:lineRule=\"exact\"/>" : ""
      return Self.paragraph(
        paragraph.text,
        "<w:keepNext/>" + space + "<w:ind w:rightChars=\"400\" w:right=\"1280\"/><w:jc w:val=\"right\"/>", "")
    }
  }

  private static func paragraph(_ text: String, _ properties: Markup, _ run: Markup) -> Markup {
    "<w:p>" + (properties == "" ? "" : "<w:pPr>\(properties)</w:pPr>") + "<w:r>"
      + (run == "" ? "" : "<w:rPr>\(run)</w:rPr>")
      + text.split(separator: "\n").map { "<w:t xml:space=\"preserve\">\(String($0))</w:t>" }
      .joined(separator: "<w:br/>") + "</w:r></w:p>"
  }
}
