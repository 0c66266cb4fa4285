import Hashing
import Testing

/// Against the examples of FIPS 180-4 and RFC 4231.
@Suite struct SHA256Tests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `the digest of a text`(text: String, digest: String) {
    #expect(Hexadecimal.text(SHA256.hash(Array(text.utf8))) == digest)
  }

  @Test func `a million letters, whole and in pieces of every length about a block's`() {
    let digest = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    let bytes = [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)
    #expect(Hexadecimal.text(SHA256.hash(bytes)) == digest)
    var hash = SHA256()
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + 1 + start % 130)
      hash.update(Array(bytes[start..<end]))
      hash.update([])
      start = end
    }
    #expect(Hexadecimal.text(hash.finalize()) == digest)
    // It begins anew.
    hash.update(Array("abc".utf8))
    #expect(hash.finalize() == SHA256.hash(Array("abc".utf8)))
  }

  @Test(arguments: [
    (
      [UInt8](repeating: 0x0B, count: 20), Array("Hi There".utf8),
      "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
    ),
    (
      Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
    ),
    (
      [UInt8](repeating: 0xAA, count: 131), Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
      "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
    ),
  ])
  func `the code of a message with a key`(key: [UInt8], message: [UInt8], code: String) {
    #expect(Hexadecimal.text(SHA256.authenticationCode(of: message, key: key)) == code)
  }

  @Test func `a key or a message of nothing`() {
    // Worked out by Python's hmac.
    #expect(
      Hexadecimal.text(SHA256.authenticationCode(of: [], key: []))
        == "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad")
  }
}
