/// The parts of any Office package, for readers of other kinds of document (.docx).
///
/// Not safe to share between threads.
package final class PackageReader {
  private let store: PartStore
  private let types: ContentTypes

  /// - Throws: when its list of content types cannot be read.
  package init(_ archive: ArchiveReader) throws(XLSXReadError) {
    store = PartStore(archive)
    types = try ContentTypes.read(store)
  }

  /// The names of the entries, as in the archive.
  package var names: [String] { store.archive.entries.map(\.name) }

  package func contains(_ part: String) -> Bool { store.contains(part) }

  /// Returns the content type of a part; `nil` when the package says nothing of it.
  package func contentType(of part: String) -> String? { types.type(of: part) }

  /// Returns the relationships of a part; of the package for the empty name.
  package func relationships(of part: String = "") throws(XLSXReadError) -> [Relationship] {
    try store.relationships(of: part)
  }

  /// Returns the part with the document itself; `nil` when the package names none.
  package func mainPart() throws(XLSXReadError) -> String? {
    try relationships().first { $0.leads(to: "officeDocument") && !$0.isExternal }?.target
  }

  /// Returns the markup of a part, to be read from its beginning.
  package func markup(_ part: String) throws(XLSXReadError) -> MarkupPull {
    MarkupPull(try store.markup(part), limits: store.limits)
  }
}
