import PlanModel
import Validation

/// What a cell was understood to say, and what was done or noticed on the way.
struct CellInterpretation: Hashable {
  /// Something about the cell that somebody should hear of.
  struct Remark: Hashable {
    let rule: BuiltInRule
    var value: String?
    var expected: String?
  }

  var figure: Figure
  var normalizations: [FigureOrigin.Normalization] = []
  var remarks: [Remark] = []

  static let blank = CellInterpretation(figure: .blank)

  static func unreadable(_ rule: BuiltInRule, value: String? = nil, expected: String? = nil) -> CellInterpretation {
    CellInterpretation(figure: .blank, remarks: [Remark(rule: rule, value: value, expected: expected)])
  }
}
