/// Finds the workbook part of a package, or says what the package is instead.
enum MainPart {
  static func find(_ store: PartStore, _ warnings: WarningLog) throws(XLSXReadError) -> String {
    let types = try ContentTypes.read(store)
    let links = try store.relationships(of: "")
    let documents = links.filter { $0.leads(to: "officeDocument") && !$0.isExternal }
    if let link = documents.first {
      // Of two workbooks in one package each program opens its own.
      if documents.contains(where: { $0.target != link.target }) {
        throw XLSXReadError(.badRelationship, reason: "officeDocument: two targets")
      }
      try refuseOtherKinds(type: types.type(of: link.target) ?? "", part: link.target)
      return link.target
    }
    for type in types.all { try refuseOtherKinds(type: type, part: "") }
    if store.contains("mimetype") && store.contains("content.xml") { throw XLSXReadError(.ods) }
    let named = types.parts { $0.contains("spreadsheetml") && $0.hasSuffix("main+xml") }
    guard let guess = named.first ?? (store.contains("xl/workbook.xml") ? "xl/workbook.xml" : nil) else {
      throw XLSXReadError(.notAWorkbook)
    }
    warnings.add(ReadWarning(.guessedWorkbook, detail: guess))
    return guess
  }

  private static let usualType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

  private static func refuseOtherKinds(type: String, part: String) throws(XLSXReadError) {
    if type == usualType && part.utf8.last == UInt8(ascii: "l") { return }  // …/workbook.xml
    if type.contains("wordprocessingml") { throw XLSXReadError(.docx) }
    if type.contains("presentationml") { throw XLSXReadError(.pptx) }
    if type.contains("ms-excel.sheet.binary") || part.lowercased().hasSuffix("workbook.bin") {
      throw XLSXReadError(.xlsb)
    }
  }
}
