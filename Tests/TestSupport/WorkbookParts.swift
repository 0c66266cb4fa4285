/// The parts of a small workbook as text, so that a test shows the markup the reader sees.
public struct WorkbookParts: Sendable {
  public static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  public static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  public static let package = "http://schemas.openxmlformats.org/package/2006/relationships"
  public static let firstSheet = "xl/worksheets/sheet1.xml"

  /// Name and text of each part, in the order of the archive.
  public var parts: [(name: String, content: [UInt8])] = []

  /// A workbook of one sheet `S` with the given rows, and what else is given.
  public init(rows: String = "", around: String = "", strings: String? = nil, styles: String? = nil) {
    self.init(sheets: [("S", Self.sheet(rows: rows, around: around))], strings: strings, styles: styles)
  }

  /// A workbook of sheets by name and markup.
  public init(
    sheets: [(name: String, markup: String)], strings: String? = nil, styles: String? = nil, properties: String = ""
  ) {
    let numbered = sheets.enumerated().map { (number: $0.offset + 1, name: $0.element.name) }
    var links = numbered.map { Self.link("rId\($0.number)", "worksheet", "worksheets/sheet\($0.number).xml") }
    if strings != nil { links.append(Self.link("rIdS", "sharedStrings", "sharedStrings.xml")) }
    if styles != nil { links.append(Self.link("rIdY", "styles", "styles.xml")) }
    let list = numbered.map { #"<sheet name="\#($0.name)" sheetId="\#($0.number)" r:id="rId\#($0.number)"/>"# }
    self["[Content_Types].xml"] =
      #"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"#
      + #"<Default Extension="xml" ContentType="application/xml"/></Types>"#
    self["_rels/.rels"] = Self.links([Self.link("rId1", "officeDocument", "xl/workbook.xml")])
    self["xl/workbook.xml"] =
      #"<workbook xmlns="\#(Self.main)" xmlns:r="\#(Self.office)">\#(properties)<sheets>\#(list.joined())</sheets></workbook>"#
    self["xl/_rels/workbook.xml.rels"] = Self.links(links)
    for (place, sheet) in sheets.enumerated() { self["xl/worksheets/sheet\(place + 1).xml"] = sheet.markup }
    if let strings { self["xl/sharedStrings.xml"] = #"<sst xmlns="\#(Self.main)">\#(strings)</sst>"# }
    if let styles { self["xl/styles.xml"] = #"<styleSheet xmlns="\#(Self.main)">\#(styles)</styleSheet>"# }
  }

  /// The text of a part; set `nil` to leave it out.
  public subscript(name: String) -> String? {
    get { parts.first { $0.name == name }.map { String(decoding: $0.content, as: UTF8.self) } }
    set { setContent(name, newValue.map { Array($0.utf8) }) }
  }

  public mutating func setContent(_ name: String, _ content: [UInt8]?) {
    let place = parts.firstIndex { $0.name == name }
    switch (place, content) {
    case (let place?, let content?): parts[place].content = content
    case (let place?, nil): parts.remove(at: place)
    case (nil, let content?): parts.append((name, content))
    case (nil, nil): break
    }
  }

  public var zip: ZipFile { ZipFile(parts.map { ZipEntry($0.name, $0.content) }) }
  public var bytes: [UInt8] { zip.bytes }

  public static func sheet(rows: String = "", around: String = "") -> String {
    #"<worksheet xmlns="\#(main)" xmlns:r="\#(office)"><sheetData>\#(rows)</sheetData>\#(around)</worksheet>"#
  }

  public static func links(_ links: [String]) -> String {
    #"<Relationships xmlns="\#(package)">\#(links.joined())</Relationships>"#
  }

  public static func link(_ id: String, _ type: String, _ target: String, mode: String = "") -> String {
    let attribute = mode.isEmpty ? "" : #" TargetMode="\#(mode)""#
    return #"<Relationship Id="\#(id)" Type="\#(office)/\#(type)" Target="\#(target)"\#(attribute)/>"#
  }

  /// Styles with these format codes as ids 200 and on, then a style index for each id; index 0 is General.
  public static func styles(codes: [String] = [], ids: [Int]) -> String {
    let formats = codes.enumerated().map { #"<numFmt numFmtId="\#(200 + $0.offset)" formatCode="\#($0.element)"/>"# }
    let list = ids.map { #"<xf numFmtId="\#($0)"/>"# }
    return "<numFmts>\(formats.joined())</numFmts><cellXfs><xf numFmtId=\"0\"/>\(list.joined())</cellXfs>"
  }
}
