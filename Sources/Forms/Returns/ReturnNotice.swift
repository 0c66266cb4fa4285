import OfficeStyle
public import PlanModel
import SpreadsheetML
import Validation

/// What a return says: the findings that still ask something of the unit, worst first, each with its cell.
public struct ReturnNotice: Sendable {
  /// The file that is returned, as messages name it.
  public let file: String
  /// The last day for the mended form; `nil` where none is set.
  public let dueBy: CivilDate?
  let items: [ReturnItem]
  let accounting: CellAccounting?

  /// - Parameters:
  ///   - form: what was read; `nil` for a file that could not be read as a form.
  ///   - findings: of the file, open ones and notices; others are left out.
  init(
    file: String, form: ReadForm?, layout: FormLayout, findings: [Finding], rules: RuleCatalogue, dueBy: CivilDate?
  ) {
    self.file = file
    self.dueBy = dueBy
    accounting = form?.accounting
    let places = ReturnPlaces(layout: layout, submission: form?.submission)
    var targets: [String: ReturnTarget] = [:]
    var moved: [Finding] = []
    for finding in findings where finding.isOpen {
      let own = places.targets(of: finding)
      for target in own { targets[target.text] = target }
      // What has no place in the return keeps the one in the file that came in.
      moved.append(own.isEmpty ? finding : finding.moved(to: own.map(\.text)))
    }
    let merged = FindingWords.merged(moved).enumerated().sorted {
      ($0.element.grade, $0.offset) < ($1.element.grade, $1.offset)
    }.map(\.element)
    items = merged.enumerated().map { index, finding in
      let own = finding.cells.compactMap { targets[$0] }
      return ReturnItem(
        number: index + 1, grade: finding.grade, targets: own,
        origin: own.isEmpty ? finding.sheet.map { ($0, finding.cells) } : nil,
        subject: Self.subject(finding, own, layout),
        reported: finding.text ?? Self.reported(own, form?.submission),
        // The unit's own file: nothing in it is masked.
        words: FindingWords(finding, rules: rules, masking: false))
    }
  }

  /// Returns what stands in the first of a point's cells, where the finding does not quote it: of a long text the
  /// beginning.
  private static func reported(_ targets: [ReturnTarget], _ submission: Submission?) -> String {
    guard let first = targets.first else { return "—" }
    guard case .form(let place) = first.place,
      let text = submission?.row(place.code)?.entry(place.column).origin?.text, !text.isEmpty
    else { return "（空白）" }
    return text.count > 60 ? "\(text.prefix(60))……（共\(text.count)字）" : text
  }

  /// Returns how many points of a grade there are.
  public func count(_ grade: Finding.Grade) -> Int { items.count { $0.grade == grade } }

  /// Returns what the unit has to do something about, a line each, with the cells of the return:
  /// `1. 适老化改造／累计完成（填报表!J7）：“若干”不是数字，请只填数字。`
  public func lines() -> [String] {
    items.filter { $0.grade != .notice }.map { item in
      let cells =
        if let origin = item.origin {
          "（\(Self.original)\(Self.cells(origin.sheet, origin.cells, atMost: 4))）"
        } else {
          item.targets.isEmpty ? "" : "（\(Self.cells(item.targets[0].sheet, item.targets.map(\.cell.a1), atMost: 4))）"
        }
      return "\(item.number). \(item.subject)\(cells)：\(item.words.sentence())"
    }
  }

  /// How a place begins that is one of the file that came in.
  public static let original = "原件"

  /// Returns the cells, `填报表!J7、J8`; of many the first ones, and how many there are.
  static func cells(_ sheet: String, _ cells: [String], atMost most: Int, separator: String = "!") -> String {
    guard !cells.isEmpty else { return sheet }
    let shown = cells.prefix(most).joined(separator: "、")
    return "\(sheet)\(separator)\(shown)\(cells.count > most ? "等\(cells.count)格" : "")"
  }

  /// The sheets of the return in which the marked cells are, in the order of the points.
  var sheets: [String] {
    var seen: Set<String> = []
    return items.filter { $0.grade != .notice }.flatMap(\.targets).map(\.sheet).filter { seen.insert($0).inserted }
  }

  /// True if a point is about something that has no place in the return.
  public var isIncomplete: Bool { items.contains { $0.grade != .notice && $0.origin != nil } }

  /// Returns what a point is about, `适老化改造／累计完成`; several indicators are counted.
  private static func subject(_ finding: Finding, _ targets: [ReturnTarget], _ layout: FormLayout) -> String {
    var codes: [String] = []
    var columns: [String] = []
    for target in targets {
      switch target.place {
      case .signing(let entry): return "签署／\(entry.rawValue)"
      case .list(let place): return "\(target.sheet)／\(place.column.chinese)"
      case .review(let place): return "\(target.sheet)／\(place.column.chinese)"
      case .form(let place):
        if !codes.contains(place.code) { codes.append(place.code) }
        if !columns.contains(place.column.chinese) { columns.append(place.column.chinese) }
      }
    }
    switch codes.count {
    case 0: return finding.column ?? finding.sheet ?? "整个文件"
    case 1: return "\(layout.row(codes[0])?.indicator ?? "")／\(columns.joined(separator: "、"))"
    default: return "\(codes.count)项指标／\(columns.joined(separator: "、"))"
    }
  }

  /// The marks on the cells, one comment line for each finding.
  var marks: [ReturnTarget.Place: FormContents.Mark] {
    var marks: [ReturnTarget.Place: FormContents.Mark] = [:]
    // Worst first: the first finding of a cell decides how it looks.
    for item in items {
      for target in item.targets {
        marks[target.place, default: .init(kind: item.grade.mark, lines: [])].lines.append(item.line)
      }
    }
    return marks
  }

  /// The numbers of the findings about each row, by code.
  var numbers: [String: [Int]] {
    var numbers: [String: [Int]] = [:]
    for item in items {
      for target in item.targets {
        guard case .form(let place) = target.place, numbers[place.code]?.last != item.number else { continue }
        numbers[place.code, default: []].append(item.number)
      }
    }
    return numbers
  }
}

extension Finding {
  fileprivate func moved(to cells: [String]) -> Finding {
    Finding(
      id: id, rule: rule, grade: grade, resolution: resolution, unit: unit, file: file, cells: cells,
      indicator: indicator, column: column, text: text, value: value, expected: expected, difference: difference)
  }
}
