extension Submission {
  /// One indicator's row.
  ///
  /// Copies share the cells: a figure in a summary costs no second copy of what the form said. Most cells of most forms
  /// are blank, and of those the row remembers only where they stand.
  public struct Row: Hashable, Sendable {
    /// What the form says in each column.
    public struct Cells: Hashable, Sendable {
      /// 本单位分解数 as the form has it printed, of whatever revision of the plan.
      public var allocation = Entry.absent
      /// 上期累计.
      public var previous = Entry.absent
      /// 本期完成.
      public var current = Entry.absent
      /// 累计完成.
      public var cumulative = Entry.absent
      /// 进展情况, as written.
      public var progress = Entry.absent
      /// 存在问题, as written.
      public var problems = Entry.absent
      /// 下一步措施, as written.
      public var nextSteps = Entry.absent
      /// 核实说明, as written.
      public var explanation = Entry.absent

      public init() {}
    }

    private let packed: PackedRow

    public init(code: String, cells: Cells) {
      packed = PackedRow(code: code, cells: cells)
    }

    public init(
      code: String, allocation: Entry = .absent, previous: Entry = .absent, current: Entry = .absent,
      cumulative: Entry = .absent, progress: Entry = .absent, problems: Entry = .absent, nextSteps: Entry = .absent,
      explanation: Entry = .absent
    ) {
      var cells = Cells()
      (cells.allocation, cells.previous, cells.current, cells.cumulative) = (allocation, previous, current, cumulative)
      (cells.progress, cells.problems, cells.nextSteps) = (progress, problems, nextSteps)
      cells.explanation = explanation
      self.init(code: code, cells: cells)
    }

    /// The indicator's code.
    public var code: String { packed.code }

    public var cells: Cells {
      var cells = Cells()
      (cells.allocation, cells.previous, cells.current, cells.cumulative) = (allocation, previous, current, cumulative)
      (cells.progress, cells.problems, cells.nextSteps) = (progress, problems, nextSteps)
      cells.explanation = explanation
      return cells
    }

    public var allocation: Entry { packed[0] }
    public var previous: Entry { packed[1] }
    public var current: Entry { packed[2] }
    public var cumulative: Entry { packed[3] }
    public var progress: Entry { packed[4] }
    public var problems: Entry { packed[5] }
    public var nextSteps: Entry { packed[6] }
    public var explanation: Entry { packed[7] }

    /// Returns what stands in a column that a form's row has; an absent entry for every other column.
    public func entry(_ column: FormColumn) -> Entry {
      switch column {
      case .allocation: allocation
      case .previous: previous
      case .current: current
      case .cumulative: cumulative
      case .progress: progress
      case .problems: problems
      case .nextSteps: nextSteps
      case .explanation: explanation
      default: .absent
      }
    }

    /// Returns what stands in a column, as `entry(_:)` does; where it stands is not worked out, which costs more.
    public func figure(in column: FormColumn) -> Figure {
      switch column {
      case .allocation: packed.figure(0)
      case .previous: packed.figure(1)
      case .current: packed.figure(2)
      case .cumulative: packed.figure(3)
      case .progress: packed.figure(4)
      case .problems: packed.figure(5)
      case .nextSteps: packed.figure(6)
      case .explanation: packed.figure(7)
      default: .blank
      }
    }

    public static func == (left: Self, right: Self) -> Bool {
      left.packed === right.packed || (left.code == right.code && left.cells == right.cells)
    }

    public func hash(into hasher: inout Hasher) {
      hasher.combine(code)
      hasher.combine(cells)
    }
  }
}
