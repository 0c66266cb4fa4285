/// The local names, of elements and attributes alike, that some part's reader asks for.
/// At most 16 bytes each (`NameTable`).
enum KnownName: String, CaseIterable {
  /// Any other name.
  case unknown = ""
  case xmlns, space

  // Markup compatibility.
  case alternateContent = "AlternateContent"
  case choice = "Choice"
  case fallback = "Fallback"

  // Content types and relationships.
  case types = "Types"
  case defaultType = "Default"
  case overrideType = "Override"
  case fileExtension = "Extension"
  case contentType = "ContentType"
  case partName = "PartName"
  case relationships = "Relationships"
  case relationship = "Relationship"
  case relationshipID = "Id"
  case relationshipType = "Type"
  case target = "Target"
  case targetMode = "TargetMode"

  // Workbook.
  case workbook, workbookPr, date1904, sheets, sheet, name, state, id
  case definedNames, definedName, localSheetId, hidden

  // Shared strings and styles.
  case sst, si, t, r, rPh, rPr, strike, vertAlign, val
  case styleSheet, numFmts, numFmt, numFmtId, formatCode, fonts, font, fontId, cellXfs, xf, dxfs, dxf

  // Worksheet.
  case worksheet, sheetData, row, c, s, f, v, ref
  case inlineString = "is"
  case width, ht
  case sheetPr, filterMode, cols, col, min, max, mergeCells, mergeCell, autoFilter, filterColumn
  case dataValidations, dataValidation, sqref, type, formula1, sheetProtection
  case cfRule, dxfId, formula, dataBar, iconSet, showValue
  case operatorName = "operator"
  case drawing, extLst, ext, hyperlinks, hyperlink, location

  // Comments and drawings.
  case comments, commentList, comment, text, authors, author, authorId
  case wsDr, twoCellAnchor, oneCellAnchor, from, to, pic, graphicFrame

  // Properties.
  case coreProperties, creator, lastModifiedBy, created, modified, title, subject, keywords, description
  case properties = "Properties"
  case application = "Application"
  case company = "Company"
  case property
}
