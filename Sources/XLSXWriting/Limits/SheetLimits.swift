/// What the file format and the programs that read it allow. Lengths of text count UTF-16 units, as they do.
public enum SheetLimits {
  public static let sheetName = 31
  public static let cellText = 32_767
  public static let formula = 8_192
  public static let columnWidth = 255.0
  /// Points.
  public static let rowHeight = 409.5
  public static let outlineLevel = 7
  public static let zoom = 10...400
  public static let fontName = 31
  public static let fontSize = 1.0...409.0
  public static let indent = 250
  /// Bytes of UTF-8 in a number format code: what the writing library holds.
  public static let numberFormatBytes = 127
  /// Bytes of UTF-8 in a defined name, and in what it stands for: what the writing library holds.
  public static let definedNameBytes = 127
  public static let validationTitle = 32
  public static let validationMessage = 255
  /// The items of a list joined by commas, or a formula.
  public static let validationFormula = 255
  public static let headerOrFooter = 255
  /// Bytes of UTF-8 in the address of a link.
  public static let link = 2_079
  public static let linkTip = 255
  public static let linksPerSheet = 65_530
  public static let property = 255
  public static let pageBreaks = 1_023
  public static let password = 15
  /// Bytes of an attribute that lists ranges, as conditional formats and ignored errors do.
  public static let rangeListBytes = 2_079
  /// Fragments of one rich text.
  public static let textRuns = 250
}
