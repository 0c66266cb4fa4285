import PlanModel
import Validation
public import XLSXReading

extension SubmissionReader {
  /// Reads a submission from the bytes of its file.
  ///
  /// Whatever the bytes are, the answer is a form or a refusal with at least one finding.
  /// - Parameter file: the path as messages name it.
  public func read(bytes: [UInt8], file: String, limits: ReadLimits = .standard) -> Reading {
    let digest = Digest.hex(of: bytes)
    do {
      let workbook = try Workbook(bytes: bytes, limits: limits)
      return read(FoundWorkbook(workbook), file: file, digest: digest)
    } catch {
      // The words come later, in the reader's language; here only what they are made from.
      let finding = BuiltInRule.unreadableFile.finding(
        file: file, text: error.reason.isEmpty ? nil : error.reason, value: error.code.rawValue)
      return .refused(unit: nil, findings: [finding])
    }
  }
}
