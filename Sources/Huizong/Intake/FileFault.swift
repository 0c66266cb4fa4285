import Forms
import PlanModel
import Validation
public import XLSXReading

/// Why a file or folder that came in was not read. It is named with what to do, and the others are read all the same.
public enum FileFault: Error, Hashable, Sendable {
  /// A pipe, a socket or a device: opening one may wait for ever.
  case special
  /// A link to something outside the inbox.
  case link
  /// A link to something that is not there, or that leads to itself.
  case brokenLink
  /// A list of receipts in an archive: who sends an archive does not say when it came in.
  case packedReceipts
  /// A folder, called as a file.
  case folder
  /// A folder within too many folders.
  case tooDeep(limit: Int)
  /// The system would not have the folder listed.
  case unreadableFolder
  /// The system would not have the file read.
  case unreadable
  /// A file larger than those that are read.
  /// In bytes, or in what the limit counts.
  case tooLarge(size: Int, limit: InputLimit, value: Int)
  /// What the reader of archives says of a member, or of a file that is not there.
  case archive(XLSXReadError)

  static let absent = FileFault.archive(XLSXReadError(.cannotOpen))

  /// Returns what is said of a submission.
  func finding(file: String) -> Finding {
    if case .archive(let error) = self {
      return BuiltInRule.unreadableFile.finding(
        file: file, text: error.reason.isEmpty ? nil : error.reason, value: error.code.rawValue)
    }
    let (what, remedy) = words(.chinese)
    return BuiltInRule.unreadableFile.finding(file: file, value: what, expected: remedy)
  }

  func refusal(of file: String) -> Reading { .refused(unit: nil, findings: [finding(file: file)]) }
}
