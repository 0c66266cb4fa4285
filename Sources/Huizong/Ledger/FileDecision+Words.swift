import LedgerStore
import PlanModel

extension FileDecision {
  /// Returns what was decided about a file, in a word.
  func words(_ language: Language) -> String {
    switch self {
    case .accepted: language("计入", "counts")
    case .returned: language("退回", "returned")
    case .superseded: language("被替代", "superseded")
    case .withdrawn: language("撤回", "withdrawn")
    case .restored: language("恢复", "restored")
    case .chosen: language("选定", "chosen")
    }
  }
}
