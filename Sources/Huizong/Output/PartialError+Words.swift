import Consolidation
import LedgerStore
import PlanModel

extension [InboxSplit] {
  /// Shards that are named; of more the number is.
  private static let mostNamed = 20

  /// Returns which shards are missing, without a full stop.
  func missingWords(_ language: Language) -> String {
    let splits = map { split in
      let missing = split.missing
      let named = missing.prefix(Self.mostNamed).map(String.init).joined(separator: language("、", ", "))
      let isCut = missing.count > Self.mostNamed
      return language(
        "缺第\(named)\(isCut ? "等\(missing.count)" : "")份（共\(split.count)份）",
        "shards \(named)\(isCut ? " …, \(missing.count) in all," : "") of \(split.count) are missing")
    }
    let missing = splits.joined(separator: language("；", "; "))
    guard count > 1 else { return missing }
    return missing
      + language(
        "（各机器收件文件夹里的文件名不一样，分出来的合不成一整份）",
        " (the machines' inboxes hold other file names, so that their shards do not fit)")
  }
}

extension PartialFile.Problem {
  func message(_ path: String, _ language: Language) -> String {
    switch self {
    case .notOurs:
      language(
        "“\(path)”不是 huizong partial 或 merge 写出的文件，请核对路径。",
        "“\(path)” was not written by huizong partial or merge: check the path.")
    case .newer:
      language(
        "“\(path)”是更新版本的 huizong 写出的，请升级本机的 huizong。",
        "“\(path)” was written by a newer huizong: update the one on this machine.")
    case .damaged(let line):
      language(
        "“\(path)”不完整（第\(line)行），请重新拷贝，或重新执行写出它的命令。",
        "“\(path)” is not as it was written (line \(line)): copy it again, or run again what wrote it.")
    case .notSealed:
      language(
        "“\(path)”写着表是用密钥核验过的，文件本身却没有用这把密钥封存：被改过，或是旧版本写出的；请重新执行 huizong partial。",
        "“\(path)” says that its forms were proved with the key, which did not seal it: it was altered, or an older version wrote it. Run huizong partial again."
      )
    case .keyWanted:
      language(
        "“\(path)”里的表是用密钥核验过的，合并时要凭同一把密钥核对；请加 --plan 或 --key。",
        "the forms in “\(path)” were proved with a key, by which the part is proved before it is merged: name --plan or --key."
      )
    }
  }
}

extension PartialError {
  func message(_ path: String, _ language: Language) -> String {
    switch self {
    case .differentBasis(.period):
      language("“\(path)”是另一期的，不能合在一起。", "“\(path)” is of another period and cannot be joined.")
    case .differentBasis(.plan):
      language(
        "“\(path)”是按另一份计划文件读的；请各机器用同一份计划文件重新执行 huizong partial。",
        "“\(path)” was read by another plan file: run huizong partial with the same one everywhere.")
    case .differentBasis(.history):
      language(
        "“\(path)”对照的前几期报送件（--history）不一样；请各机器用同样的文件夹重新执行 huizong partial。",
        "“\(path)” was compared with other earlier submissions (--history): run huizong partial with the same folders everywhere."
      )
    case .differentBasis(.key):
      language(
        "“\(path)”不是用同一把签名密钥核验的，或者没有核验；请各机器放上同一把密钥重新执行 huizong partial，确要不核验就做，请加 --without-key。",
        "“\(path)” was not proved by the same signing key, or by none. Run huizong partial with the same key everywhere, or go on with --without-key."
      )
    case .differentReading(let file):
      language(
        "“\(path)”和前面的对“\(file)”读得不一样（例如有一台没有装 LibreOffice）；请用一台机器重读这个文件。",
        "“\(path)” and those before it read “\(file)” differently (one machine may lack LibreOffice): have one machine read it."
      )
    case .differentSplit(let own, let other):
      language(
        "“\(path)”是把收件分成\(other)份读的，前面的分成\(own)份，合不成一整份；请按同样的份数（--shard）重新执行 huizong partial。",
        "“\(path)” is of an inbox dealt into \(other) shards, and those before it of \(own): run huizong partial with the same number (--shard) everywhere."
      )
    case .incomplete(let splits):
      language(
        "“\(path)”不全：\(splits.missingWords(.chinese))；请补齐，用 huizong merge 合并以后再汇总。",
        "“\(path)” is not whole: \(splits.missingWords(.english)). Have them read, and merge them, before consolidating."
      )
    }
  }
}
