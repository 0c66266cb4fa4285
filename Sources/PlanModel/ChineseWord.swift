/// A value for which forms, tables and stored records have one Chinese word.
public protocol ChineseWord: CaseIterable {
  var chinese: String { get }
}

extension ChineseWord {
  /// The value of a word; `nil` for any other text.
  public init?(chinese word: String) {
    guard let value = Self.allCases.first(where: { $0.chinese == word }) else { return nil }
    self = value
  }
}
