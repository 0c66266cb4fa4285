internal import ArgumentParser

extension ExitCode {
  /// The run went through and found something that needs somebody.
  static let findings = ExitCode(1)
  /// The input or the arguments cannot be used.
  static let unusable = ExitCode(2)
}
