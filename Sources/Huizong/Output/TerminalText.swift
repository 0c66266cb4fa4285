import SpreadsheetML

/// Text for people on a terminal.
public enum TerminalText {
  /// Returns the text with every character that a terminal would act on made visible; line feeds and tabs stay.
  public static func visible(_ text: String) -> String { VisibleText.of(text) }
}
