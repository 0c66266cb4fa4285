import Consolidation
import Forms
import FoundationEssentials
public import PlanModel
import Validation

/// The result of `huizong check` as JSON. The format is versioned: members may be added, none changes its meaning.
public struct CheckOutput: Codable, Hashable, Sendable {
  public static let currentVersion = 1

  public let version: Int
  public let files: [File]

  public struct File: Codable, Hashable, Sendable {
    public let file: String
    /// `accepted`, `incomplete`, `returned` or `refused`.
    public let verdict: String
    /// The unit's id; absent where it is not known.
    public let unit: String?
    public let period: String?
    public let digest: String?
    public let cells: Cells?
    public let findings: [Item]
  }

  /// One for each row of the form; expected is the sum of the others but `outside`.
  public struct Cells: Codable, Hashable, Sendable {
    public let expected: Int
    public let read: Int
    public let nilReturns: Int
    public let notApplicable: Int
    public let blank: Int
    public let unreadable: Int
    public let outside: Int
    /// In the order of the form; absent unless asked for.
    public let items: [Cell]?
  }

  /// What became of the cell of one item.
  public struct Cell: Codable, Hashable, Sendable {
    public let indicator: String
    /// A1 form; absent where the file has no such row.
    public let cell: String?
    /// `read`, `nilReturn`, `notApplicable`, `blank` or `unreadable`.
    public let fate: String
  }

  public struct Item: Codable, Hashable, Sendable {
    public let id: String
    public let rule: String
    /// `error`, `warning` or `notice`.
    public let grade: String
    /// `trial`, `explained` or `waived`; absent for a finding that asks something of somebody.
    public let standing: String?
    public let sheet: String?
    public let cells: [String]
    public let indicator: String?
    public let column: String?
    public let text: String?
    public let value: String?
    public let expected: String?
    public let difference: String?
    public let message: String
    public let remedy: String
  }

  /// - Parameters:
  ///   - plan: whose words are used; the built-in rules' without one.
  ///   - accounting: lists what became of each item's cell.
  public init(_ reports: [FileReport], plan: OpenPlan? = nil, language: Language, accounting: Bool = false) {
    let rules = plan?.rules.catalogue ?? .builtIn
    version = Self.currentVersion
    files = reports.map { File($0, rules, language, accounting: accounting) }
  }

  /// Reads what `json()` wrote.
  public init(json: String) throws {
    self = try JSONDecoder().decode(Self.self, from: Data(json.utf8))
  }

  /// Returns a line for each file, `{"type":"file",…}`, and behind it one for each of its findings,
  /// `{"type":"finding",…}`.
  public func jsonLines() throws(JobError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var text = ""
    do {
      for file in files {
        text += String(decoding: try encoder.encode(FileLine(file)), as: UTF8.self) + "\n"
        for finding in file.findings {
          text += String(decoding: try encoder.encode(FindingLine(file, finding)), as: UTF8.self) + "\n"
        }
      }
    } catch {
      throw JobError(.cannotWrite, "JSON", reason: "\(error)")
    }
    return text
  }

  /// Returns the JSON text, members sorted by name: equal results give equal bytes.
  public func json() throws(JobError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(self), as: UTF8.self)
    } catch {
      throw JobError(.cannotWrite, "JSON", reason: "\(error)")
    }
  }
}

extension CheckOutput.File {
  init(_ report: FileReport, _ rules: RuleCatalogue, _ language: Language, accounting: Bool) {
    file = report.file
    findings = report.findings.map { CheckOutput.Item($0, rules, language) }
    verdict = report.disposition.rawValue
    unit = report.unit
    period = report.candidate?.submission.period.description
    digest = report.candidate?.submission.digest
    guard case .form(let form)? = report.reading else {
      cells = nil
      return
    }
    let counts = form.accounting
    cells = CheckOutput.Cells(
      expected: counts.expected, read: counts.read, nilReturns: counts.nilReturns,
      notApplicable: counts.notApplicable, blank: counts.blank, unreadable: counts.unreadable, outside: counts.outside,
      items: accounting
        ? counts.items.map { .init(indicator: $0.indicator, cell: $0.cell, fate: $0.fate.rawValue) } : nil)
  }
}

extension CheckOutput.Item {
  init(_ finding: Finding, _ rules: RuleCatalogue, _ language: Language) {
    let words = FindingWords(finding, rules: rules, language: language)
    (id, rule, grade) = (finding.id, finding.rule, finding.grade.rawValue)
    (sheet, cells, indicator, column) = (finding.sheet, finding.cells, finding.indicator, finding.column)
    func masked(_ text: String) -> String { PersonalData.masked(text, inFigure: finding.isAboutFigures) }
    (text, value, expected) = (finding.text.map(masked), finding.value.map(masked), finding.expected.map(masked))
    (standing, difference) = (finding.resolution.name, finding.difference)
    (message, remedy) = (words.what, words.remedy)
  }
}
