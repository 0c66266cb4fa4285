/// What a form carries to be recognised by: in its document properties, and again in its hidden sheet.
public struct FormStamp: Hashable, Sendable {
  /// The plan's issuer and year.
  public var plan: String
  public var revision: Int
  public var unit: String
  public var period: String
  /// Eight characters that people can read out; derived from the key and the rest.
  public var serial: String
  /// `FormLayout.digest`.
  public var layout: String
  /// SHA-256 of the layout's JSON, so of all figures printed in.
  public var content: String
  /// The digest of the file that this form returns, if it is a return.
  public var parent: String?
  /// HMAC over all of the above.
  public var seal: String

  /// Signs a layout.
  public init(layout: FormLayout, json: String, parent: String? = nil, key: SigningKey) {
    plan = layout.plan
    revision = layout.revision
    unit = layout.unit
    period = layout.period
    self.layout = layout.digest
    content = Digest.hex(of: Array(json.utf8))
    self.parent = parent
    serial = ""
    seal = ""
    serial = key.seal("serial", message).prefix(8).uppercased()
    seal = key.seal("stamp", message)
  }

  /// Returns true if the key made this stamp and nothing in it was changed since.
  public func isGenuine(_ key: SigningKey) -> Bool { key.seal("stamp", message) == seal }

  /// Returns the pass phrase of the form's sheet protection. Protection guards against slips, not against people.
  public func passphrase(_ key: SigningKey) -> String { String(key.seal("protection", message).prefix(12)) }

  private var message: String {
    [plan, String(revision), unit, period, serial, layout, content, parent ?? ""].joined(separator: "\n")
  }

  /// Names of the document properties, in order, with their values.
  public var properties: [(name: String, value: String)] {
    [
      ("huizong.version", "1"), ("huizong.plan", plan), ("huizong.revision", String(revision)), ("huizong.unit", unit),
      ("huizong.period", period), ("huizong.serial", serial), ("huizong.layout", layout), ("huizong.content", content),
      ("huizong.parent", parent ?? ""), ("huizong.seal", seal),
    ]
  }

  /// Returns true for the rows of a hidden sheet that has some of a stamp.
  static func isBroken(_ values: [String: String]) -> Bool { values.keys.contains { $0.hasPrefix("huizong.") } }

  /// Reads the stamp back from names and values; `nil` if one is missing.
  public init?(properties: [String: String]) {
    guard let plan = properties["huizong.plan"], let revision = properties["huizong.revision"].flatMap({ Int($0) }),
      let unit = properties["huizong.unit"], let period = properties["huizong.period"],
      let serial = properties["huizong.serial"], let layout = properties["huizong.layout"],
      let content = properties["huizong.content"], let seal = properties["huizong.seal"]
    else { return nil }
    self.plan = plan
    self.revision = revision
    self.unit = unit
    self.period = period
    self.serial = serial
    self.layout = layout
    self.content = content
    parent = properties["huizong.parent"].flatMap { $0.isEmpty ? nil : $0 }
    self.seal = seal
  }
}
