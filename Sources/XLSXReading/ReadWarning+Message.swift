internal import SpreadsheetML

extension ReadWarning {
  /// Returns one sentence for people that says where, and what.
  public func message(in language: MessageLanguage) -> String {
    let place = [sheet, cell?.a1].compactMap { $0 }.joined(separator: "!")
    switch language {
    case .chinese:
      return (place.isEmpty ? "" : "\(place)：") + code.chinese + (detail.isEmpty ? "" : "（\(detail)）")
    case .english:
      return (place.isEmpty ? "" : "\(place): ") + code.english + (detail.isEmpty ? "" : " (\(detail))")
    }
  }
}

extension ReadWarning.Code {
  public var chinese: String {
    switch self {
    case .notANumber: "数字单元格里不是数字，按文本读取"
    case .notABoolean: "逻辑值单元格里不是 0 或 1，按文本读取"
    case .notADate: "日期单元格里不是日期，按文本读取"
    case .unknownCellType: "单元格类型不明"
    case .badSharedString: "共享字符串编号无效，单元格没有值"
    case .badReference: "单元格地址超出 A1:XFD1048576，没有读取"
    case .unplacedCell: "单元格地址无效，按紧接前一格读取，请核对位置"
    case .repeatedCell: "同一单元格有两个不同的值，按后一个读取，请核对"
    case .repeatedRow: "同一行出现两次，两次的单元格都已读取，请核对"
    case .textCut: "文字超过单元格的字数上限，后面的已截去"
    case .rowMismatch: "单元格地址与所在行不符，以单元格地址为准"
    case .badRowNumber: "行号无效，该行已略过"
    case .badStyle: "样式编号无效，按常规格式读取"
    case .missingPart: "文件中缺少部件"
    case .duplicateSheetName: "工作表重名"
    case .noWorksheets: "没有工作表"
    case .sheetWithoutPart: "工作表没有内容（链接为空），已略过"
    case .guessedWorkbook: "文件没有写明工作簿位置，按惯例找到"
    case .unreadableSidePart: "附属部件读不出来"
    }
  }

  public var english: String {
    switch self {
    case .notANumber: "not a number in a numeric cell; read as text"
    case .notABoolean: "neither 0 nor 1 in a boolean cell; read as text"
    case .notADate: "not a date in a date cell; read as text"
    case .unknownCellType: "unknown cell type"
    case .badSharedString: "bad shared string index; the cell has no value"
    case .badReference: "cell reference outside A1:XFD1048576; left out"
    case .unplacedCell: "invalid cell reference; read as the cell behind its neighbour"
    case .repeatedCell: "a cell with two different values; the last counts"
    case .repeatedRow: "a row twice, with different cells; all of them are read"
    case .textCut: "text longer than a cell may have; cut off"
    case .rowMismatch: "the cell names another row than the one it stands in; its own reference counts"
    case .badRowNumber: "row number invalid; the row is left out"
    case .badStyle: "bad style index; read as General"
    case .missingPart: "a part is missing"
    case .duplicateSheetName: "two sheets of one name"
    case .noWorksheets: "no worksheets"
    case .sheetWithoutPart: "a sheet without content (an empty relationship); passed over"
    case .guessedWorkbook: "the package does not name its workbook; found by convention"
    case .unreadableSidePart: "a side part cannot be read"
    }
  }
}
