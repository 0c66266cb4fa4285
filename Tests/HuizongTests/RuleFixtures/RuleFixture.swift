import PlanModel
import Testing
import Validation

/// A built-in rule with an office that breaks it and one that nearly does.
struct RuleFixture: CustomTestStringConvertible, Sendable {
  let rule: BuiltInRule
  /// Where the rule's own findings point, in order.
  let cells: [String]
  /// Ids of what else is rightly said.
  let also: [String]
  /// Ids of what is rightly said of the sound office.
  let besides: [String]
  let broken: @Sendable () throws -> SmallOffice
  let sound: @Sendable () throws -> SmallOffice

  var testDescription: String { rule.id }

  /// A form of the eastern county edited; the sound one is edited otherwise, or not at all.
  static func form(
    _ rule: BuiltInRule, at cells: [String], also: [String] = [], besides: [String] = [],
    _ broken: @escaping @Sendable (inout FormEditor) throws -> Void,
    but sound: @escaping @Sendable (inout FormEditor) throws -> Void = { _ in }
  ) -> RuleFixture {
    RuleFixture(
      rule: rule, cells: cells, also: also, besides: besides,
      broken: { try edited(broken) }, sound: { try edited(sound) })
  }

  /// Entries that break the rule, and others that do not.
  static func entries(
    _ rule: BuiltInRule, at cells: [String], also: [String] = [], besides: [String] = [],
    _ broken: [Cell], but sound: [Cell] = []
  ) -> RuleFixture {
    form(rule, at: cells, also: also, besides: besides) { form in
      for cell in broken { form.set(cell.code, cell.column, cell.entry) }
    } but: { form in
      for cell in sound { form.set(cell.code, cell.column, cell.entry) }
    }
  }

  /// Offices that differ in more than a form.
  static func office(
    _ rule: BuiltInRule, at cells: [String], also: [String] = [], besides: [String] = [],
    _ broken: @escaping @Sendable (inout SmallOffice) throws -> Void,
    but sound: @escaping @Sendable (inout SmallOffice) throws -> Void = { _ in }
  ) -> RuleFixture {
    @Sendable func changed(_ change: (inout SmallOffice) throws -> Void) throws -> SmallOffice {
      var office = try SmallOffice.sounding()
      try change(&office)
      return office
    }
    return RuleFixture(
      rule: rule, cells: cells, also: also, besides: besides, broken: { try changed(broken) },
      sound: { try changed(sound) })
  }

  struct Cell: Sendable {
    let code: String
    let column: FormColumn
    let entry: FormEditor.Entry

    init(_ code: String, _ column: FormColumn, _ entry: FormEditor.Entry) {
      (self.code, self.column, self.entry) = (code, column, entry)
    }
  }

  private static func edited(_ edit: (inout FormEditor) throws -> Void) throws -> SmallOffice {
    var office = try SmallOffice.sounding()
    office.receive("east.xlsx", try office.form("east", edit))
    return office
  }

  static let all = cellRules + rowRules + amountRules + formRules + fileRules + acrossRules + betweenRules
}
