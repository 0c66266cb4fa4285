import FoundationEssentials

/// The prose of the library and the sources of its snippets, as they lie in the repository.
enum Article {
  /// A file by its name, and what is in it.
  typealias File = (name: String, text: String)

  private static let tests = URL(filePath: #filePath).deletingLastPathComponent().path
  /// The repository.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path
  private static let library = "\(root)/Sources/XLSXReading"
  private static let catalog = "\(library)/XLSXReading.docc"

  /// Whatever holds `swift` blocks: the README and the articles.
  static func files() throws -> [File] {
    try [(name: "README.md", text: text(at: "\(library)/README.md"))] + listed(catalog, ".md")
  }

  /// An article by its name.
  static func text(_ name: String) throws -> String { try text(at: "\(catalog)/\(name).md") }

  /// The Swift files beside this one.
  static func sources() throws -> [File] { try listed(tests, ".swift") }

  private static func text(at path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
  }

  private static func listed(_ folder: String, _ ending: String) throws -> [File] {
    try FileManager.default.contentsOfDirectory(atPath: folder).sorted().filter { $0.hasSuffix(ending) }
      .map { (name: $0, text: try text(at: "\(folder)/\($0)")) }
  }
}
