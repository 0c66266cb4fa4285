import PlanModel

/// The lines of one `receipts.csv`, with or without a head.
struct ReceiptList {
  struct Line {
    let number: Int
    let text: String
    /// `nil` for a line that says nothing that can be understood.
    let file: String?
    /// `nil` where the line leaves it open.
    let day: ListedDay?
    let dayText: String

    /// What stands between separators, where the line cannot be understood: a file that is among it has no certain day.
    var mentioned: [String] {
      text.split { ",;\t，；\"".contains($0) }.map { word in
        var word = word[...]
        while word.first?.isWhitespace == true { word.removeFirst() }
        while word.last?.isWhitespace == true { word.removeLast() }
        return String(word)
      }.filter { !$0.isEmpty }
    }
  }

  private let rows: ArraySlice<OfficeTable.Line>
  private let columns: Columns?
  let isBinary: Bool
  /// The line that names columns of which nobody knows what they have: the lines below say nothing for sure.
  private(set) var unknownHead: (number: Int, text: String)?

  private static let file = OfficeTable.Head.Column(
    ["file", "文件", "文件名"], ["文件名称", "filename", "附件", "附件名", "附件名称", "报送文件", "报表", "名称", "name"])
  private static let date = OfficeTable.Head.Column(
    ["date", "日期", "收到日期", "收件日期"],
    ["收到时间", "收件时间", "接收日期", "接收时间", "收文日期", "收到", "received", "receiveddate", "datereceived"],
    ["报送日期", "报送时间", "登记日期", "登记时间", "上报日期", "上报时间"], ["时间", "time"])

  init(_ bytes: [UInt8]) {
    let table = OfficeTable(bytes) { Self.head($0) != nil || Self.positional($0) != nil }
    isBinary = table.isBinary
    // What stands above the head is the title of the list.
    let head = table.lines.prefix(5).firstIndex { line in line.fields.map { Self.head($0) != nil } ?? false }
    let above =
      head.map { table.lines[..<$0].contains { $0.fields.map { Self.positional($0) != nil } ?? true } } ?? false
    let columns = above ? nil : head.flatMap { table.lines[$0].fields.flatMap(Self.head) }
    if columns == nil {
      let first = table.lines.prefix(5).prefix { line in line.fields.map { Self.positional($0) == nil } ?? true }
      unknownHead = first.first { line in line.fields.map(Self.mayBeHead) ?? false }.map { ($0.number, $0.text) }
    }
    rows = columns == nil ? table.lines[...] : table.lines[((head ?? -1) + 1)...]
    self.columns = columns
  }

  /// The lines below the head, each made when it is asked for.
  var lines: some Sequence<Line> {
    rows.lazy.compactMap { [columns] line in
      guard let fields = line.fields else {
        return Line(number: line.number, text: line.text, file: nil, day: nil, dayText: "")
      }
      // No head has a digit in it, and nearly every other line has.
      let mayBeHead = !fields.contains { $0.utf8.contains { (0x30...0x39).contains($0) } }
      if mayBeHead, Self.head(fields) != nil { return nil }
      return columns.map { Self.line(line, fields, $0) } ?? Self.line(line, Self.positional(fields))
    }
  }

  private struct Columns {
    let files: [Int]
    let dates: [Int]
  }

  private static func head(_ fields: [String]) -> Columns? {
    let columns = Columns(files: file.places(in: fields), dates: date.places(in: fields))
    return columns.files.isEmpty || columns.dates.isEmpty ? nil : columns
  }

  /// Returns true for words alone, as no line has them: a file has an ending, a day has digits.
  private static func mayBeHead(_ fields: [String]) -> Bool {
    fields.count > 1 && fields.count(where: { !$0.isEmpty }) > 1
      && fields.allSatisfy { field in !field.contains { $0.isNumber || $0 == "." } }
  }

  /// Reads a line by the head: of several columns that may be meant, those that are filled must say the same.
  private static func line(_ line: OfficeTable.Line, _ fields: [String], _ columns: Columns) -> Line {
    func texts(_ places: [Int]) -> [String] {
      places.compactMap { fields.indices.contains($0) && !fields[$0].isEmpty ? fields[$0] : nil }
    }
    let files = Set(texts(columns.files))
    let days = texts(columns.dates).filter { !ListedDay.isTime($0) || columns.dates.count == 1 }
    let read = days.map { ListedDay($0) }
    let day = read.first.map { first in Set(read).count == 1 ? first : ListedDay.several(Self.days(read)) }
    return Line(
      number: line.number, text: line.text, file: files.count == 1 ? files.first : nil, day: day,
      dayText: days.joined(separator: "，"))
  }

  private static func days(_ read: [ListedDay]) -> [CivilDate] {
    read.flatMap { day -> [CivilDate] in
      switch day {
      case .day(let day), .serial(let day): [day]
      case .several(let days): days
      case .none: []
      }
    }
  }

  /// Reads a line without a head: the file and its day, or the day and the file; a time of day may stand behind the
  /// day.
  private static func positional(_ fields: [String]) -> (file: String, day: String)? {
    func isDay(_ text: String) -> Bool { ListedDay(text) != ListedDay.none }
    guard (2...3).contains(fields.count), !fields[0].isEmpty, !fields[1].isEmpty else { return nil }
    if isDay(fields[1]), fields.count == 2 || ListedDay.isTime(fields[2]) { return (fields[0], fields[1]) }
    guard isDay(fields[0]) else { return nil }
    if fields.count == 2, !ListedDay.isTime(fields[1]) { return (fields[1], fields[0]) }
    return fields.count == 3 && ListedDay.isTime(fields[1]) && !fields[2].isEmpty ? (fields[2], fields[0]) : nil
  }

  private static func line(_ line: OfficeTable.Line, _ found: (file: String, day: String)?) -> Line {
    if let (file, day) = found {
      return Line(number: line.number, text: line.text, file: file, day: ListedDay(day), dayText: day)
    }
    // Two fields, and the second is no day: whose day it is to be is plain.
    if let fields = line.fields, fields.count == 2, !fields[0].isEmpty, !fields[1].isEmpty {
      return Line(number: line.number, text: line.text, file: fields[0], day: ListedDay.none, dayText: fields[1])
    }
    if let fields = line.fields, fields.count == 1 {
      return Line(
        number: line.number, text: line.text, file: fields[0].contains(".") ? fields[0] : nil, day: nil, dayText: "")
    }
    return Line(number: line.number, text: line.text, file: nil, day: nil, dayText: "")
  }
}
