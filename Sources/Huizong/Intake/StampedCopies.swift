import PlanModel

/// Which units sent a stamped copy (盖章件) beside their form.
///
/// A scan or photo is a unit's if its name, or a folder's above it, names the unit, or if it lies in a folder below the
/// inbox in which all forms are that unit's. What is on it, nobody here can read.
struct StampedCopies {
  /// Names relative to the inbox.
  let attachments: [String]
  let reports: [FileReport]

  /// What a scan or photo ends in; a text beside a form is no stamped copy.
  private static let endings = ["pdf", "jpg", "jpeg", "png", "bmp", "tif", "tiff", "heic", "webp", "ofd"]

  /// Returns the ids of the units.
  func units(_ plan: Plan) -> Set<String> {
    let owners = Dictionary(grouping: reports.filter { $0.unit != nil }, by: { Self.folder($0.file) })
      .mapValues { Set($0.compactMap(\.unit)) }
    var units: Set<String> = []
    for name in attachments where Self.endings.contains(Self.ending(name)) {
      units.formUnion(Self.named(in: name, plan.units))
      let folder = Self.folder(name)
      if !folder.isEmpty, let own = owners[folder], own.count == 1 { units.formUnion(own) }
    }
    return units
  }

  /// Returns the units that a name names; where one unit's name holds another's (东县, 大东县), the longer one is meant.
  private static func named(in name: String, _ units: [Unit]) -> [String] {
    let files = UnitFileNames(units)
    let found = units.compactMap { unit -> (id: String, name: String)? in
      let names = ([unit.name, files[unit], unit.short] + unit.aliases).filter { !$0.isEmpty && name.contains($0) }
      return names.max { $0.count < $1.count }.map { (unit.id, $0) }
    }
    return found.filter { own in !found.contains { $0.name != own.name && $0.name.contains(own.name) } }.map(\.id)
  }

  private static func folder(_ name: String) -> Substring {
    name.lastIndex(of: "/").map { name[..<$0] } ?? ""
  }

  private static func ending(_ name: String) -> String { name.split(separator: ".").last?.lowercased() ?? "" }
}
