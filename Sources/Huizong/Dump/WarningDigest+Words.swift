import XLSXReading

extension WarningDigest {
  /// Returns how many warnings a message stands for, to follow it.
  static func alike(_ count: Int, _ language: MessageLanguage) -> String {
    language == .chinese ? "，同类共 \(count) 处" : ", \(count) of this kind"
  }
}
