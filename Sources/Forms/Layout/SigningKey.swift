import Hashing

/// The operator's secret, with which forms are signed. Whoever has it can make forms that pass for the office's.
public struct SigningKey: Sendable {
  private let key: [UInt8]

  /// Tells keys apart without telling them: 16 hexadecimal digits.
  public var id: String { String(seal("key", "id").prefix(16)) }

  /// Reads the text of a key file: lines that begin with # are remarks, the rest is the secret.
  ///
  /// `nil` for fewer than 16 characters.
  public init?(file text: String) {
    let secret = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }.joined()
      .filter { !$0.isWhitespace }
    guard secret.utf8.count >= 16 else { return nil }
    key = Array(secret.utf8)
  }

  /// Returns a fresh secret: 64 hexadecimal digits.
  public static func generated() -> String {
    var random = SystemRandomNumberGenerator()
    return Hexadecimal.text((0..<32).map { _ in UInt8.random(in: 0...255, using: &random) })
  }

  /// Returns HMAC-SHA-256 over purpose and message, in hexadecimal. Seals for different purposes have nothing in
  /// common.
  public func seal(_ purpose: String, _ message: String) -> String {
    Hexadecimal.text(SHA256.authenticationCode(of: Array("\(purpose)\n\(message)".utf8), key: key))
  }
}
