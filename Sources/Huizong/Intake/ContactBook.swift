public import PlanModel

/// Who fills the forms of which unit, from `contacts.csv` beside the plan: unit, name, phone, from, until (单位, 姓名, 电话,
/// 自, 至), the last two days or empty; in another order under a head that says so.
///
/// A line that cannot be is a problem to be told; nobody is printed in by it, and the others hold.
public struct ContactBook: Hashable, Sendable {
  public struct Contact: Hashable, Sendable {
    /// The unit's id.
    let unit: String
    public let name: String
    public let phone: String
    let from: CivilDate?
    let until: CivilDate?

    func holds(on day: CivilDate) -> Bool { (from.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true) }
  }

  /// What is wrong with a line.
  public enum Problem: Hashable, Sendable {
    /// A workbook with the name of the list.
    case binary
    /// A list that could not be read at all.
    case unread(FileFault)
    case columns
    /// Columns that the list cannot do without are missing, or stand there twice, by their words: nothing is used.
    case heads(missing: [String], double: [String])
    /// A column stands there twice; it is not used, the others are.
    case doubleHead(String)
    /// Columns of which nobody knows what they have; the others are used.
    case unknownHeads([String])
    case unknownUnit(String)
    /// A group of units: who of them is meant?
    case group(String)
    /// A text that is nobody's name.
    case name(String)
    case day(String)
    /// A day that may be several.
    case unclearDay(String, [CivilDate])
    case order
    /// The unit has somebody else for some of these days, in this line.
    case overlap(line: Int)
    /// A number that a spreadsheet has spoilt; it is not printed in, the name is.
    case phone(String)
  }

  /// A problem with its line, one-based; 0 for the list as a whole.
  struct Fault: Hashable, Sendable {
    let line: Int
    let problem: Problem
  }

  public static let fileName = "contacts.csv"

  /// By the unit's id, in the order of the list.
  private(set) var contacts: [String: [Contact]] = [:]
  private(set) var faults: [Fault] = []
  private(set) var path = ""

  /// No contacts are known.
  public init() {}

  /// Reads the list in a folder; one that is not there has nobody.
  init(folder: String, plan: Plan, limits: InputLimits) {
    let path = FileAccess.join(folder, Self.fileName)
    do throws(FileFault) {
      self.init(try FileAccess.list(path, limits), path: path, plan: plan)
    } catch {
      self.init()
      let fault = error == .absent && FileAccess.kind(path) == .link ? .brokenLink : error
      guard fault != .absent else { return }
      self.path = path
      faults.append(Fault(line: 0, problem: .unread(fault)))
    }
  }

  init(_ bytes: [UInt8], path: String, plan: Plan) {
    self.path = path
    let table = OfficeTable(bytes) {
      Columns($0) != nil || ($0.first.flatMap { plan.unit(named: $0) } != nil && $0.count > 1)
    }
    if table.isBinary { faults.append(Fault(line: 0, problem: .binary)) }
    let head = table.lines.prefix(5).firstIndex { $0.fields.map(Columns.mayBeHead) ?? false }
    let isFirst = head.map { head in
      table.lines[..<head].allSatisfy { line in line.fields?.first.flatMap { plan.unit(named: $0) } == nil }
    }
    let named = isFirst == true ? head : nil
    let columns: Columns
    if let named, let fields = table.lines[named].fields {
      let heads = Columns.heads(fields)
      faults += heads.problems.map { Fault(line: table.lines[named].number, problem: $0) }
      // Without knowing what a column has nobody is printed in by it.
      guard let found = heads.columns else { return }
      columns = found
    } else {
      columns = .positional
    }
    var known: [Contact: Int] = [:]
    for line in table.lines[(named.map { $0 + 1 } ?? 0)...] {
      if line.fields.map({ Columns($0) != nil }) == true { continue }
      do throws(Problem) {
        let (contact, phone) = try Self.contact(line.fields, columns, plan)
        if let phone { faults.append(Fault(line: line.number, problem: phone)) }
        if known[contact] == nil { known[contact] = line.number }
      } catch {
        faults.append(Fault(line: line.number, problem: error))
      }
    }
    let inOrder = known.sorted { $0.value < $1.value }
    contacts = Dictionary(grouping: inOrder.map(\.key), by: \.unit)
    for own in Dictionary(grouping: inOrder, by: \.key.unit).values { addOverlaps(own.map { ($0.key, $0.value) }) }
    faults.sort { $0.line < $1.line }
  }

  /// Notes the lines that somebody else of the unit shares days with: both are told apart by nothing, and neither is
  /// printed in for these days.
  private mutating func addOverlaps(_ own: [(contact: Contact, line: Int)]) {
    let inTime = own.sorted { ($0.contact.first, $0.line) < ($1.contact.first, $1.line) }
    guard var lasting = inTime.first else { return }
    for next in inTime.dropFirst() {
      if next.contact.first <= lasting.contact.last {
        let (earlier, later) = (min(next.line, lasting.line), max(next.line, lasting.line))
        faults.append(Fault(line: later, problem: .overlap(line: earlier)))
      }
      if next.contact.last > lasting.contact.last { lasting = next }
    }
  }

  private static func contact(
    _ fields: [String]?, _ columns: Columns, _ plan: Plan
  ) throws(Problem) -> (Contact, phone: Problem?) {
    guard let fields else { throw .columns }
    func field(_ place: Int?) -> String {
      place.flatMap { fields.indices.contains($0) ? fields[$0] : nil } ?? ""
    }
    let (unitName, name) = (field(columns.unit), field(columns.name))
    guard fields.count <= columns.count ?? .max, !unitName.isEmpty, !name.isEmpty else { throw .columns }
    guard let unit = plan.unit(named: unitName) else { throw .unknownUnit(unitName) }
    if unit.kind == .group { throw .group(unitName) }
    if isSpoilt(name: name) { throw .name(name) }
    let from = try day(field(columns.from), open: [])
    let until = try day(field(columns.until), open: ["至今", "今", "现在"])
    if let from, let until, until < from { throw .order }
    let phone = field(columns.phone)
    let isSpoilt = isSpoilt(phone)
    return (
      Contact(unit: unit.id, name: name, phone: isSpoilt ? "" : phone, from: from, until: until),
      isSpoilt ? .phone(phone) : nil
    )
  }

  /// Returns whether a text is no name: characters that were lost, an error value, a formula, or figures alone.
  private static func isSpoilt(name: String) -> Bool {
    name.contains("\u{FFFD}") || "#=".contains(name.prefix(1)) || !name.contains { $0.isLetter }
  }

  /// Returns whether a spreadsheet made a number of a telephone number: 1.38E+10, 13800000000.0, or one that lost its
  /// 0.
  private static func isSpoilt(_ phone: String) -> Bool {
    let text = phone.halfWidth.lowercased()
    let digits = text.filter { $0.isASCII && $0.isNumber }
    if text.contains("."), text.allSatisfy({ $0.isASCII && $0.isNumber || ".e+ ".contains($0) }) { return true }
    if text.contains("e+") || text.hasPrefix("#") { return true }
    if digits.count == text.count, digits.first == "1", digits.count > 11 { return true }
    guard digits.count == text.count, (9...11).contains(digits.count), let first = digits.first else { return false }
    let isService = ["400", "800"].contains { digits.hasPrefix($0) && digits.count == 10 }
    return first != "0" && !(first == "1" && digits.count == 11) && !isService
  }

  private static func day(_ text: String, open: [String]) throws(Problem) -> CivilDate? {
    if text.isEmpty || ["—", "-", "/"].contains(text) || open.contains(text) { return nil }
    switch ListedDay(text) {
    case .day(let day): return day
    case .several(let days): throw .unclearDay(text, days)
    case .serial(let day): throw .unclearDay(text, [day])
    case .none: throw .day(text)
    }
  }

  /// Returns who fills the unit's forms on a day; `nil` if the list has nobody, or several.
  func contact(of unit: String, on day: CivilDate) -> Contact? {
    let found = (contacts[unit] ?? []).filter { $0.holds(on: day) }
    return found.allSatisfy { $0.name == found[0].name && $0.phone == found[0].phone } ? found.first : nil
  }
}

extension ContactBook.Problem: Error {}

extension ContactBook.Contact {
  /// As a number of days; far off where it is open.
  fileprivate var first: Int { from?.dayNumber ?? .min }
  fileprivate var last: Int { until?.dayNumber ?? .max }
}
