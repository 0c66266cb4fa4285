import PlanModel

/// Where a finding points: cells, what stands there, and what the columns are called.
struct FindingSpots {
  struct Spot {
    let name: String
    let column: FormColumn?
    let figure: Figure
    let origin: FigureOrigin?
    /// What stood there; `nil` where nothing did.
    let text: String?
  }

  let spots: [Spot]

  /// The cells of a row that a rule names, the cell to be filled by default.
  init(of rule: RuleSource, in context: RowContext) {
    let wanted = rule.at.isEmpty ? [.entry] : rule.at
    spots = Self.silent(wanted.map { Self.spot($0, context) })
  }

  init(of rule: RuleSource, in form: CheckedForm) {
    spots = Self.silent(rule.at.map { Self.spot($0, form) })
  }

  /// Returns those of several places that say nothing; all of them if each says something.
  private static func silent(_ spots: [Spot]) -> [Spot] {
    guard spots.count > 1 else { return spots }
    let silent = spots.filter { saysNothing($0.figure) }
    return silent.isEmpty ? spots : silent
  }

  private static func saysNothing(_ figure: Figure) -> Bool {
    switch figure {
    case .text(let text): !text.contains { $0.isLetter || $0.isNumber } || text == "无" || text == "没有"
    case .blank, .nilReturn, .notApplicable: true
    case .decimal, .date: false
    }
  }

  private static func spot(_ spot: RuleSource.Spot, _ context: RowContext) -> Spot {
    let row = context.row
    func cell(_ column: FormColumn, _ entry: Submission.Entry) -> Spot {
      let text = entry.origin?.text
      return Spot(
        name: column.chinese, column: column, figure: entry.figure, origin: entry.origin,
        text: text?.isEmpty == true ? nil : text)
    }
    switch spot {
    case .previous: return cell(.previous, row.previous)
    case .current: return cell(.current, row.current)
    case .cumulative: return cell(.cumulative, row.cumulative)
    case .entry: return cell(context.entryColumn, context.entry)
    case .progress: return cell(.progress, row.progress)
    case .problems: return cell(.problems, row.problems)
    case .nextSteps: return cell(.nextSteps, row.nextSteps)
    case .explanation: return cell(.explanation, row.explanation)
    case .target: return cell(.target, .absent)
    case .allocation: return cell(.allocation, row.allocation)
    case .rate: return cell(.rate, .absent)
    case .pace: return cell(.pace, .absent)
    case .preparer, .reviewer, .phone, .signedOn: return Self.spot(spot, context.form)
    }
  }

  private static func spot(_ spot: RuleSource.Spot, _ form: CheckedForm) -> Spot {
    let signature = form.submission.signature
    let text: String =
      switch spot {
      case .preparer: signature.preparer
      case .reviewer: signature.reviewer
      case .phone: signature.phone
      case .signedOn: signature.date?.description ?? ""
      default: ""
      }
    return Spot(
      name: spot.chinese, column: nil, figure: text.isEmpty ? .blank : .text(text),
      origin: signature.places[spot.chinese],
      text: text.isEmpty ? nil : text)
  }
}
