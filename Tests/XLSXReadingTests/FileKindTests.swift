import TestSupport
import Testing
import XLSXReading

@Suite struct FileKindTests {
  /// The head of an OLE2 container and one directory entry.
  private static func ole2(_ stream: String) -> [UInt8] {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    bytes += [UInt8](repeating: 0, count: 1024 - bytes.count)
    let name = stream.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    return bytes + name + [UInt8](repeating: 0, count: 512 - name.count)
  }

  private static func package(type: String, part: String) -> [UInt8] {
    var parts = WorkbookParts()
    parts["[Content_Types].xml"] =
      #"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/\#(part)" ContentType="\#(type)"/></Types>"#
    parts["_rels/.rels"] = WorkbookParts.links([WorkbookParts.link("r", "officeDocument", part)])
    return parts.bytes
  }

  static let foreign: [(String, [UInt8], XLSXReadError.Code)] = [
    ("nothing", [], .emptyFile), ("csv", Array("姓名,数量\n张三,1\n".utf8), .csv),
    ("GBK csv", [0xD0, 0xD5, 0xC3, 0xFB, 0x2C, 0x31, 0x0A], .csv),
    ("html", Array(" <HTML><table>".utf8), .html), ("web export", Array("<table><tr>".utf8), .html),
    ("xml", Array("<?xml version=\"1.0\"?><Workbook/>".utf8), .xml2003), ("pdf", Array("%PDF-1.7".utf8), .pdf),
    ("gzip", [0x1F, 0x8B, 8, 0], .otherArchive), ("rar", Array("Rar!\u{1A}\u{7}".utf8), .otherArchive),
    ("7z", [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .otherArchive), ("noise", [0, 1, 2, 3], .unknownFormat),
    ("xls", ole2("Workbook"), .legacyXLS), ("old xls", ole2("Book"), .legacyXLS),
    ("encrypted", ole2("EncryptedPackage"), .encrypted), ("doc", ole2("WordDocument"), .otherOLE2),
    ("cut ole2", Array(ole2("x").prefix(100)), .otherOLE2),
    ("lock file", [5] + Array("Clerk".utf8) + [UInt8](repeating: 0x20, count: 159), .lockFile),
    ("some zip", ZipFile([ZipEntry("a.txt", "x")]).bytes, .notAWorkbook),
    ("empty zip", ZipFile([]).bytes, .notAWorkbook),
    ("ods", ZipFile([ZipEntry("mimetype", "x"), ZipEntry("content.xml", "<a/>")]).bytes, .ods),
    (
      "docx",
      package(
        type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        part: "word/document.xml"), .docx
    ),
    (
      "pptx",
      package(
        type: "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml", part: "ppt/p.xml"),
      .pptx
    ),
    ("xlsb", package(type: "application/vnd.ms-excel.sheet.binary.macroEnabled.main", part: "xl/workbook.bin"), .xlsb),
  ]

  @Test(arguments: foreign)
  func `what is no workbook is called by its name`(name: String, bytes: [UInt8], code: XLSXReadError.Code) {
    #expect(errorCode(bytes) == code)
  }

  @Test(arguments: XLSXReadError.Code.allCases)
  func `every error says what is wrong and what to do, in both languages`(code: XLSXReadError.Code) {
    let error = XLSXReadError(code, part: "xl/workbook.xml", offset: 7, reason: "why")
    for language in MessageLanguage.allCases {
      let message = error.message(in: language)
      #expect(message.contains("xl/workbook.xml") && message.contains("7") && message.contains("why"))
      #expect(message.hasSuffix(error.remedy(in: language)))
      #expect(error.remedy(in: language).count > 5)
    }
  }

  @Test(arguments: ReadWarning.Code.allCases)
  func `every warning has words in both languages`(code: ReadWarning.Code) {
    let warning = ReadWarning(code, sheet: "表", detail: "x")
    #expect(warning.message(in: .chinese).hasPrefix("表："))
    #expect(warning.message(in: .english).hasPrefix("表: "))
  }

  @Test(arguments: [
    ("/", XLSXReadError.Code.notAFile), ("/dev/zero", .notAFile), ("/no/such/file", .cannotOpen),
    ("/tmp/~$a.xlsx", .lockFile),
  ])
  func `a path that leads to no file is an error`(path: String, code: XLSXReadError.Code) {
    #expect { try Workbook(path: path) } throws: { ($0 as? XLSXReadError)?.code == code }
  }
}
