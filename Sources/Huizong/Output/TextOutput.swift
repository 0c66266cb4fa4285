/// A text that a command writes: a run report, the findings of a check.
public enum TextOutput {
  /// Writes the text under its name when it is whole.
  public static func write(_ text: String, to path: String) throws(JobError) { try FileAccess.write(text, to: path) }
}
