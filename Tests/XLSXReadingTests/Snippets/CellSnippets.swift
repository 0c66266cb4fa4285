import SpreadsheetML
import TestSupport
import Testing
import XLSXReading

/// `GettingCells.md`, compiled and run.
@Suite struct CellSnippets {
  @Test func `a cell is had by the names of its sheet and place`() async throws {
    try await ExampleFile.at { path in
      // shown
      let workbook = try Workbook(path: path)
      let names = workbook.worksheets.map(\.name)
      let target = try workbook["填报表"]?["B3"]  // a CellValue, or nil
      // shown
      #expect(names == ["填报表", "说明"])
      #expect(target == .number(120))
      #expect(try workbook["填报表"]?["B9"] == nil)
      #expect(workbook["没有"] == nil)
    }
  }

  @Test func `a value is of one of seven kinds`() throws {
    // shown
    func words(for value: CellValue?) -> String {
      switch value {
      case .number(let number): "the number \(number)"
      case .string(let text): "the text \(text)"
      case .boolean(let flag): flag ? "TRUE" : "FALSE"
      case .error(let text): "the error \(text)"  // #DIV/0!
      case .date(let moment): "the day \(moment.day)"  // and moment.time
      case .time(let time): "the time \(time)"
      case .duration(let elapsed): "\(elapsed.milliseconds) ms"
      case nil: "nothing"
      }
    }
    // shown
    let sheet = try #require(try Workbook(bytes: ExampleFile.parts.bytes)["填报表"])
    #expect(
      try ["A2", "B3", "C3", "D3"].map { words(for: try sheet[$0]) } == [
        "the text 责任单位", "the number 120.0", "the day 2024-01-31", "nothing",
      ])
  }

  @Test func `a snapshot has the sheet and what stands around its cells`() throws {
    let workbook = try Workbook(bytes: ExampleFile.parts.bytes)
    var lines: [String] = []
    // shown
    guard let form = try workbook["填报表"]?.snapshot() else { return }
    for cell in form.cells where cell.isFormula {
      lines.append("\(cell.reference) = \(cell.formula ?? "")")
    }
    let title = form.mergedRange(at: CellReference(row: 0, column: 3))
    let isHidden = form.isRowHidden(3)  // rows and columns count from 0
    // shown
    #expect(lines == ["B5 = SUM(B3:B4)"])
    #expect(title?.a1 == "A1:D1")
    #expect(isHidden)
  }

  @Test func `a snapshot goes to another task`() async throws {
    try await ExampleFile.at { path in
      // shown
      let form = try Workbook(path: path)["填报表"]?.snapshot()
      let sum = Task.detached { form?["B5"]?.rawNumber }
      // shown
      #expect(await sum.value == 200.5)
    }
  }

  @Test func `properties and names are the workbook's`() async throws {
    var parts = ExampleFile.parts
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"]?.replacing(
      "</workbook>",
      with: "<definedNames><definedName name=\"总数\">填报表!$B$5</definedName></definedNames></workbook>")
    try await ExampleFile.at(parts) { path in
      // shown
      let workbook = try Workbook(path: path)
      let program = workbook.properties.application  // as in Microsoft Excel
      let total = workbook.definedNames.first { $0.name == "总数" }?.formula
      let visible = workbook.worksheets.filter { $0.state == .visible }
      // shown
      #expect(program == nil)
      #expect(total == "填报表!$B$5")
      #expect(visible.count == 2)
    }
  }
}
