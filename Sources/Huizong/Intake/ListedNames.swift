/// Finds the file of an inbox that a list means, where only one can be meant.
struct ListedNames {
  enum Match: Hashable {
    case file(String)
    /// No file of that name, with those that have it in another folder or with another ending.
    case unknown(String, similar: [String])
  }

  private let exact: Set<String>
  /// The files whose names read the same as another's, by that name.
  private let contended: [String: [Inbox.File]]
  /// By the name in small letters.
  private let folded: [String: [String]]
  /// By the name in small letters without its ending: submissions and archives only.
  private let stems: [String: [String]]
  /// By the same without folders.
  private let bare: [String: [String]]

  init(_ inbox: Inbox) {
    var names = inbox.files.map { (name: $0.name, isForm: $0.kind == .submission) }
    var archives: Set<String> = []
    for file in inbox.files {
      for place in file.name.indices where file.name[place] == "/" && ArchiveFolder.isNamedSo(file.name[..<place]) {
        archives.insert(String(file.name[..<place]))
      }
    }
    names += archives.sorted().map { (name: $0, isForm: true) }
    exact = Set(names.map(\.name))
    contended = Dictionary(grouping: inbox.files, by: \.label).filter { $0.value.count > 1 }
    folded = Dictionary(grouping: names.map(\.name)) { $0.lowercased() }
    let forms = names.filter(\.isForm).map(\.name)
    stems = Dictionary(grouping: forms) { Self.stem($0.lowercased()) }
    bare = Dictionary(grouping: forms) { Self.stem(Self.last($0.lowercased())) }
  }

  private static func last(_ name: String) -> String { name.split(separator: "/").last.map(String.init) ?? name }

  /// Returns the name without the ending, where there is one.
  private static func stem(_ name: String) -> String {
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex, !name[dot...].contains("/") else { return name }
    return String(name[..<dot])
  }

  /// - Parameters:
  ///   - listed: as the list has it, with `/` or `\`, from the list's folder or from a folder above it.
  ///   - prefix: the list's folder, relative to the inbox, with `/` at its end.
  ///   - above: the names of the folders that lead to that folder, and its own.
  func file(_ listed: String, prefix: String, above: [String]) -> Match {
    let parts = listed.split { $0 == "/" || $0 == "\\" }.map(String.init).filter { $0 != "." && $0 != ".." }
    let name = prefix + parts.joined(separator: "/")
    if let files = contended[name] {
      // Only one that is called just so can be meant.
      let own = files.filter { $0.isCalledSo && $0.label.utf8.elementsEqual(name.utf8) }
      return own.count == 1 ? .file(own[0].name) : .unknown(name, similar: files.map(\.name).sorted())
    }
    if let found = file(name) { return .file(found) }
    // D:\收件\2024-06\海丰.xlsx, and the list's folder is 收件/2024-06: written with the folders above it.
    for count in parts.indices.dropFirst() {
      let leading = parts[..<count].filter { !$0.hasSuffix(":") }
      guard above.suffix(leading.count) == ArraySlice(leading) else { continue }
      if let found = file(prefix + parts[count...].joined(separator: "/")) { return .file(found) }
    }
    let key = Self.last(name).lowercased()
    return .unknown(name, similar: Set((bare[key] ?? []) + (bare[Self.stem(key)] ?? [])).sorted())
  }

  private func file(_ name: String) -> String? {
    if exact.contains(name) { return name }
    let key = name.lowercased()
    if let found = folded[key] { return found.count == 1 ? found[0] : nil }
    guard let found = stems[key], found.count == 1 else { return nil }
    return found[0]
  }
}
