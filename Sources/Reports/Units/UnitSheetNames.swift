import PlanModel
import XLSXWriting

/// The names of the units' own sheets, by unit: the short names, made fit for a tab.
struct UnitSheetNames {
  /// With more units than this the book has no sheets of their own.
  static let limit = 40

  /// In table order.
  let units: [Unit]
  private let names: [String: String]

  init(_ units: [Unit]) {
    self.units = units
    var taken = Set(SheetName.allCases.map { $0.rawValue.lowercased() })
    var names: [String: String] = [:]
    for unit in units {
      let own = Self.fitting(unit.short)
      var name = own
      var number = 1
      // Excel does not tell names apart by case.
      while !taken.insert(name.lowercased()).inserted {
        number += 1
        name = Self.fitting(own, room: SheetLimits.sheetName - "\(number)".utf16.count) + "\(number)"
      }
      names[unit.id] = name
    }
    self.names = names
  }

  /// `nil` for a unit without a sheet.
  subscript(unit: Unit) -> String? { names[unit.id] }
  subscript(id id: String) -> String? { names[id] }

  private static func fitting(_ name: String, room: Int = SheetLimits.sheetName) -> String {
    var left = room
    // Links cannot hold a #, and no attribute a control character.
    let possible = name.map { "[]:*?/\\'#".contains($0) || $0.isControl ? "＿" : $0 }.prefix { character in
      left -= character.utf16.count
      return left >= 0
    }
    let fitting = String(possible)
    // Excel keeps this name for itself.
    return fitting.allSatisfy(\.isWhitespace) ? "单位" : fitting.lowercased() == "history" ? "\(fitting)＿" : fitting
  }
}
