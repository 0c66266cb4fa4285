internal import CNettle

/// SHA-256 of bytes that come in pieces.
/// - Source: FIPS 180-4.
public struct SHA256: Sendable {
  /// Bytes of a digest.
  public static let size = 32

  private var context = sha256_ctx()

  public init() {
    // The call fills the structure, which keeps no pointer.
    unsafe nettle_sha256_init(&context)
  }

  /// Adds bytes to those that were given before.
  public mutating func update(_ bytes: [UInt8]) {
    // The pointer does not leave the closure.
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe nettle_sha256_update(&context, bytes.count, bytes.baseAddress)
    }
  }

  /// Returns the digest of all bytes, and begins anew.
  public mutating func finalize() -> [UInt8] {
    unsafe [UInt8](unsafeUninitializedCapacity: Self.size) { digest, count in
      unsafe nettle_sha256_digest(&context, Self.size, digest.baseAddress)
      count = Self.size
    }
  }

  /// Returns the digest of these bytes.
  public static func hash(_ bytes: [UInt8]) -> [UInt8] {
    var hash = SHA256()
    hash.update(bytes)
    return hash.finalize()
  }

  /// Returns HMAC-SHA-256 of these bytes.
  /// - Source: RFC 2104.
  public static func authenticationCode(of bytes: [UInt8], key: [UInt8]) -> [UInt8] {
    var context = hmac_sha256_ctx()
    // The pointers do not leave the closures; the structure keeps what is worked out of the key, not the key.
    unsafe key.withUnsafeBufferPointer { key in
      unsafe nettle_hmac_sha256_set_key(&context, key.count, key.baseAddress)
    }
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe nettle_hmac_sha256_update(&context, bytes.count, bytes.baseAddress)
    }
    return unsafe [UInt8](unsafeUninitializedCapacity: size) { code, count in
      unsafe nettle_hmac_sha256_digest(&context, size, code.baseAddress)
      count = size
    }
  }
}
