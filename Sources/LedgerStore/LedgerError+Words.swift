public import PlanModel

extension LedgerError {
  /// Returns one sentence that says what is wrong and what to do.
  public func message(in language: Language) -> String {
    let why = reason.isEmpty ? "" : language("（\(reason)）", " (\(reason))")
    switch code {
    case .missing:
      return language(
        "没有“\(path)”这个台账；第一次用 huizong consolidate --ledger 时生成。",
        "there is no ledger “\(path)”; huizong consolidate --ledger makes it on first use.")
    case .notALedger:
      return language(
        "“\(path)”不是 huizong 的台账，或已损坏\(why)；请核对路径，损坏的请换回备份。",
        "“\(path)” is no ledger of huizong, or is damaged\(why): check the path, or put back the backup.")
    case .folder:
      return language(
        "“\(path)”是文件夹，不是台账；请写明台账的文件名。", "“\(path)” is a folder, no ledger: give the name of the ledger's file.")
    case .special:
      return language(
        "“\(path)”是管道、套接字、设备或断开的链接，不是台账，没有打开；请写明台账的文件名。",
        "“\(path)” is a pipe, a socket, a device or a broken link, no ledger, and was not opened: give the name of the ledger's file."
      )
    case .sideFile:
      return language(
        "“\(path)”这个名字是台账运行时用的，现有的不是台账自己的文件（可能是链接、管道，或别的文件），没有动它；请把它移走或改名，再运行。",
        "the name “\(path)” is one that a ledger uses while it is worked on; what is there is none of its own (a link, a pipe, another file?) and was not touched: move it away and run again."
      )
    case .empty:
      return language(
        "“\(path)”是空文件，不是台账：多半是复制或写盘没有做完。请换回备份；从来没有用过的，删掉它再运行，会生成新的。",
        "“\(path)” is an empty file: most likely a copy that was cut short. Put back the backup; if it was never used, delete it, and a new one is made."
      )
    case .brokenSeal(let seq):
      return language(
        "台账“\(path)”第\(seq)条记录与密钥封存的不符：台账被改过或损坏。什么也没有写；请用 huizong ledger verify 核对，换回备份。",
        "event \(seq) of ledger “\(path)” is not what the key sealed: it was altered or damaged. Nothing was written; see huizong ledger verify, and put back the backup."
      )
    case .newer:
      return language(
        "台账“\(path)”是更新版本的 huizong 写的，请升级后再用；台账没有改动。",
        "ledger “\(path)” was written by a later version of huizong: update it; the ledger is unchanged.")
    case .full:
      return language(
        "磁盘已满，台账“\(path)”没有写完的部分已撤回，请清理后重来。",
        "the disk is full; what was not whole in ledger “\(path)” is taken back: make room and run again.")
    case .readOnly:
      return language(
        "台账“\(path)”不能写\(why)，请检查文件夹和权限。", "ledger “\(path)” cannot be written\(why): check folder and permissions.")
    case .busy:
      return language(
        "另一个 huizong 正在写台账“\(path)”，请稍后再试。", "another huizong is writing ledger “\(path)”: try again later.")
    case .damaged:
      return language(
        "台账“\(path)”里有读不懂的记录\(why)，被改过或损坏了：请用 huizong ledger verify 核对，换回备份。",
        "ledger “\(path)” holds what cannot be understood\(why); it was altered or damaged: see huizong ledger verify, and put back the backup."
      )
    case .unreadableEvent(let seq):
      return language(
        "台账“\(path)”第\(seq)条记录读不懂，请用 huizong ledger verify 核对。",
        "event \(seq) of ledger “\(path)” cannot be understood: see huizong ledger verify.")
    case .other:
      return language(
        "台账“\(path)”出错\(why)；已记下的没有动，请重来一次，仍不行的用 huizong ledger verify 核对。",
        "ledger “\(path)” failed\(why); what it holds is unchanged: try again, and if it still fails prove it by huizong ledger verify."
      )
    }
  }
}
