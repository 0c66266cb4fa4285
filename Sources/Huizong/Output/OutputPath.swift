/// Where a command may write: never over what it reads.
public enum OutputPath {
  /// Refuses outputs that would replace something that a command reads.
  ///
  /// - Parameters:
  ///   - outputs: names of files to be written, those that are asked for.
  ///   - plan: with its key and its list of contacts.
  ///   - files: further files that are read, or added to.
  ///   - folders: of submissions; nothing is written into them.
  /// - Throws: `.wouldReplace`, `.outputAmongSubmissions`.
  public static func check(
    _ outputs: [String?], plan: OpenPlan? = nil, files: [String?] = [], folders: [String] = []
  ) throws(JobError) {
    let own = plan.map { plan in
      [plan.path, plan.keyPath, FileAccess.join(FileAccess.folder(of: plan.path), ContactBook.fileName)]
    }
    let read = (own ?? []) + files.compactMap(\.self)
    for output in outputs.compactMap(\.self) {
      if read.contains(where: { FileAccess.isSame($0, output) }) { throw JobError(.wouldReplace, output) }
      for folder in folders where FileAccess.isInside(output, of: folder) {
        throw JobError(.outputAmongSubmissions, output)
      }
    }
  }
}
