extension PlanTables {
  /// A cell, or a row where no cell is meant.
  public struct Place: Hashable, Sendable {
    public let section: Section
    /// Counted from 0; `nil` for the table as a whole.
    public let row: Int?
    public let column: String?

    public init(section: Section, row: Int?, column: String?) {
      self.section = section
      self.row = row
      self.column = column
    }
  }

  /// What is wrong with the tables.
  public struct Problem: Hashable, Sendable {
    enum Kind: Hashable {
      /// Begins as YAML and is none.
      case malformed(String)
      /// An indicator of a task that there is not.
      case unknownTask(String)
      /// A row of the plan's values without key, or with a key for the second time.
      case key(String)
      /// As the reader of plan files says it.
      case plan(PlanFileProblem)
    }

    /// `nil` where the plan as a whole is meant.
    public let place: Place?
    let kind: Kind
  }

  /// Returns the plan file that the tables make, and everything that is wrong with it.
  ///
  /// With problems the text is of no use. The rules of the plan are not looked at.
  public func written(limits: PlanReader.Limits = PlanReader.Limits()) -> (text: String, problems: [Problem]) {
    var writer = Writer(tables: self)
    writer.write()
    if !writer.problems.isEmpty { return (writer.text, writer.problems) }
    do throws(PlanFileError) {
      _ = try PlanReader(limits: limits).read(writer.text)
    } catch {
      return (
        writer.text, error.problems.map { Problem(place: writer.place(of: $0.path), kind: .plan($0)) }
      )
    }
    return (writer.text, [])
  }

  /// Makes the text line by line, and remembers which cell each value came from.
  private struct Writer {
    let tables: PlanTables
    private(set) var text = ""
    private(set) var problems: [Problem] = []
    private var places: [String: Place] = [:]

    init(tables: PlanTables) {
      self.tables = tables
    }

    private func table(_ section: Section) -> Table {
      tables.tables.first { $0.section == section } ?? Table(section: section, columns: [], rows: [])
    }

    mutating func write() {
      let reporting = writePlan()
      writeList(.units)
      writeTasks()
      for section in Section.allCases where ![.plan, .units, .tasks, .indicators].contains(section) {
        if !table(section).rows.isEmpty { writeList(section) }
      }
      if !reporting.isEmpty { text += "reporting:\n\(reporting)" }
    }

    /// - Returns: the lines below `reporting`, which come last.
    private mutating func writePlan() -> String {
      let table = table(.plan)
      var reporting = ""
      var seen: Set<String> = []
      for (index, row) in table.rows.enumerated() {
        let key = PlanCell.trimmed(row.first ?? "")
        guard !key.isEmpty, seen.insert(key).inserted else {
          report(.key(key), Place(section: .plan, row: index, column: "key"))
          continue
        }
        let place = Place(section: .plan, row: index, column: "value")
        places[key] = place
        guard let value = value(row.count > 1 ? row[1] : "", .plan, key, place) else { continue }
        if let inner = key.split(separator: ".", maxSplits: 1).dropFirst().first, key.hasPrefix("reporting.") {
          reporting += "  \(YAMLText.scalar(String(inner))): \(value)\n"
        } else {
          text += "\(YAMLText.scalar(key)): \(value)\n"
        }
      }
      places["reporting"] = Place(section: .plan, row: nil, column: nil)
      return reporting
    }

    private mutating func writeList(_ section: Section) {
      let table = table(section)
      text += table.rows.isEmpty ? "\(section.rawValue): []\n" : "\(section.rawValue):\n"
      for (index, row) in table.rows.enumerated() {
        let fields = fields(row, table, index, path: "\(section.rawValue)[\(index)]")
        text += "  - {\(fields.map { "\($0.name): \($0.value)" }.joined(separator: ", "))}\n"
      }
      places[section.rawValue] = Place(section: section, row: nil, column: nil)
    }

    private mutating func writeTasks() {
      let (tasks, indicators) = (table(.tasks), table(.indicators))
      let owner = indicators.columns.firstIndex(of: "task")
      let id = tasks.columns.firstIndex(of: "id")
      let owners = indicators.rows.map { row in owner.map { PlanCell.trimmed(row[$0]) } ?? "" }
      let ids = tasks.rows.map { row in id.map { PlanCell.trimmed(row[$0]) } ?? "" }
      for (index, own) in owners.enumerated() where own.isEmpty || !ids.contains(own) {
        report(.unknownTask(own), Place(section: .indicators, row: index, column: "task"))
      }
      text += tasks.rows.isEmpty ? "tasks: []\n" : "tasks:\n"
      var taken: Set<String> = []
      for (index, row) in tasks.rows.enumerated() {
        let path = "tasks[\(index)]"
        writeBlock(fields(row, tasks, index, path: path), indent: "  ")
        // Of two tasks with one id the first has the indicators; that there are two is found on reading.
        let isFirst = taken.insert(ids[index]).inserted
        let own = isFirst ? owners.indices.filter { owners[$0] == ids[index] } : []
        text += own.isEmpty ? "    indicators: []\n" : "    indicators:\n"
        places["\(path).indicators"] = Place(section: .tasks, row: index, column: nil)
        for (ordinal, place) in own.enumerated() {
          let inner = "\(path).indicators[\(ordinal)]"
          writeBlock(
            fields(indicators.rows[place], indicators, place, path: inner, without: "task"), indent: "      ")
        }
      }
      places["tasks"] = Place(section: .tasks, row: nil, column: nil)
    }

    /// Writes a map as an item of a list, a line for each field.
    private mutating func writeBlock(_ fields: [(name: String, value: String)], indent: String) {
      guard !fields.isEmpty else { return text += "\(indent)- {}\n" }
      for (index, field) in fields.enumerated() {
        text += "\(indent)\(index == 0 ? "- " : "  ")\(field.name): \(field.value)\n"
      }
    }

    private mutating func fields(
      _ row: [String], _ table: Table, _ index: Int, path: String, without: String? = nil
    ) -> [(name: String, value: String)] {
      places[path] = Place(section: table.section, row: index, column: nil)
      return zip(table.columns, row).compactMap { column, cell -> (name: String, value: String)? in
        guard column != without else { return nil }
        let place = Place(section: table.section, row: index, column: column)
        places["\(path).\(column)"] = place
        return value(cell, table.section, column, place).map { (YAMLText.scalar(column), $0) }
      }
    }

    /// Returns the YAML of a cell; `nil` where it says nothing.
    private mutating func value(_ cell: String, _ section: Section, _ key: String, _ place: Place) -> String? {
      switch PlanCell.yaml(cell, isList: section.lists.contains(key), isWords: Section.words.contains(key)) {
      case nil: return nil
      case .success(let yaml)?: return yaml
      case .failure?:
        report(.malformed(PlanCell.trimmed(cell)), place)
        return nil
      }
    }

    private mutating func report(_ kind: Problem.Kind, _ place: Place) {
      problems.append(Problem(place: place, kind: kind))
    }

    /// Returns the cell that a path of the file came from; of a path inside a cell, that cell.
    func place(of path: String) -> Place? {
      var rest = path
      while !rest.isEmpty {
        if let place = places[rest] { return place }
        guard let cut = rest.lastIndex(where: { $0 == "." || $0 == "[" }) else { return nil }
        rest = String(rest[..<cut])
      }
      return nil
    }
  }
}
