public import Consolidation
public import Forms
import LedgerStore
public import PlanModel

/// `huizong partial` and `huizong merge`: a large inbox is read by several machines, and their parts are joined.
public struct PartialJob: Sendable {
  public let plan: OpenPlan
  public let period: Period
  public let inbox: String
  public let historyFolders: [String]
  public let received: CivilDate?
  public let shard: InboxShard?
  public let workers: Int
  var converter: LegacyConverter? = .installed

  /// - Parameters:
  ///   - received: the day for files that no `receipts.csv` names.
  ///   - shard: which part of the inbox; `nil` reads all of it.
  public init(
    plan: OpenPlan, period: Period, inbox: String, history: [String], received: CivilDate? = nil,
    shard: InboxShard? = nil, workers: Int
  ) throws(JobError) {
    self.plan = plan
    self.period = try plan.due(period)
    self.inbox = inbox
    historyFolders = history
    self.received = received
    self.shard = shard
    self.workers = workers
  }

  /// Reads the part of the inbox.
  ///
  /// - Parameter saying: called with what is wrong with the lists of receipts, where anything is.
  public func run(
    saying: ([ReceiptBook.Problem]) -> Void = { _ in },
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) async throws(JobError) -> PartialPeriod {
    let folder = try Inbox(folder: inbox, limits: plan.limits)
    let receipts = ReceiptBook(folder, otherwise: received, year: plan.plan.year, limits: plan.limits)
    if !receipts.problems.isEmpty { saying(receipts.problems) }
    return try await FolderSource(
      plan: plan, period: period, inbox: folder, receipts: receipts,
      earlier: EarlierFolders(folders: historyFolders, plan: plan, workers: workers), workers: workers,
      converter: converter, shard: shard
    ).part(progress: progress)
  }

  /// Reads a part from its file.
  ///
  /// - Parameter key: must have sealed a part that it proved; `nil` takes a part for what it says.
  public static func read(_ path: String, key: SigningKey?) throws(JobError) -> PartialPeriod {
    // What is none is not read to its end: a part may be large.
    if let head = try? FileAccess.head(path, count: 2), !head.isEmpty, head != Array("{\"".utf8) {
      throw JobError(.part(.notOurs), path)
    }
    let bytes = try FileAccess.file(path, .shardBytes, .standard)
    do throws(PartialFile.Problem) {
      return try PartialFile.period(of: bytes, key: key)
    } catch {
      throw JobError(.part(error), path)
    }
  }

  /// Returns the first part that is not as most are, or as the plan is; of two the later one.
  private static func odd(
    in paths: [String], _ difference: PartialError.Difference, plan: String?, otherwise: String
  ) -> String {
    let values = paths.map { path -> String in
      guard let basis = (try? read(path, key: nil))?.basis else { return "" }
      return switch difference {
      case .period: basis.period.description
      case .plan: basis.plan
      case .history, .key: basis.history
      }
    }
    let counts = Dictionary(values.map { ($0, 1) }, uniquingKeysWith: +)
    let most = counts.values.max() ?? 0
    let right =
      difference == .plan && plan.map { counts[$0] != nil } == true
      ? plan : counts.values.count { $0 == most } == 1 ? counts.first { $0.value == most }?.key : nil
    guard let right, let place = values.firstIndex(where: { $0 != right }) else { return otherwise }
    return paths[place]
  }

  /// Joins the parts in these files.
  ///
  /// - Parameters:
  ///   - key: must have sealed the parts whose forms were proved: what is joined is sealed anew.
  ///   - plan: SHA-256 of the plan file, where it is known.
  public static func merge(
    _ paths: [String], key: SigningKey?, plan: String? = nil
  ) throws(JobError) -> PartialPeriod? {
    var whole: PartialPeriod?
    var unproved: String?
    for path in paths {
      let part = try read(path, key: key)
      if !part.basis.isProved, unproved == nil { unproved = path }
      if part.basis.isProved {
        guard let key else { throw JobError(.part(.keyWanted), path) }
        guard part.basis.key == key.id else { throw JobError(.parts(.differentBasis(.key)), path) }
      }
      do throws(PartialError) {
        whole = try whole?.merging(part) ?? part
      } catch {
        switch error {
        // Beside parts that the key proves the other one is the odd one, wherever it stands.
        case .differentBasis(.key): throw JobError(.parts(error), unproved ?? path)
        case .differentBasis(let difference):
          throw JobError(.parts(error), odd(in: paths, difference, plan: plan, otherwise: path))
        default: throw JobError(.parts(error), path)
        }
      }
    }
    return whole
  }
}

extension PartialPeriod {
  /// Writes the part as a file that `huizong merge` and `huizong consolidate --partial` read.
  ///
  /// - Parameter key: with which its forms were proved; seals the file.
  public func write(to path: String, key: SigningKey?) throws(JobError) {
    let bytes: [UInt8]
    do {
      bytes = try PartialFile.lines(of: self, key: key)
    } catch {
      throw JobError(.cannotWrite, path, reason: "\(error)")
    }
    try FileAccess.write(bytes, to: path)
  }

  /// Returns the files for which several days of receipt are given, as faults of a list.
  public func dayFaults(path: String) -> [ReceiptBook.Problem] {
    disputedDays.sorted { $0.key < $1.key }.map { key, days in
      ReceiptBook.Problem(list: FileAccess.name(of: path), line: 0, kind: .daysOfParts(key.name, days.sorted()))
    }
  }

  /// Files in the part, a file with several forms counted once.
  var filesSeen: Int { Set(files.keys.map { [$0.name, $0.digest] }).count }
}

extension OpenPlan {
  /// Refuses what was read for another period or by another plan, and of which shards are missing.
  func admit(_ part: PartialPeriod, period: Period, from path: String) throws(JobError) {
    let (basis, digest) = (part.basis, try digest())
    if basis.period != period { throw JobError(.parts(.differentBasis(.period)), path) }
    if basis.plan != digest { throw JobError(.parts(.differentBasis(.plan)), path) }
    // What nobody, or somebody else, has proved is not taken for proved.
    if let key, !basis.isProved || basis.key.map({ $0 != key.id }) == true {
      throw JobError(.parts(.differentBasis(.key)), path)
    }
    guard part.incomplete.isEmpty else { throw JobError(.parts(.incomplete(part.incomplete)), path) }
  }
}
