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
  var limits = InputLimits.standard
  /// What the heads of forms say, for all files.
  private let heads = HeadMemory()
  /// For workbooks of older kinds; without one they are refused.
  var converter: LegacyConverter? = .installed

  /// The reader's code for a file that is not there.
  static let absent = XLSXReadError.Code.cannotOpen.rawValue

  /// What became of a file.
  struct Checked: Sendable {
    /// A report for each form in the file; one for most.
    let reports: [FileReport]
    /// SHA-256; `nil` for what cannot be read.
    let digest: String?
  }

  func check(_ file: Inbox.File, received: CivilDate?, _ archives: OpenArchives) async -> Checked {
    let read = await read(file, archives)
    return Checked(
      reports: read.parts.map { report(on: $0.reading, file: $0.file, received: received) }, digest: read.digest)
  }

  /// Returns the forms of a file of an earlier period, or what is said of one that has none; last year's are read by their
  /// own layouts.
  func historical(_ file: Inbox.File, _ archives: OpenArchives) async -> (forms: [ReadForm], refusals: [Finding]) {
    let parts = await read(file, archives).parts
    let refusals = parts.flatMap { part in
      if case .refused(_, let findings) = part.reading { findings } else { [Finding]() }
    }
    if refusals.contains(where: { $0.rule == BuiltInRule.anotherPlan.rawValue }),
      let bytes = try? content(file, archives),
      let form = SubmissionReader(plan: plan, period: nil, key: key).readLastYears(
        bytes: bytes, file: file.name, limits: limits.reading)
    {
      return ([form], [])
    }
    return (parts.compactMap { part in if case .form(let form) = part.reading { form } else { nil } }, refusals)
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

  /// Reads a file that came in; whatever it is, at least one part.
  func read(_ file: Inbox.File, _ archives: OpenArchives) async -> (parts: [FilePart], digest: String?) {
    let bytes: [UInt8]
    do {
      bytes = try content(file, archives)
    } catch {
      // Only a member of an archive is refused for a password before its own bytes are looked at.
      if case .archive(let error) = error, error.code == .encrypted {
        return ([FilePart(file: file.name, reading: PackedFile.locked.refusal(of: file.name))], nil)
      }
      return ([FilePart(file: file.name, reading: error.refusal(of: file.name))], nil)
    }
    let parts = await parts(of: bytes, file: file.name)
    let own = parts.lazy.compactMap { part in
      if case .form(let form) = part.reading { form.submission.digest } else { nil }
    }.first
    return (parts, own ?? Digest.hex(of: bytes))
  }

  private func parts(of bytes: [UInt8], file: String) async -> [FilePart] {
    let reader = SubmissionReader(
      plan: plan, period: period, key: key, memory: heads, mostObjects: limits[.listedObjects]
    ) { [earlier] unit, period in
      earlier(unit, period).previous(of: unit, for: period)
    }
    let parts = reader.readParts(bytes: bytes, file: file, limits: limits.reading).map(\.withNamedLimits)
    if let part = parts.first, part.isNoWorkbook, let kind = PackedFile(bytes) { return [part.packed(kind)] }
    return await converted(parts, bytes, reader, file) ?? parts
  }

  /// Returns what a workbook of an older kind says once it is converted; `nil` for what is none, or cannot be
  /// converted.
  private func converted(
    _ parts: [FilePart], _ bytes: [UInt8], _ reader: SubmissionReader, _ file: String
  ) async -> [FilePart]? {
    guard case .refused(_, let findings)? = parts.first?.reading, let converter,
      let code = findings.first.flatMap({ $0.rule == BuiltInRule.unreadableFile.rawValue ? $0.value : nil }),
      let ending = XLSXReadError.Code(rawValue: code).flatMap(LegacyConverter.ending),
      let made = await converter.convert(bytes, ending, limits)
    else { return nil }
    return reader.readParts(bytes: made, file: file, original: bytes, limits: limits.reading).map { part in
      let part = part.withNamedLimits
      return FilePart(
        file: part.file, reading: part.reading.adding(.convertedFile, file: part.file, value: ".\(ending)"))
    }
  }

  /// Returns the bytes of a file, or of a member of an archive.
  private func content(_ file: Inbox.File, _ archives: OpenArchives) throws(FileFault) -> [UInt8] {
    if let fault = file.fault { throw fault }
    guard let (archive, member) = ArchiveFolder.parts(of: file.path) else {
      return try FileAccess.read(file.path, .formBytes, limits)
    }
    let bytes = try archives.archive(archive, limits).bytes(of: member, .formBytes, limits)
    // An archive in an archive is not opened: whoever packed it shall unpack it.
    if ArchiveFolder.isNamedSo(member), PackedFile(bytes) != .locked {
      throw .archive(XLSXReadError(.otherArchive))
    }
    return bytes
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
  func fingerprint(_ file: Inbox.File, _ archives: OpenArchives) -> Fingerprint? {
    (try? content(file, archives)).map { Fingerprint(digest: Digest.hex(of: $0), size: $0.count) }
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

extension FilePart {
  /// The same, where a limit kept it from being read with the name under which `--limits` knows it.
  fileprivate var withNamedLimits: FilePart {
    func named(_ finding: Finding) -> Finding {
      guard finding.rule == BuiltInRule.unreadableFile.rawValue,
        finding.value == XLSXReadError.Code.limitExceeded.rawValue
      else { return finding }
      var named = finding
      named.text = finding.text.map { InputLimits.named($0) }
      return named
    }
    switch reading {
    case .refused(let unit, let findings):
      return FilePart(file: file, reading: .refused(unit: unit, findings: findings.map(named)))
    case .form(var form):
      form.findings = form.findings.map(named)
      return FilePart(file: file, reading: .form(form))
    }
  }
}
