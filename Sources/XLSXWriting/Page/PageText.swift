/// One third of a header or footer.
public struct PageText: Hashable, Sendable {
  public var pieces: [Piece]
  public var fontName: String?
  /// Whole points.
  public var fontSize: Int?

  public enum Piece: Hashable, Sendable {
    case text(String)
    case page
    case pages
    case sheetName
  }

  public init(_ pieces: [Piece], fontName: String? = nil, fontSize: Int? = nil) {
    self.pieces = pieces
    self.fontName = fontName
    self.fontSize = fontSize
  }

  public static func text(_ text: String, fontName: String? = nil, fontSize: Int? = nil) -> PageText {
    PageText([.text(text)], fontName: fontName, fontSize: fontSize)
  }

  /// As the file codes it. The size stands before the font, so that a text which begins with a digit does not lengthen
  /// it.
  /// - Source: ECMA-376 Part 1, 18.3.1.39 (evenFooter and the like).
  var code: String {
    var code = ""
    if let fontSize { code += "&\(fontSize)" }
    if let fontName {
      code += "&\"\(fontName),Regular\""
    } else if fontSize != nil, case .text(let text) = pieces.first, text.first?.isNumber == true {
      code += " "
    }
    for piece in pieces {
      switch piece {
      case .text(let text):
        for character in text { code += character == "&" ? "&&" : String(character) }
      case .page: code += "&P"
      case .pages: code += "&N"
      case .sheetName: code += "&A"
      }
    }
    return code
  }
}
