public import PlanFile
public import PlanModel
import XLSXReading

/// How much may come in, by name. What is beyond a limit is refused with the limit's name; `--limits name=value` changes it.
public enum InputLimit: String, CaseIterable, Hashable, Sendable {
  case formBytes, formSheets, formCells, formText, sheetBytes, sheetCells, listedObjects
  case archiveBytes, archiveMembers, archiveRatio
  case attachmentBytes, listBytes, listLines, planBytes, planEntries, keyBytes, shardBytes
  case inboxFiles, folderDepth
  case convertSeconds, convertProcessorSeconds, convertMemory, convertProcesses

  /// Bytes, seconds or a number.
  public enum Measure: Hashable, Sendable {
    case bytes, seconds, count
  }

  private typealias Entry = (value: Int, measure: Measure, chinese: String, english: String)

  /// The one table of the limits.
  private var entry: Entry {
    switch self {
    case .formBytes: (64 << 20, .bytes, "一份报送文件", "a submission")
    case .formSheets: (500, .count, "一份工作簿里的表", "sheets of a workbook")
    case .formCells:
      (600_000, .count, "一份工作簿里填了内容的单元格，各表合计", "cells of a workbook with something in them, of all sheets")
    case .formText: (4 << 20, .bytes, "一份工作簿里单元格的文字，各表合计", "texts of a workbook's cells, of all sheets")
    case .sheetBytes: (128 << 20, .bytes, "工作簿里的一张表，解压以后", "a sheet of a workbook, inflated")
    case .sheetCells: (4_000_000, .count, "一张表的单元格", "cells of a sheet")
    case .listedObjects: (10_000, .count, "一份填报表里的对象，各明细表合计", "objects of a form, of all its lists")
    case .archiveBytes: (2 << 30, .bytes, "一个压缩包", "an archive")
    case .archiveMembers: (100_000, .count, "一个压缩包里的文件", "files in an archive")
    case .archiveRatio:
      (250, .count, "压缩包里的文件解压后是压缩时的多少倍（32MB以上的）", "inflated bytes for each stored one, in members above 32 MB")
    case .attachmentBytes: (1 << 30, .bytes, "一份佐证", "an attachment")
    case .listBytes: (16 << 20, .bytes, "receipts.csv、contacts.csv", "receipts.csv, contacts.csv")
    case .listLines: (400_000, .count, "同上，行", "the same, lines")
    case .planBytes: (16 << 20, .bytes, "计划文件及其原文", "a plan file, and its document")
    case .planEntries: (1_000_000, .count, "计划文件里的键、值和行", "keys, values and lines of a plan file")
    case .keyBytes: (64 << 10, .bytes, "签名密钥文件", "a signing key")
    case .shardBytes: (4 << 30, .bytes, "huizong partial 写出的部分", "a part that huizong partial wrote")
    case .inboxFiles: (2_000_000, .count, "一个收件文件夹里的文件", "files in an inbox")
    case .folderDepth: (16, .count, "收件文件夹里套几层文件夹", "folders within folders of an inbox")
    case .convertSeconds:
      (90, .seconds, "由 LibreOffice 转换一份旧格式文件，时间", "time that LibreOffice gets for an older workbook")
    case .convertProcessorSeconds: (60, .seconds, "同上，处理器时间", "the same, of a processor")
    case .convertMemory: (2 << 30, .bytes, "同上，内存", "the same, memory")
    case .convertProcesses: (4096, .count, "同上，进程和线程", "the same, processes and threads")
    }
  }

  public var standard: Int { entry.value }
  public var measure: Measure { entry.measure }

  /// Returns what it limits.
  public func subject(_ language: Language) -> String { language(entry.chinese, entry.english) }

  /// Returns a value of the limit with its unit.
  public func text(_ value: Int) -> String {
    switch measure {
    case .bytes: ByteSize.text(value)
    case .seconds: "\(value)s"
    case .count: "\(value)"
    }
  }
}

/// The limits that hold in a run.
public struct InputLimits: Hashable, Sendable {
  private var changed: [InputLimit: Int] = [:]

  public static let standard = InputLimits()

  /// All as they stand in the table.
  public init() {}

  public subscript(limit: InputLimit) -> Int {
    get { changed[limit] ?? limit.standard }
    set { changed[limit] = newValue }
  }

  /// Why a text changes no limit.
  public enum Fault: Error, Hashable, Sendable {
    case unknownName(String)
    /// A text that is no value of the limit: a whole number above 0, of bytes also with KB, MB or GB.
    case noValue(InputLimit, String)
  }

  /// Takes changes as they are typed: `formBytes=200MB,folderDepth=20`.
  public mutating func take(_ text: String) throws(Fault) {
    for part in text.split(separator: ",") {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard let limit = InputLimit(rawValue: pair[0]) else { throw .unknownName(pair[0]) }
      let typed = pair.count == 2 ? pair[1] : ""
      let value = limit.measure == .bytes ? ByteSize.bytes(typed) : Int(typed)
      guard let value, value > 0 else { throw .noValue(limit, typed) }
      self[limit] = value
    }
  }

  /// What a workbook that somebody sent in may ask for.
  var reading: ReadLimits {
    var limits = ReadLimits.standard
    limits.fileBytes = self[.formBytes]
    limits.sheets = self[.formSheets]
    limits.partBytes = self[.sheetBytes]
    limits.cells = self[.sheetCells]
    limits.snapshotCells = self[.formCells]
    limits.snapshotTextBytes = self[.formText]
    // A spreadsheet program has 64,000 formats at most; who has more comments, merged cells or names sends no form.
    limits.listItems = 100_000
    // As much as a list of 100,000 entries takes.
    limits.packageListBytes = 32 << 20
    limits.snapshotItems = 100_000
    limits.formatBytes = 8 << 10
    // Of a form some few sheets are read, each once, and one of them at most is large.
    limits.totalBytes = self[.sheetBytes] + 32 << 20
    // Twice as many as the cells that may hold one.
    limits.sharedStrings = max(1_000_000, 2 * self[.formCells])
    return limits
  }

  /// What a plan file may ask for.
  public var plan: PlanReader.Limits {
    var limits = PlanReader.Limits()
    limits.bytes = self[.planBytes]
    limits.entries = self[.planEntries]
    return limits
  }

  /// Our names for the reader's limits, in a workbook and in an archive.
  private static let names: [Bool: [String: InputLimit]] = [
    false: [
      "fileBytes": .formBytes, "sheets": .formSheets, "snapshotCells": .formCells, "snapshotTextBytes": .formText,
      "partBytes": .sheetBytes, "cells": .sheetCells,
    ],
    true: [
      "fileBytes": .archiveBytes, "entries": .archiveMembers, "ratio": .archiveRatio, "partBytes": .attachmentBytes,
    ],
  ]

  /// Returns the reason of an error with the name of the limit that `--limits` changes, where it is one.
  static func named(_ reason: String, isArchive: Bool = false) -> String {
    guard let name = reason.split(separator: " ").first, let limit = names[isArchive]?[String(name)] else {
      return reason
    }
    return limit.rawValue + reason.dropFirst(name.count)
  }

  /// Returns an error whose reason has that name.
  static func named(_ error: XLSXReadError, isArchive: Bool = false) -> XLSXReadError {
    guard error.code == .limitExceeded else { return error }
    return XLSXReadError(
      error.code, part: error.part, offset: error.offset, reason: named(error.reason, isArchive: isArchive))
  }

  /// What an archive of submissions may ask for; a member is bounded before it is inflated.
  var archive: ReadLimits {
    var limits = ReadLimits.standard
    limits.fileBytes = self[.archiveBytes]
    limits.entries = self[.archiveMembers]
    limits.ratio = self[.archiveRatio]
    limits.partBytes = max(self[.formBytes], self[.attachmentBytes])
    limits.totalBytes = Int.max
    return limits
  }
}

/// Numbers of bytes as people write them.
enum ByteSize {
  private static let units: [(name: String, bytes: Int)] = [("GB", 1 << 30), ("MB", 1 << 20), ("KB", 1 << 10)]

  static func text(_ bytes: Int) -> String {
    guard let unit = units.first(where: { $0.bytes <= bytes }) else { return "\(bytes)B" }
    let tenths = (bytes * 10 + unit.bytes / 2) / unit.bytes
    return tenths.isMultiple(of: 10) ? "\(tenths / 10)\(unit.name)" : "\(tenths / 10).\(tenths % 10)\(unit.name)"
  }

  /// Reads `64MB`, `64 mb` or a number of bytes.
  static func bytes(_ text: String) -> Int? {
    let text = text.uppercased().filter { $0 != " " }
    let unit = units.first { text.hasSuffix($0.name) }
    let digits = unit.map { text.dropLast($0.name.count) } ?? text[...]
    guard let number = Int(digits), number >= 0 else { return nil }
    let (bytes, overflows) = number.multipliedReportingOverflow(by: unit?.bytes ?? 1)
    return overflows ? nil : bytes
  }
}
