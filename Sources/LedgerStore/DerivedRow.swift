internal import Forms
internal import GRDB
internal import PlanModel

/// A row of one of the tables that are made from the events, so that these can be asked quickly.
///
/// The same function makes it where an event is written and where the ledger is proved: what the tables hold and the
/// events do not say, or say otherwise, is somebody's doing.
struct DerivedRow: Hashable {
  enum Table: String, CaseIterable {
    case receipt, reading, figure, verdict, finding, decision, entry, planned, provedBy

    /// In the order of the values. The first is the number of the event; rows of one event are told apart by the second.
    var columns: [String] {
      switch self {
      case .receipt: ["seq", "digest", "name", "folder", "period", "size", "day", "isStated"]
      case .reading:
        [
          "seq", "digest", "part", "plan", "asked", "isOwn", "unit", "period", "lastDay", "parent", "isRefused",
          "expected", "read", "nilReturns", "notApplicable", "blank", "unreadable", "outside",
        ]
      case .figure: ["reading", "indicator", "previous", "current", "cumulative", "sheet", "cell"]
      case .verdict: ["seq", "reading", "plan", "isAcceptable"]
      case .finding:
        ["verdict", "ordinal", "id", "rule", "grade", "standing", "indicator", "sheet", "cells", "text"]
      case .decision: ["seq", "kind", "digest", "part", "unit", "period", "indicator", "why"]
      case .entry: ["seq", "kind", "unit", "period", "indicator", "value", "evidence", "evidenceDigest", "why"]
      case .planned: ["seq", "digest"]
      case .provedBy: ["seq", "key"]
      }
    }

    private var columnList: String { columns.map { "\"\($0)\"" }.joined(separator: ", ") }

    /// Made once: it is asked for with every row.
    var insertion: String { Self.insertions[self] ?? "" }

    private static let insertions = Dictionary(
      uniqueKeysWithValues: allCases.map { table in
        let places = table.columns.map { _ in "?" }.joined(separator: ", ")
        return (table, "INSERT INTO \"\(table.rawValue)\" (\(table.columnList)) VALUES (\(places))")
      })

    /// All rows, by the numbers of their events, and within an event in the order of the second column: of each value its
    /// type and its bytes. A text read as such would end at a byte 0.
    var selection: String {
      let values = columns.map { "typeof(\"\($0)\"), CAST(\"\($0)\" AS BLOB)" }.joined(separator: ", ")
      let order = columns.prefix(2).map { "\"\($0)\"" }.joined(separator: ", ")
      return "SELECT \"\(columns[0])\", \(values) FROM \"\(rawValue)\" ORDER BY \(order)"
    }
  }

  let table: Table
  let values: [DatabaseValue]

  init(_ table: Table, _ values: [(any DatabaseValueConvertible)?]) {
    self.table = table
    // A text that is bound ends at its first byte 0; the event has all of it.
    self.values = values.map { value in
      if let text = value as? String, let end = text.utf8.firstIndex(of: 0) {
        return String(text[..<end]).databaseValue
      }
      return value?.databaseValue ?? .null
    }
  }
}

/// What an event says: JSON with sorted keys, and the rows that are made from it.
protocol EventBody: Codable {
  static var kind: Chain.Kind { get }

  /// - Parameter seq: the number of the event.
  func rows(_ seq: Int64) -> [DerivedRow]
}

extension Chain.Kind {
  /// Returns the rows that an event makes.
  /// - Throws: for a body that no event of this kind has.
  func rows(of body: String, seq: Int64) throws -> [DerivedRow] {
    func rows<Body: EventBody>(_: Body.Type) throws -> [DerivedRow] {
      try Chain.body(Body.self, body).rows(seq)
    }
    return switch self {
    case .opened: try rows(LedgerEvent.Opened.self)
    case .sealed: try rows(LedgerEvent.Sealed.self)
    case .planned: try rows(LedgerEvent.Planned.self)
    case .received: try rows(ReceivedFile.self)
    case .read: try rows(LedgerEvent.Read.self)
    case .judged: try rows(LedgerEvent.Judged.self)
    case .decided: try rows(LedgerEvent.Decided.self)
    case .entered: try rows(LedgerEvent.Entered.self)
    }
  }
}

extension LedgerEvent.Opened: EventBody {
  static var kind: Chain.Kind { .opened }

  func rows(_: Int64) -> [DerivedRow] { [] }
}

extension LedgerEvent.Sealed: EventBody {
  static var kind: Chain.Kind { .sealed }

  func rows(_: Int64) -> [DerivedRow] { [] }
}

extension LedgerEvent.Planned: EventBody {
  static var kind: Chain.Kind { .planned }

  func rows(_ seq: Int64) -> [DerivedRow] { [DerivedRow(.planned, [seq, plan])] }
}

extension ReceivedFile: EventBody {
  static var kind: Chain.Kind { .received }

  func rows(_ seq: Int64) -> [DerivedRow] {
    [DerivedRow(.receipt, [seq, digest, name, folder, period, size, day, isStated])]
  }
}

extension LedgerEvent.Read: EventBody {
  static var kind: Chain.Kind { .read }

  func rows(_ seq: Int64) -> [DerivedRow] {
    let values: [(any DatabaseValueConvertible)?] = [
      seq, digest, part, plan, asked, serial != nil, unit ?? submission?.unit, submission?.period,
      submission.flatMap { Period($0.period)?.lastDay.description }, submission?.parent, submission == nil,
    ]
    let counts: [(any DatabaseValueConvertible)?] = [
      accounting?.expected ?? 0, accounting?.read ?? 0, accounting?.nilReturns ?? 0, accounting?.notApplicable ?? 0,
      accounting?.blank ?? 0, accounting?.unreadable ?? 0, accounting?.outside ?? 0,
    ]
    let proof = key.map { [DerivedRow(.provedBy, [seq, $0])] } ?? []
    return [DerivedRow(.reading, values + counts)] + proof + figures(seq)
  }

  /// Returns a row for each item; of a code that comes twice, the first.
  private func figures(_ seq: Int64) -> [DerivedRow] {
    guard let submission else { return [] }
    var codes: Set<[UInt8]> = []
    return submission.rows.filter { codes.insert(Array($0.code.utf8)).inserted }.map { row in
      let deciding = row[.cumulative].figure.isEmpty ? row[.current] : row[.cumulative]
      let sheet = deciding.sheet.flatMap { submission.sheets.indices.contains($0) ? submission.sheets[$0] : nil }
      return DerivedRow(
        .figure,
        [
          seq, row.code, row[.previous].figure, row[.current].figure, row[.cumulative].figure, sheet,
          deciding.sheet == nil ? nil : deciding.cell,
        ])
    }
  }
}

extension LedgerEvent.Judged: EventBody {
  static var kind: Chain.Kind { .judged }

  func rows(_ seq: Int64) -> [DerivedRow] {
    [DerivedRow(.verdict, [seq, reading, plan, isAcceptable])]
      + findings.enumerated().map { ordinal, finding in
        DerivedRow(
          .finding,
          [
            seq, ordinal, finding.id, finding.rule, finding.grade, finding.standing ?? "open", finding.indicator,
            finding.sheet, (finding.cells ?? []).joined(separator: " "), finding.text,
          ])
      }
  }
}

extension LedgerEvent.Decided: EventBody {
  static var kind: Chain.Kind { .decided }

  func rows(_ seq: Int64) -> [DerivedRow] {
    [DerivedRow(.decision, [seq, decision.rawValue, digest, part, unit, period, indicator, why])]
  }
}

extension LedgerEvent.Entered: EventBody {
  static var kind: Chain.Kind { .entered }

  func rows(_ seq: Int64) -> [DerivedRow] {
    [
      DerivedRow(
        .entry, [seq, kind.rawValue, unit, period, indicator, value, evidence?.name, evidence?.digest, why])
    ]
  }
}
