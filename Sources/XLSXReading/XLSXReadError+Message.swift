extension XLSXReadError {
  /// Returns one sentence for people: what is wrong, where, and what to do about it.
  public func message(in language: MessageLanguage) -> String {
    let words = code.words
    switch language {
    case .chinese:
      let place = part.map { "部件 \($0)\(offset.map { " 第 \($0) 字节" } ?? "")：" } ?? ""
      let detail = reason.isEmpty ? "" : "（\(reason)）"
      return "\(place)\(words.chinese)\(detail)。\(words.chineseRemedy)"
    case .english:
      let place = part.map { "part \($0)\(offset.map { ", byte \($0)" } ?? ""): " } ?? ""
      let detail = reason.isEmpty ? "" : " (\(reason))"
      return "\(place)\(words.english)\(detail). \(words.englishRemedy)"
    }
  }

  /// Returns what is wrong and where, without the remedy and the full stop.
  public func what(in language: MessageLanguage) -> String {
    let words = code.words
    switch language {
    case .chinese: return words.chinese + (reason.isEmpty ? "" : "（\(reason)）")
    case .english: return words.english + (reason.isEmpty ? "" : " (\(reason))")
    }
  }

  /// Returns what to do about it.
  public func remedy(in language: MessageLanguage) -> String {
    language == .chinese ? code.words.chineseRemedy : code.words.englishRemedy
  }
}
