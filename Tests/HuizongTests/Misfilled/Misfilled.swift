import PlanModel
import SpreadsheetML
import TestSupport
import Testing
import Validation

@testable import Huizong

/// One of the ways in which sheets arrive broken: what was done to a sound form, and what becomes of it.
struct Misfilled: CustomTestStringConvertible, Sendable {
  /// Its number in the list of misfillings: `M04`.
  let number: String
  /// What was done, in the words of an office.
  let deed: String
  let verdict: FileReport.Disposition
  /// Ids of everything that is said about the file.
  let rules: [String]
  /// What is read of the cells in question.
  let reads: [Read]
  /// The file that it is about.
  let file: String
  let office: @Sendable () throws -> SmallOffice

  struct Read: Sendable {
    let code: String
    let column: FormColumn
    let figure: Figure

    init(_ code: String, _ column: FormColumn, _ figure: Figure) {
      (self.code, self.column, self.figure) = (code, column, figure)
    }
  }

  var testDescription: String { "\(number) \(deed)" }

  /// The eastern county's form edited.
  static func form(
    _ number: String, _ deed: String, _ verdict: FileReport.Disposition, _ rules: [String] = [], reads: [Read] = [],
    _ edit: @escaping @Sendable (inout FormEditor) throws -> Void
  ) -> Misfilled {
    office(number, deed, verdict, rules, reads: reads) { $0.receive("east.xlsx", try $0.form("east", edit)) }
  }

  /// One cell typed otherwise.
  static func typed(
    _ number: String, _ deed: String, _ code: String, _ column: FormColumn, _ entry: FormEditor.Entry,
    _ verdict: FileReport.Disposition, _ rules: [String] = [], as figure: Figure
  ) -> Misfilled {
    form(number, deed, verdict, rules, reads: [Read(code, column, figure)]) { $0.set(code, column, entry) }
  }

  /// Files that differ in more than a form.
  static func office(
    _ number: String, _ deed: String, _ verdict: FileReport.Disposition, _ rules: [String] = [], reads: [Read] = [],
    file: String = "east.xlsx", _ change: @escaping @Sendable (inout SmallOffice) throws -> Void
  ) -> Misfilled {
    Misfilled(number: number, deed: deed, verdict: verdict, rules: rules, reads: reads, file: file) {
      var office = try SmallOffice.sounding()
      try change(&office)
      return office
    }
  }

  static let all = (numbers + days + structure + files + lists + people + between).sorted {
    ($0.number, $0.deed) < ($1.number, $1.deed)
  }
}
