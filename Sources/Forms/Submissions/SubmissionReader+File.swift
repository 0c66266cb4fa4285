import PlanModel
import SpreadsheetML
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
    do {
      let workbook = try Workbook(bytes: bytes, limits: limits)
      return read(workbook, file: file, digest: Digest.hex(of: original ?? bytes))[0].reading
    } catch {
      return .refused(unit: nil, findings: [Self.unreadable(error, file: file, unit: nil)])
    }
  }

  /// Reads every form in the bytes of a file: our own, or those that the plan describes (`layouts`).
  ///
  /// At least one part; a file that nobody knows is one part that was refused.
  public func readParts(
    bytes: [UInt8], file: String, original: [UInt8]? = nil, limits: ReadLimits = .standard
  ) -> [FilePart] {
    let digest = Digest.hex(of: original ?? bytes)
    do {
      let workbook = try Workbook(bytes: bytes, limits: limits)
      guard !plan.layouts.isEmpty else { return read(workbook, file: file, digest: digest) }
      let found = SourceWorkbook(workbook)
      guard found.stampSheet == nil, FormStamp(properties: found.properties) == nil else {
        return read(workbook, file: file, digest: digest)
      }
      let foreign = ForeignReader(reader: self, workbook: found, file: file, digest: digest)
      if let parts = foreign.read() { return parts.map { Self.noting(workbook, $0, found) } }
      let own = read(workbook, file: file, digest: digest)
      return own.allSatisfy(\.reading.isUnknown) ? foreign.nearest() ?? own : own
    } catch {
      return [
        FilePart(file: file, reading: .refused(unit: nil, findings: [Self.unreadable(error, file: file, unit: nil)]))
      ]
    }
  }

  /// Reads the parts of a file, at least one.
  private func read(_ workbook: Workbook, file: String, digest: String) -> [FilePart] {
    // 自检 is the largest sheet, and nothing of it is reported: it is looked at only where something is missing.
    var found = SourceWorkbook(workbook, leavingOut: SelfCheckGrid.sheet)
    var parts = readForms(found, file: file, digest: digest)
    if parts.contains(where: \.reading.lacksSheet),
      workbook.worksheets.contains(where: { $0.name == SelfCheckGrid.sheet })
    {
      found = SourceWorkbook(workbook)
      parts = readForms(found, file: file, digest: digest)
    }
    return parts.map { Self.noting(workbook, $0, found) }
  }

  /// Returns the part with what holds for the whole workbook.
  private static func noting(
    _ workbook: Workbook, _ part: FilePart, _ found: SourceWorkbook
  ) -> FilePart {
    // Without the strings or styles that it names, a workbook has not arrived whole.
    let missing = workbook.warnings.filter { $0.code == .missingPart }.map { warning in
      SourceWorkbook.UnreadSheet(name: nil, error: XLSXReadError(.missingPart, reason: warning.detail))
    }
    let part = part.noting(found.unread + missing)
    let reading = workbook.hasMacros ? part.reading.adding(.macrosIgnored, file: part.file) : part.reading
    let doubtful = doubtful(in: workbook)
    let besides = Set(workbook.warnings.filter { $0.code == .unreadableSidePart }.compactMap(\.sheet)).sorted()
    let texts = ConditionalTexts(found, reading, file: part.file)
    guard workbook.hasMacros || !doubtful.isEmpty || !besides.isEmpty || texts.isPresent else { return part }
    return FilePart(
      file: part.file,
      reading: reading.adding { unit in
        doubtful.map { sheet, cells in
          BuiltInRule.twoReadings.finding(unit: unit, file: part.file, sheet: sheet, cells: Array(cells.prefix(12)))
        }
          + texts.findings(unit: unit)
          + besides.map { sheet in
            BuiltInRule.commentNoted.finding(
              unit: unit, file: part.file, sheet: sheet, value: "（表上的批注或图形读不出，请打开原表查看）")
          }
      })
  }

  /// Returns the cells, by their sheet, of which the file says two things, or whose place or text is lost.
  private static func doubtful(in workbook: Workbook) -> [(sheet: String?, cells: [String])] {
    let warnings = workbook.warnings.filter { $0.code.leavesDoubt && $0.code != .missingPart }
    guard !warnings.isEmpty else { return [] }
    return Dictionary(grouping: warnings, by: \.sheet).sorted { $0.key ?? "" < $1.key ?? "" }.map { sheet, own in
      (sheet, own.compactMap(\.cell).sorted().map(\.a1))
    }
  }

  static func unreadable(
    _ error: XLSXReadError, file: String, unit: String?, sheet: String? = nil
  ) -> Finding {
    // The words come later, in the reader's language; here only what they are made from.
    BuiltInRule.unreadableFile.finding(
      unit: unit, file: file, sheet: sheet, text: error.reason.isEmpty ? nil : error.reason, value: error.code.rawValue)
  }
}

extension FilePart {
  /// Returns the part as it is where sheets of its workbook could not be read.
  ///
  /// Each may have been a form, the seal or a list: what the others say is not taken, and why a form was refused is no
  /// matter before they can be read.
  fileprivate func noting(_ unread: [SourceWorkbook.UnreadSheet]) -> FilePart {
    guard !unread.isEmpty else { return self }
    func findings(of unit: String?) -> [Finding] {
      unread.map(\.error).uniqued().map { error in
        // A part that all sheets share is broken for all of them, and said once.
        let sheets = unread.filter { $0.error == error }.map(\.name)
        return SubmissionReader.unreadable(
          error, file: file, unit: unit, sheet: sheets.count == 1 ? sheets[0] : nil)
      }
    }
    switch reading {
    case .form: return FilePart(file: file, reading: reading.adding { findings(of: $0) })
    case .refused(let unit, _): return FilePart(file: file, reading: .refused(unit: unit, findings: findings(of: unit)))
    }
  }
}

extension Reading {
  /// True if no sheet looks like a form.
  fileprivate var isUnknown: Bool {
    guard case .refused(_, let findings) = self else { return false }
    return findings.contains { $0.rule == BuiltInRule.formNotFound.rawValue }
  }

  /// True if the form, one of its lists or its review was not found.
  fileprivate var lacksSheet: Bool {
    switch self {
    case .refused: true
    case .form(let form):
      form.findings.contains { finding in
        let isOfSheet = [BuiltInRule.listIncomplete, .reviewIncomplete].contains { $0.rawValue == finding.rule }
        return isOfSheet && finding.sheet == nil
      }
    }
  }

  /// Returns the same with something more to be said of the file as a whole, if it was read.
  public func adding(_ rule: BuiltInRule, file: String, value: String? = nil, expected: String? = nil) -> Reading {
    adding { [rule.finding(unit: $0, file: file, value: value, expected: expected)] }
  }

  /// Returns the same with findings of the unit's, if it was read.
  func adding(_ findings: (_ unit: String) -> [Finding]) -> Reading {
    guard case .form(let form) = self else { return self }
    let own = findings(form.submission.unit)
    guard !own.isEmpty else { return self }
    return .form(
      ReadForm(
        submission: form.submission, findings: form.findings + own, accounting: form.accounting, layout: form.layout,
        serial: form.serial))
  }
}
