extension XLSXReadError.Code {
  private static let saveAsXLSX = "请用 Excel 或 WPS 打开后另存为“Excel 工作簿（*.xlsx）”再报送。"
  private static let saveAsXLSXEnglish = "Open it in Excel or WPS and save it as an Excel workbook (.xlsx)."
  private static let sendAgain = "文件可能没有传完整，请重新发送；仍不行请打开后另存为 .xlsx。"
  private static let sendAgainEnglish = "It may not have arrived whole: send it again, or open it and save it as .xlsx."

  var words: ErrorWords {
    switch self {
    case .cannotOpen, .notAFile, .emptyFile, .lockFile, .encrypted: accessWords
    case .legacyXLS, .otherOLE2, .xlsb, .ods, .docx, .pptx, .csv, .html, .xml2003, .pdf, .otherArchive, .unknownFormat:
      formatWords
    default: contentWords
    }
  }

  private var accessWords: ErrorWords {
    switch self {
    case .cannotOpen:
      ErrorWords("打不开文件", "请检查路径和读取权限。", "cannot open the file", "Check the path and the permission to read.")
    case .notAFile:
      ErrorWords("不是普通文件", "请给出文件的路径。", "not a regular file", "Give the path of a file.")
    case .emptyFile:
      ErrorWords("文件是空的（0 字节）", "请重新发送。", "the file is empty (0 bytes)", "Send it again.")
    case .lockFile:
      ErrorWords(
        "这是表格软件打开文件时留下的锁定文件（~$ 开头），不是工作簿", "请报送去掉“~$”的同名文件。",
        "a lock file (~$) left by a spreadsheet program, not a workbook", "Send the file of the same name without ~$.")
    default:
      ErrorWords(
        "文件已加密，有打开密码", "请在 Excel 或 WPS 中去掉打开密码后另存再报送；没有设过密码的，是“保护工作簿”加的锁，打开后取消保护、另存即可。",
        "the file is encrypted and needs a password",
        "Remove the password in Excel or WPS, save, and send it again. Where nobody has set one, protecting the workbook has"
          + " locked it: open it, take the protection off, and save it.")
    }
  }

  private var formatWords: ErrorWords {
    switch self {
    case .legacyXLS:
      ErrorWords(
        "这是旧版 .xls 或 WPS .et 工作簿（97-2003 格式）", Self.saveAsXLSX,
        "an old .xls or WPS .et workbook (97-2003 format)", Self.saveAsXLSXEnglish)
    case .otherOLE2:
      ErrorWords(
        "这是旧版 Office 文件（OLE2），不是完整的工作簿", Self.saveAsXLSX,
        "an old Office file (OLE2), no complete workbook", Self.saveAsXLSXEnglish)
    case .xlsb:
      ErrorWords("这是二进制工作簿 .xlsb", Self.saveAsXLSX, "a binary workbook (.xlsb)", Self.saveAsXLSXEnglish)
    case .ods:
      ErrorWords("这是 OpenDocument 表格（.ods）", Self.saveAsXLSX, "an OpenDocument file", Self.saveAsXLSXEnglish)
    case .docx:
      ErrorWords("这是 Word 文档，不是表格", "请报送 .xlsx 表格。", "a Word document (.docx), no workbook", "Send the .xlsx form.")
    case .pptx:
      ErrorWords("这是演示文稿，不是表格", "请报送 .xlsx 表格。", "a presentation, no workbook", "Send the .xlsx form.")
    case .csv:
      ErrorWords(
        "这是文本或 CSV 文件，不是 xlsx 工作簿", Self.saveAsXLSX, "a text or csv file, no xlsx workbook", Self.saveAsXLSXEnglish)
    case .html:
      ErrorWords("这是 HTML 网页，不是 xlsx 工作簿", Self.saveAsXLSX, "an html page, no xlsx workbook", Self.saveAsXLSXEnglish)
    case .xml2003:
      ErrorWords("这是 XML 文件，不是 xlsx 工作簿", Self.saveAsXLSX, "an XML file, no xlsx workbook", Self.saveAsXLSXEnglish)
    case .pdf:
      ErrorWords("这是 PDF 文件，不是表格", "请报送 .xlsx 表格。", "a PDF file, no workbook", "Send the .xlsx form.")
    case .otherArchive:
      ErrorWords(
        "这是压缩包，里面的文件没有读", "请解压后报送其中的 .xlsx 文件。",
        "an archive, which was not looked into", "Unpack it and send the .xlsx file inside.")
    default:
      ErrorWords("认不出的文件格式，不是 xlsx 工作簿", Self.saveAsXLSX, "unknown format, no xlsx workbook", Self.saveAsXLSXEnglish)
    }
  }

  private var contentWords: ErrorWords {
    switch self {
    case .damagedArchive:
      ErrorWords("文件不完整或已损坏", Self.sendAgain, "the file is truncated or damaged", Self.sendAgainEnglish)
    case .ambiguousArchive:
      ErrorWords(
        "文件的压缩目录有两份，或与里面存的对不上，不知以哪个为准", "请打开核对，另存（压缩包请重新压缩）再发送。",
        "two archives in one file, of which programs show one or the other",
        "Open it and save it anew; pack an archive again.")
    case .notAWorkbook:
      ErrorWords("压缩包里没有工作簿", "请报送 .xlsx 表格。", "a zip archive without a workbook in it", "Send the .xlsx form.")
    case .unsupportedCompression:
      ErrorWords("压缩方式不支持", Self.saveAsXLSX, "unsupported compression method", Self.saveAsXLSXEnglish)
    case .damagedEntry:
      ErrorWords("内容已损坏（解压、长度或校验不符）", Self.sendAgain, "damaged content (size or checksum)", Self.sendAgainEnglish)
    case .ambiguousPart:
      ErrorWords(
        "部件有两种内容，不同软件读出的不同", Self.saveAsXLSX, "a part with two contents, of which programs read one or the other",
        Self.saveAsXLSXEnglish)
    case .missingPart:
      ErrorWords("缺少部件", Self.sendAgain, "the part is missing", Self.sendAgainEnglish)
    case .badRelationship:
      ErrorWords("部件的链接无效或指向文件之外", Self.saveAsXLSX, "a relationship leads nowhere", Self.saveAsXLSXEnglish)
    case .malformedMarkup:
      ErrorWords("XML 内容有错误", Self.saveAsXLSX, "malformed XML", Self.saveAsXLSXEnglish)
    case .doctype:
      ErrorWords("XML 中有 DOCTYPE，可能是恶意文件，已拒绝", Self.saveAsXLSX, "a DOCTYPE, which is forbidden", Self.saveAsXLSXEnglish)
    case .unsupportedEncoding:
      ErrorWords("XML 的编码不支持", Self.saveAsXLSX, "unsupported XML encoding", Self.saveAsXLSXEnglish)
    case .wrongRoot:
      ErrorWords("部件内容不是所应有的种类", Self.saveAsXLSX, "another kind of part than expected", Self.saveAsXLSXEnglish)
    default:
      ErrorWords(
        "超出读取上限，可能是恶意或异常文件", "如确是正常的大文件，请调高对应的上限。",
        "a limit of the reader is exceeded", "If the file is honest, raise that limit.")
    }
  }
}
