/// An entry of the plan file that is kept as written: an entry of the revision list.
public struct PlanEntry: Hashable, Sendable {
  /// Field name → value, in the order of the file; lists and maps are kept as YAML text.
  public let fields: [Field]
  /// One-based line in the plan file.
  public let line: Int

  public struct Field: Hashable, Sendable {
    public let name: String
    public let value: String

    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  public init(fields: [Field], line: Int) {
    self.fields = fields
    self.line = line
  }

  public subscript(name: String) -> String? { fields.first { $0.name == name }?.value }
}
