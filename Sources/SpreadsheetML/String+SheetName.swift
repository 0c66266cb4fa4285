extension String {
  /// The name of a sheet as formulas and links write it, in quotes, so that any name is one: `'总览'`, `'It''s'`.
  /// - Source: ECMA-376 Part 1, 18.17.2.2.
  public var quotedAsSheetName: String { "'\(replacing("'", with: "''"))'" }
}
