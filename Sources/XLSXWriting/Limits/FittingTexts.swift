import SpreadsheetML

/// What a workbook does whose options make its texts fit (`WorkbookOptions.fitsTexts`): a text that its place in the file
/// cannot hold is cut or loses the characters in question, where it would else stop the whole workbook.
extension CellText {
  /// Returns the text as a part of the file holds it in which no escape exists: without control characters, in at most
  /// `limit` UTF-16 units, the last of which is … where it was cut.
  static func plain(_ text: String, limit: Int) -> String {
    let clean = isPlain(text) ? text : String(String.UnicodeScalarView(text.unicodeScalars.filter(isPlain)))
    guard clean.utf8.count > limit, clean.utf16.count > limit else { return clean }
    var room = limit - 1
    let kept = clean.prefix { character in
      room -= character.utf16.count
      return room >= 0
    }
    return kept + "…"
  }

  /// Returns the text as one line, a blank for each break and tab.
  static func line(_ text: String, limit: Int) -> String {
    plain(String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 }), limit: limit)
  }

  private static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0xEF } || text.unicodeScalars.allSatisfy(isPlain)
  }

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\t" || scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
  }

  /// Returns runs as one cell can hold them: none empty; as one text, without their fonts, where fonts and escapes leave no
  /// room for all.
  static func fitting(_ runs: [TextRun]) -> CellContent {
    let whole = runs.map(\.text).joined()
    let runs = runs.filter { $0.text.utf8.contains { $0 != 0 } }.map { TextRun(fitting($0.text), font: $0.font) }
    let length = runs.reduce(0) { $0 + $1.text.utf8.count }
    let room = SheetLimits.cellText - runs.count * markupOfRun
    if runs.isEmpty { return .blank }
    if runs.count <= SheetLimits.textRuns, length * TextCheck.longestEscape <= room || markedLength(of: runs) <= room {
      return .richText(runs)
    }
    return .text(fitting(whole))
  }

  /// As many characters as the elements about one run take: the library counts them with the text.
  private static let markupOfRun = 400

  private static func markedLength(of runs: [TextRun]) -> Int {
    runs.reduce(0) { length, run in
      length + TextCheck.length(run.text) + 5 * run.text.utf8.count { "&<>\"".utf8.contains($0) }
    }
  }
}

extension DocumentProperties {
  var fitting: DocumentProperties {
    var fitting = self
    for text in [\Self.title, \.subject, \.creator, \.company, \.keywords, \.description] {
      fitting[keyPath: text] = self[keyPath: text].map { CellText.plain($0, limit: SheetLimits.property) }
    }
    return fitting
  }
}

extension DataValidation.Message {
  var fitting: DataValidation.Message {
    DataValidation.Message(
      CellText.line(title, limit: SheetLimits.validationTitle),
      CellText.plain(text, limit: SheetLimits.validationMessage))
  }
}

extension CellComment {
  var fitting: CellComment {
    var comment = self
    comment.text = CellText.fitting(text)
    comment.author = CellText.line(author, limit: SheetLimits.property)
    return comment
  }
}

extension Chart {
  var fitting: Chart {
    func fit(_ text: String) -> String { CellText.line(text, limit: SheetLimits.property) }
    var chart = self
    chart.title = title.map(fit)
    chart.description = fit(description)
    for index in series.indices { chart.series[index].name = fit(series[index].name) }
    return chart
  }
}

extension PageSetup.HeaderFooter {
  /// Without what the library takes for a picture; the longest text is cut until all have room.
  var fitting: PageSetup.HeaderFooter {
    var fitting = self
    for part in Self.parts { fitting[keyPath: part] = self[keyPath: part]?.withoutPictures }
    while fitting.code.utf16.count > SheetLimits.headerOrFooter {
      let longest = Self.parts.max { fitting.textLength(of: $0) < fitting.textLength(of: $1) }
      guard let longest, fitting[keyPath: longest]?.shorten() == true else { break }
    }
    return fitting
  }

  private static var parts: [WritableKeyPath<PageSetup.HeaderFooter, PageText?>] { [\.left, \.center, \.right] }

  private func textLength(of part: KeyPath<PageSetup.HeaderFooter, PageText?>) -> Int {
    self[keyPath: part]?.longest?.text.utf16.count ?? 0
  }
}

extension PageText {
  /// The library takes `&G` and `&[Picture]` for pictures, wherever they stand; the full-width sign is none.
  fileprivate var withoutPictures: PageText {
    var page = self
    let isPicture = TextCheck.holdsPicture(code)
    page.pieces = pieces.map { piece in
      guard case .text(let text) = piece else { return piece }
      let plain = CellText.plain(text, limit: SheetLimits.headerOrFooter)
      return .text(isPicture ? String(plain.map { $0 == "&" ? "＆" : $0 }) : plain)
    }
    return page
  }

  fileprivate var longest: (index: Int, text: String)? {
    pieces.enumerated().compactMap { index, piece in
      if case .text(let text) = piece, !text.isEmpty { (index, text) } else { nil }
    }.max { $0.1.utf16.count < $1.1.utf16.count }
  }

  /// Takes a character from the longest text; returns false where there is none left.
  fileprivate mutating func shorten() -> Bool {
    guard let (index, text) = longest else { return false }
    let kept = text.dropLast(text.hasSuffix("…") ? 2 : 1)
    pieces[index] = .text(kept.isEmpty ? "" : kept + "…")
    return true
  }
}
