import PlanModel
import Testing

@Suite struct PackedRowTests {
  private let sheet = FigureOrigin.Source(file: "东.xlsx", digest: "d", sheet: "填报表")

  private func cell(_ figure: Figure, _ name: String, _ text: String = "", on source: FigureOrigin.Source? = nil)
    -> Submission.Entry
  {
    Submission.Entry(figure: figure, origin: FigureOrigin(source: source ?? sheet, cell: name, text: text))
  }

  @Test func `a row gives back every cell as it was`() {
    var cells = Submission.Row.Cells()
    cells.allocation = cell(.blank, "F7")
    cells.previous = cell(.decimal(12), "H7", "12")
    cells.cumulative = cell(.blank, "AB7")
    // Blank, and yet more than a place in this row of this sheet.
    cells.current = cell(.blank, "I8")
    cells.progress = cell(.blank, "M7", "  ")
    cells.problems = cell(.blank, "N7", on: FigureOrigin.Source(file: "西.xlsx", digest: "e", sheet: "填报表"))
    cells.nextSteps = cell(.blank, "o07")
    let row = Submission.Row(code: "1-01", cells: cells)
    #expect(row.cells == cells && row.explanation == .absent)
    #expect(row == Submission.Row(code: "1-01", cells: cells) && row != Submission.Row(code: "1-02", cells: cells))
  }
}
