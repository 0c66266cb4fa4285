/// What became of the file of a form that was to be written, a template or a return.
public enum FormFileState: Hashable, Sendable {
  case written
  /// A file of that name is there that somebody has filled or changed, or that is none of ours: it was left as it is.
  case kept
  /// A link, or a file that is no form of ours, bears the name: it was left as it is.
  case foreign
  /// It could not be written, for a reason of its own.
  case failed(JobError)

  /// Writes a form unless somebody's work lies in its place.
  ///
  /// - Parameters:
  ///   - isReplacing: writes over a form that somebody has filled; never through a link, or over another file.
  ///   - write: writes the form to the path.
  /// - Throws: what keeps every other form from being written too, such as a full disk.
  init(writing path: String, isReplacing: Bool, _ write: () throws -> Void) throws(JobError) {
    guard isReplacing || !FileAccess.holdsWork(path) else {
      self = .kept
      return
    }
    guard !FileAccess.isLink(path), !isReplacing || !FileAccess.isForeign(path) else {
      self = .foreign
      return
    }
    do {
      try write()
      self = .written
    } catch {
      self = .failed(try JobError(writing: path, error).ofOneFile())
    }
  }
}
