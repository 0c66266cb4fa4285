import Consolidation
import Forms
import PlanModel
import Validation
import XLSXReading

/// Takes a file from its bytes to its findings.
struct FileChecker: Sendable {
  let plan: Plan
  let rules: RulePackage
  /// `nil` takes any period's form.
  let period: Period?
  let key: SigningKey?
  /// Returns the submissions of a unit before a period.
  let earlier: @Sendable (_ unit: String, _ period: Period) -> EarlierSubmissions
  var contacts = ContactBook()
  /// What the heads of forms say, for all files.
  private let heads = HeadMemory()
  /// For workbooks of older kinds; without one they are refused.
  var converter: LegacyConverter? = .installed

  /// The reader's code for a file that is not there.
  static let absent = XLSXReadError.Code.cannotOpen.rawValue

  /// Returns a report for each form in the file; one for most.
  func check(path: String, file: String, received: CivilDate?) async -> [FileReport] {
    await read(path: path, file: file).map { report(on: $0.reading, file: $0.file, received: received) }
  }

  /// Returns the forms of a file of an earlier period; last year's are read by their own layouts.
  func historical(path: String, file: String) async -> [ReadForm] {
    let parts = await read(path: path, file: file)
    let isAnotherPlans = parts.contains { part in
      guard case .refused(_, let findings) = part.reading else { return false }
      return findings.contains { $0.rule == BuiltInRule.anotherPlan.rawValue }
    }
    if isAnotherPlans, case .success(let bytes) = Self.content(path),
      let form = SubmissionReader(plan: plan, period: nil, key: key).readLastYears(bytes: bytes, file: file)
    {
      return [form]
    }
    return parts.compactMap { part in if case .form(let form) = part.reading { form } else { nil } }
  }

  /// Returns a finding if somebody else than the list says has filled the form.
  private func preparer(_ submission: Submission) -> [Finding] {
    let name = submission.signature.preparer
    guard !name.isEmpty, let known = contacts.contact(of: submission.unit, on: submission.period.lastDay),
      known.name.filter({ !$0.isWhitespace }) != name.filter({ !$0.isWhitespace })
    else { return [] }
    let place = submission.signature.places[RuleSource.Spot.preparer.chinese]
    return [
      BuiltInRule.preparerChanged.finding(
        unit: submission.unit, file: submission.file, sheet: place?.sheet, cells: place.map { [$0.cell] } ?? [],
        text: name, value: known.name)
    ]
  }

  func read(path: String, file: String) async -> [FilePart] {
    switch Self.content(path) {
    case .success(let bytes):
      let reader = SubmissionReader(plan: plan, period: period, key: key, memory: heads) { [earlier] unit, period in
        earlier(unit, period).previous(of: unit, for: period)
      }
      let parts = reader.readParts(bytes: bytes, file: file)
      if let part = parts.first, part.isNoWorkbook, let kind = PackedFile(bytes) { return [part.packed(kind)] }
      return await converted(parts, bytes, reader, file) ?? parts
    case .failure(let error):
      // Only a member of an archive is refused for a password before its own bytes are looked at.
      if error.code == .encrypted { return [FilePart(file: file, reading: PackedFile.locked.refusal(of: file))] }
      let finding = BuiltInRule.unreadableFile.finding(
        file: file, text: error.reason.isEmpty ? nil : error.reason, value: error.code.rawValue)
      return [FilePart(file: file, reading: .refused(unit: nil, findings: [finding]))]
    }
  }

  /// Returns what a workbook of an older kind says once it is converted; `nil` for what is none, or cannot be
  /// converted.
  private func converted(
    _ parts: [FilePart], _ bytes: [UInt8], _ reader: SubmissionReader, _ file: String
  ) async -> [FilePart]? {
    guard case .refused(_, let findings)? = parts.first?.reading, let converter,
      let code = findings.first.flatMap({ $0.rule == BuiltInRule.unreadableFile.rawValue ? $0.value : nil }),
      let ending = XLSXReadError.Code(rawValue: code).flatMap(LegacyConverter.ending),
      let made = await converter.convert(bytes, ending)
    else { return nil }
    return reader.readParts(bytes: made, file: file, original: bytes).map { part in
      FilePart(file: part.file, reading: part.reading.adding(.convertedFile, file: part.file, value: ".\(ending)"))
    }
  }

  /// Returns the SHA-256 of a file, or of a member of an archive; `nil` for what cannot be read.
  static func digest(path: String) -> String? {
    // Evidence may be a video: no file is held whole for its digest alone.
    if ArchiveFolder.parts(of: path) == nil { return FileAccess.digest(path) }
    return if case .success(let bytes) = Self.content(path) { Digest.hex(of: bytes) } else { nil }
  }

  /// Returns the bytes of a file, or of a member of an archive.
  private static func content(_ path: String) -> Result<[UInt8], XLSXReadError> {
    guard let (archive, member) = ArchiveFolder.parts(of: path) else {
      return FileAccess.bytes(path).map { .success($0) } ?? .failure(XLSXReadError(.cannotOpen))
    }
    do throws(XLSXReadError) {
      let bytes = try ArchiveFolder(path: archive).bytes(of: member)
      // An archive in an archive is not opened: whoever packed it shall unpack it.
      if ArchiveFolder.isNamedSo(member), let bytes, PackedFile(bytes) != .locked {
        return .failure(XLSXReadError(.otherArchive))
      }
      return bytes.map { .success($0) } ?? .failure(XLSXReadError(.cannotOpen))
    } catch {
      return .failure(error)
    }
  }

  /// Checks what was read. This is the one place where the findings of reading and of checking come together.
  func report(on reading: Reading, file: String, received: CivilDate?) -> FileReport {
    switch reading {
    case .refused(_, let findings):
      return FileReport(file: file, reading: reading, findings: findings, candidate: nil)
    case .form(let form):
      let findings = findings(of: form.submission, reading: form.findings)
      return FileReport(
        file: file, reading: reading, findings: findings,
        candidate: Candidate(submission: form.submission, received: received, findings: findings))
    }
  }

  /// Returns all findings of a form: what reading it found, and what the rules say.
  func findings(of submission: Submission, reading found: [Finding]) -> [Finding] {
    let checker = SubmissionChecker(rules: rules, period: submission.period)
    let earlier = earlier(submission.unit, submission.period)
    let read = rules.settled(found + preparer(submission), of: submission)
    let figures = earlier.figures(of: submission.unit, for: submission.period)
    let known = read + rules.settled(checker.compare(submission, with: figures), of: submission)
    let rows = earlier.rows(of: submission.unit, for: submission.period)
    return rules.withoutEchoes(known + checker.check(submission, known: known, history: rows))
  }

  /// What tells a file from others.
  struct Fingerprint: Hashable, Sendable {
    let digest: String
    /// Bytes.
    let size: Int
  }

  /// Returns the digest and the size of a file; `nil` for one that cannot be opened.
  func fingerprint(path: String) -> Fingerprint? {
    guard case .success(let bytes) = Self.content(path) else { return nil }
    return Fingerprint(digest: Digest.hex(of: bytes), size: bytes.count)
  }
}

extension FilePart {
  /// True for what the reader says is no workbook, for whatever reason.
  fileprivate var isNoWorkbook: Bool {
    guard case .refused(_, let findings) = reading, let finding = findings.first,
      finding.rule == BuiltInRule.unreadableFile.rawValue
    else { return false }
    let codes: [XLSXReadError.Code] = [
      .encrypted, .otherArchive, .notAWorkbook, .unknownFormat, .csv, .missingPart, .damagedArchive,
    ]
    return codes.contains { $0.rawValue == finding.value }
  }
}
