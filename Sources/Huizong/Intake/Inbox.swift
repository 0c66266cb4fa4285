/// A folder into which submissions come, with its sub-folders.
public struct Inbox: Hashable, Sendable {
  /// What a file in the folder is taken for, by its name alone.
  public enum Kind: Hashable, Sendable {
    /// To be read as a workbook, or refused with the reason.
    case submission
    /// A scan, photo or document beside the submissions: 佐证.
    case attachment
    /// A lock file or the like, of no interest.
    case ignored
  }

  public struct File: Hashable, Sendable {
    /// Relative to the inbox, with `/`.
    public let name: String
    public let kind: Kind
  }

  public let folder: String
  /// In the order of their names, folder by folder.
  public let files: [File]

  /// The name of the file that says when each file came in.
  public static let receiptsName = "receipts.csv"

  /// Returns true for the name of such a file, in whatever case.
  static func isReceipts(_ name: String) -> Bool { name.lowercased() == receiptsName }

  private static let attachments: Set<String> = [
    "pdf", "jpg", "jpeg", "png", "gif", "bmp", "tif", "tiff", "heic", "webp", "doc", "docx", "wps", "ofd", "txt", "md",
    "eml", "msg", "mp4",
  ]

  /// The folder beside submissions into which `huizong watch` puts its answers: none of them is a submission.
  static let answers = "退回与回执"

  /// Deeper folders are not an inbox any more, but a loop: such a folder stands in the list like a file that cannot be
  /// read.
  private static let depthLimit = 16

  public init(folder: String) throws(JobError) {
    self.folder = folder
    files = try Self.list(folder, prefix: "", depth: 0)
  }

  private static func list(_ folder: String, prefix: String, depth: Int) throws(JobError) -> [File] {
    var files: [File] = []
    for name in try FileAccess.names(in: folder) where !name.hasPrefix(".") {
      let path = FileAccess.join(folder, name)
      if FileAccess.isFolder(path), depth + 1 < depthLimit {
        let below = try list(path, prefix: "\(prefix)\(name)/", depth: depth + 1)
        files += name == answers ? below.map { File(name: $0.name, kind: .ignored) } : below
      } else if !isReceipts(name) {
        files += archived(path, prefix: "\(prefix)\(name)/") ?? [File(name: prefix + name, kind: kind(of: name))]
      }
    }
    return files
  }

  /// Returns the files of a zip archive, as if it were a folder; `nil` for what is none, holds nothing, or is
  /// locked as a whole.
  static func archived(_ path: String, prefix: String) -> [File]? {
    guard ArchiveFolder.isNamedSo(path), let archive = try? ArchiveFolder(path: path), !archive.isWorkbook,
      !archive.members.isEmpty, !archive.isLocked
    else { return nil }
    return archive.members.map { member in
      let own = member.name.split(separator: "/").last.map(String.init) ?? ""
      let isHidden = own.hasPrefix(".") || member.name.hasPrefix("__MACOSX/")
      return File(name: prefix + member.name, kind: isHidden ? .ignored : kind(of: own))
    }.sorted { Array($0.name.utf8).lexicographicallyPrecedes($1.name.utf8) }
  }

  /// - Parameter path: with or without folders before the name.
  static func kind(of path: String) -> Kind {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if name.hasPrefix("~$") || name == "Thumbs.db" || name == "desktop.ini" { return .ignored }
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return attachments.contains(ending) ? .attachment : .submission
  }

  func path(of file: File) -> String { FileAccess.join(folder, file.name) }
}
