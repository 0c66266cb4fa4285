import OfficeStyle
import PlanModel
import SpreadsheetML
import Validation

/// One line of 退回意见: a finding, or several that say the same, with where they stand in the return.
struct ReturnItem {
  let number: Int
  let grade: Finding.Grade
  /// Cells of the return, in the order of the form; empty if the whole file is meant.
  let targets: [ReturnTarget]
  /// The sheet of the file that came in, and cells there, of what has no place in the return.
  let origin: (sheet: String, cells: [String])?
  /// Indicator and column: `适老化改造 / 累计完成`.
  let subject: String
  /// What stood there.
  let reported: String
  let words: FindingWords

  /// How every comment of ours begins.
  static let beginning = "退回"

  /// A line of a cell's comment.
  var line: String { "\(Self.beginning)\(number)（\(grade.chinese)）：\(words.sentence())" }
}

/// A cell of the return.
struct ReturnTarget: Hashable {
  enum Place: Hashable {
    case form(FormContents.Place)
    case signing(FormContents.SigningEntry)
    case list(FormContents.ListPlace)
    case review(FormContents.ReviewPlace)
  }

  let place: Place
  let sheet: String
  let cell: CellReference

  var text: String { "\(sheet)!\(cell.a1)" }
}

extension Finding.Grade {
  /// How a return marks it.
  var mark: FindingMark {
    switch self {
    case .error: .required
    case .warning: .verify
    case .notice: .notice
    }
  }
}
