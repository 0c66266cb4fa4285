import GRDB
import PlanModel

/// What a row of the ledger has that nothing of ours wrote.
struct DamagedRow: Error {
  let column: String
}

/// Values of rows that somebody may have altered: what is missing or of another kind is an error, never a crash and never
/// passed over.
extension Row {
  /// - Throws: `RowDecodingError` for a value that is missing or of another kind.
  func value<Value: DatabaseValueConvertible>(_ column: String) throws -> Value {
    try decode(Value.self, forColumn: column)
  }

  /// Returns a text for people, on one line: who altered the file may have put another into it.
  func line(_ column: String) throws -> String { (try value(column) as String).onOneLine }

  /// Returns what a text says.
  /// - Throws: also for a text that says nothing of the kind.
  func value<Value>(_ column: String, as parse: (String) -> Value?) throws -> Value {
    guard let value = parse(try value(column)) else { throw DamagedRow(column: column) }
    return value
  }

  func period(_ column: String) throws -> Period { try value(column) { Period($0) } }

  /// Returns a period that need not be there.
  func periodIfAny(_ column: String) throws -> Period? {
    let text: String? = try value(column)
    return text == nil ? nil : try period(column)
  }
}
