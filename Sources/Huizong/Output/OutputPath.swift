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
    let read = (own ?? []) + files.compactMap(\.self).flatMap { [$0, "\($0).lock"] }
    var before: [String] = []
    for output in outputs.compactMap(\.self) {
      try checkPlace(output)
      if before.contains(where: { FileAccess.isSame($0, output) }) { throw JobError(.sameOutput, output) }
      before.append(output)
      if read.contains(where: { FileAccess.isSame($0, output) }) { throw JobError(.wouldReplace, output) }
      for folder in folders where FileAccess.isInside(output, of: folder) {
        throw JobError(.outputAmongSubmissions, output)
      }
    }
  }

  /// Refuses where nothing can be written, before anything is done; what is to be written may still find no room.
  private static func checkPlace(_ output: String) throws(JobError) {
    switch FileAccess.linkedKind(output) {
    case .folder?: throw JobError(.cannotWriteFor(.isFolder), output)
    case .special?: throw JobError(.cannotWriteFor(.isSpecial), output)
    default: break
    }
    guard !output.isEmpty, !output.hasSuffix("/") else { throw JobError(.cannotWriteFor(.isFolder), output) }
    let folder = FileAccess.folder(of: output)
    guard FileAccess.isFolder(folder) else { throw JobError(.cannotWriteFor(.noFolder), output) }
    if let error = FileAccess.refusal(toWriteInto: folder) { throw JobError(.cannotWriteFor(.init(error)), output) }
  }
}
