/// Names of sheets in formulas.
public enum SheetName {
  /// Returns the name in quotes, so that any name is one: `'填报表'`.
  public static func quoted(_ name: String) -> String { "'\(name.replacing("'", with: "''"))'" }
}
