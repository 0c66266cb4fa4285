/// What became of the file of a form that was to be written, a template or a return.
public enum FormFileState: Hashable, Sendable {
  case written
  /// A file of that name is there that somebody has filled or changed, or that is none of ours: it was left as it is.
  case kept
  /// It could not be written, for a reason of its own.
  case failed(JobError)

  /// Writes a form unless somebody's work lies in its place.
  ///
  /// - Parameters:
  ///   - isReplacing: writes over whatever is there.
  ///   - write: writes the form to the path.
  /// - Throws: what keeps every other form from being written too, such as a full disk.
  init(writing path: String, isReplacing: Bool, _ write: () throws -> Void) throws(JobError) {
    guard isReplacing || !FileAccess.holdsWork(path) else {
      self = .kept
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
