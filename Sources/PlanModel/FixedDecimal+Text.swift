extension FixedDecimal: LosslessStringConvertible {
  /// Reads plain decimal text: an optional sign, digits, an optional point with digits, an optional exponent.
  ///
  /// Nothing else is accepted: no white space, grouping or full-width digits; those are the business of whoever reads
  /// what a clerk typed. `nil` also for more than 38 digits.
  public init?(_ description: String) {
    var coefficient: Int128 = 0
    var scale = 0
    var exponent = 0
    var digits = 0
    var bytes = description.utf8[...]
    let negative = bytes.first == UInt8(ascii: "-")
    if negative || bytes.first == UInt8(ascii: "+") { bytes.removeFirst() }
    var behindPoint = false
    while let byte = bytes.first {
      if byte == UInt8(ascii: "."), !behindPoint {
        behindPoint = true
      } else if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) {
        let (product, over) = coefficient.multipliedReportingOverflow(by: 10)
        let (sum, overSum) = product.addingReportingOverflow(Int128(byte & 0x0F))
        guard !over, !overSum else { return nil }
        coefficient = sum
        digits += 1
        if behindPoint { scale += 1 }
      } else {
        break
      }
      bytes.removeFirst()
    }
    guard digits > 0 else { return nil }
    if let marker = bytes.first, marker | 0x20 == UInt8(ascii: "e") {
      guard let value = Int(String(decoding: bytes.dropFirst(), as: UTF8.self)), abs(value) <= 400 else { return nil }
      exponent = value
      bytes = bytes.suffix(0)
    }
    guard bytes.isEmpty else { return nil }
    self.init(coefficient: negative ? -coefficient : coefficient, scale: scale, exponent: exponent)
  }

  private init?(coefficient: Int128, scale: Int, exponent: Int) {
    let shifted = scale - exponent
    if shifted >= 0 {
      var (coefficient, shifted) = (coefficient, shifted)
      while shifted > Self.maximumScale, coefficient % 10 == 0, coefficient != 0 {
        coefficient /= 10
        shifted -= 1
      }
      guard coefficient == 0 || shifted <= Self.maximumScale else { return nil }
      self.init(coefficient: coefficient, scale: min(shifted, Self.maximumScale))
    } else {
      guard let power = Self.powerOfTen(-shifted) ?? (coefficient == 0 ? 1 : nil) else { return nil }
      let (product, over) = coefficient.multipliedReportingOverflow(by: power)
      guard !over else { return nil }
      self.init(coefficient: product, scale: 0)
    }
  }

  /// Plain decimal text with the places as written, as in `-0.50`; no exponent, no grouping.
  public var description: String {
    let magnitude = coefficient.magnitude
    // Short figures need no arithmetic of 128 bits.
    var digits = UInt64(exactly: magnitude).map { String($0) } ?? String(magnitude)
    if scale > 0 {
      if digits.utf8.count <= scale { digits = String(repeating: "0", count: scale + 1 - digits.utf8.count) + digits }
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -scale))
    }
    return coefficient < 0 ? "-" + digits : digits
  }

  /// Plain decimal text without zeros at the end, as in `-0.5`.
  public var shortest: String { normalized.description }

  /// Returns the text with thousands separated and exactly `places` digits behind the point, rounded half away from
  /// zero.
  public func grouped(places: Int) -> String {
    guard let value = try? rounded(to: places) else { return description }
    let digits = Array(value.magnitude.description.utf8)
    let whole = digits.firstIndex(of: UInt8(ascii: ".")) ?? digits.count
    var out: [UInt8] = []
    out.reserveCapacity(digits.count + whole / 3)
    for (index, digit) in digits.enumerated() {
      if index > 0, index < whole, (whole - index) % 3 == 0 { out.append(UInt8(ascii: ",")) }
      out.append(digit)
    }
    return (value.isNegative ? "−" : "") + String(decoding: out, as: UTF8.self)
  }
}
