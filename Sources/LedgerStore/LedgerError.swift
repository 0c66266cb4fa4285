internal import GRDB

/// Why a ledger cannot be used. Nothing that was in it before is lost.
public struct LedgerError: Error, Hashable, Sendable {
  public enum Code: Hashable, Sendable {
    /// There is no such file.
    case missing
    /// The file is no ledger, or is damaged.
    case notALedger
    case folder
    /// A pipe, a socket or a device.
    case special
    /// The path is of a file beside the ledger, and what is there is none of its own.
    case sideFile
    /// The file has no bytes.
    case empty
    /// The event with this number is another than was sealed with the key.
    case brokenSeal(Int64)
    /// A later version of the program wrote it.
    case newer
    case full
    case readOnly
    /// Another run holds it.
    case busy
    /// A row that nothing of ours wrote.
    case damaged
    /// An event whose body cannot be understood.
    case unreadableEvent(Int64)
    case other
  }

  public let code: Code
  public let path: String
  /// What SQLite said; may be empty.
  public let reason: String

  public init(_ code: Code, _ path: String, reason: String = "") {
    self.code = code
    self.path = path
    self.reason = reason
  }

  /// The same for whatever was thrown in the course of a transaction.
  init(_ error: any Error, _ path: String) {
    if let error = error as? LedgerError {
      self = error
      return
    }
    if let error = error as? DamagedRow {
      self.init(.damaged, path, reason: error.column)
      return
    }
    if error is RowDecodingError {
      self.init(.damaged, path)
      return
    }
    guard let error = error as? DatabaseError else {
      self.init(.other, path, reason: "\(error)")
      return
    }
    let code: Code =
      switch error.resultCode {
      case .SQLITE_FULL: .full
      case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_AUTH: .readOnly
      case .SQLITE_CANTOPEN: .readOnly
      case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
      case .SQLITE_NOTADB, .SQLITE_CORRUPT: .notALedger
      default: .other
      }
    self.init(code, path, reason: error.message ?? "")
  }
}
