import PlanModel
public import Validation
public import XLSXReading

extension SubmissionReader {
  /// Reads a submission from the bytes of its file.
  ///
  /// Whatever the bytes are, the answer is a form or a refusal with at least one finding.
  /// - Parameters:
  ///   - file: the path as messages name it.
  ///   - original: the bytes that came in, where `bytes` were made from them: the digest is theirs.
  public func read(
    bytes: [UInt8], file: String, original: [UInt8]? = nil, limits: ReadLimits = .standard
  ) -> Reading {
    let digest = Digest.hex(of: original ?? bytes)
    do {
      let workbook = try Workbook(bytes: bytes, limits: limits)
      // 自检 is the largest sheet, and nothing of it is reported: it is looked at only where something is missing.
      var found = FoundWorkbook(workbook, leavingOut: SelfCheckGrid.sheet)
      var reading = read(found, file: file, digest: digest)
      if reading.lacksSheet, workbook.worksheets.contains(where: { $0.name == SelfCheckGrid.sheet }) {
        found = FoundWorkbook(workbook)
        reading = read(found, file: file, digest: digest)
      }
      // A form that was not found because its sheet is broken is broken: that is what the clerk has to mend.
      guard case .refused(let unit, let findings) = reading, let failure = found.failure,
        findings.contains(where: { $0.rule == BuiltInRule.formNotFound.rawValue })
      else { return workbook.hasMacros ? reading.adding(.macrosIgnored, file: file) : reading }
      return .refused(unit: unit, findings: [Self.unreadable(failure, file: file, unit: unit)])
    } catch {
      return .refused(unit: nil, findings: [Self.unreadable(error, file: file, unit: nil)])
    }
  }

  private static func unreadable(_ error: XLSXReadError, file: String, unit: String?) -> Finding {
    // The words come later, in the reader's language; here only what they are made from.
    BuiltInRule.unreadableFile.finding(
      unit: unit, file: file, text: error.reason.isEmpty ? nil : error.reason, value: error.code.rawValue)
  }
}

extension Reading {
  /// True if the form, or one of its lists, was not found.
  fileprivate var lacksSheet: Bool {
    switch self {
    case .refused: true
    case .form(let form):
      form.findings.contains { $0.rule == BuiltInRule.listIncomplete.rawValue && $0.sheet == nil }
    }
  }

  /// The same with something more to be said of the file as a whole, if it was read.
  public func adding(_ rule: BuiltInRule, file: String, value: String? = nil) -> Reading {
    guard case .form(let form) = self else { return self }
    let finding = rule.finding(unit: form.submission.unit, file: file, value: value)
    return .form(
      ReadForm(
        submission: form.submission, findings: form.findings + [finding], accounting: form.accounting,
        layout: form.layout, serial: form.serial))
  }
}
