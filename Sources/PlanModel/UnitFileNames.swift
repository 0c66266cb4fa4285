/// How units are called in the names of files: as they are called, with another sign for what a file's name cannot have on
/// some system, and never two alike.
public struct UnitFileNames: Sendable {
  /// Bytes of UTF-8; the rest of a file's name needs some of the 255 that there are.
  private static let mostBytes = 180
  private let names: [String: String]

  /// - Parameter units: all of a plan, so that a unit is called the same whoever else gets a file.
  public init(_ units: [Unit]) {
    var names: [String: String] = [:]
    var taken: Set<String> = []
    // Names that stand as they are have the first choice.
    for isKept in [true, false] {
      for unit in units where (Self.fitting(unit.name) == unit.name) == isKept && names[unit.id] == nil {
        let own = Self.fitting(unit.name)
        var (name, number) = (own, 1)
        // Some systems do not tell names apart by case.
        while !taken.insert(name.lowercased()).inserted {
          number += 1
          name = "\(own)＿\(number)"
        }
        names[unit.id] = name
      }
    }
    self.names = names
  }

  public subscript(unit: Unit) -> String { names[unit.id] ?? Self.fitting(unit.name) }

  /// Returns the name with ＿ for each sign that a file's name cannot have, and for a dot at either end.
  static func fitting(_ name: String) -> String {
    var own = name.map { "\\/:*?\"<>|[]".contains($0) || $0.isControl ? "＿" : $0 }
    while own.last?.isWhitespace == true { own.removeLast() }
    while own.first?.isWhitespace == true { own.removeFirst() }
    if own.first == "." { own[0] = "＿" }
    if own.last == "." { own[own.count - 1] = "＿" }
    var room = mostBytes
    let fitting = String(
      own.prefix { character in
        room -= character.utf8.count
        return room >= 0
      })
    return fitting.isEmpty ? "单位" : fitting
  }
}

extension Character {
  /// True for what no name of a sheet or file can hold: control characters, breaks, and what is no character at all.
  package var isControl: Bool {
    isNewline
      || unicodeScalars.contains { scalar in
        scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value) || scalar.value & 0xFFFE == 0xFFFE
      }
  }
}
