import XLSXReading

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
    /// As messages name it: relative to the inbox, with `/`. No two files have the same.
    public let name: String
    public let kind: Kind
    /// Where it is opened, with the archive before its member: `收件/东县.zip/6月.xlsx`.
    let path: String
    /// Why it is not opened, where the folder already says so.
    let fault: FileFault?
    /// The name before it was told from others that read the same.
    let label: String

    init(name: String, kind: Kind = .submission, path: String, fault: FileFault? = nil, label: String? = nil) {
      self.name = name
      self.label = label ?? name
      self.kind = kind
      self.path = path
      self.fault = fault
    }
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

  /// Lists what came in. What cannot be listed or followed stands among the files, with the reason.
  ///
  /// - Throws: `JobError` for an inbox that is not there or cannot be opened, and for more files than the limit.
  public init(folder: String, limits: InputLimits = .standard) throws(JobError) {
    self.folder = folder
    guard FileAccess.isFolder(folder) else { throw JobError(.missingFolder, folder) }
    var walk = InboxWalk(root: folder, limits: limits)
    do throws(FileFault) {
      try walk.list(folder, prefix: "", depth: 0)
    } catch {
      throw JobError(.unreadableFolder, folder)
    }
    guard walk.files.count <= limits[.inboxFiles] else {
      throw JobError(.tooManyFiles(limit: limits[.inboxFiles]), folder)
    }
    files = Self.toldApart(walk.files)
  }

  /// Returns the files, no two of one name: of those whose names read the same, since they are written in different codes or
  /// hold what nobody sees, the one that is called just so keeps it, and the others are numbered.
  private static func toldApart(_ files: [File]) -> [File] {
    var names: Set<String> = []
    for file in files where file.isCalledSo { names.insert(file.name) }
    var kept: Set<String> = []
    return files.map { file in
      if file.isCalledSo ? kept.insert(file.name).inserted : names.insert(file.name).inserted { return file }
      var number = 2
      while !names.insert("\(file.label)（\(number)）").inserted { number += 1 }
      return File(
        name: "\(file.label)（\(number)）", kind: file.kind, path: file.path, fault: file.fault, label: file.label)
    }
  }

  /// Returns the files of a zip archive, as if it were a folder; `nil` for what is none, holds nothing, or is
  /// locked as a whole.
  static func archived(_ path: String, prefix: String, limits: InputLimits) -> [File]? {
    guard ArchiveFolder.isNamedSo(path), let archive = try? ArchiveFolder(path: path, limits: limits),
      !archive.isWorkbook, !archive.members.isEmpty, !archive.isLocked
    else { return nil }
    return archive.members.map { member in
      let own = member.name.split(separator: "/").last.map(String.init) ?? ""
      let isHidden = own.hasPrefix(".") || member.name.hasPrefix("__MACOSX/")
      return File(
        name: prefix + member.name, kind: isHidden ? .ignored : kind(of: own), path: FileAccess.join(path, member.name),
        fault: !isHidden && isReceipts(own) ? .packedReceipts : nil)
    }.sorted { Array($0.name.utf8).lexicographicallyPrecedes($1.name.utf8) }
  }

  /// - Parameter path: with or without folders before the name.
  static func kind(of path: String) -> Kind {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    if name.hasPrefix("~$") || name == "Thumbs.db" || name == "desktop.ini" { return .ignored }
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return attachments.contains(ending) ? .attachment : .submission
  }
}

/// Goes through an inbox with its folders and archives.
private struct InboxWalk {
  /// Without links.
  let root: String
  let limits: InputLimits
  var files: [Inbox.File] = []

  init(root: String, limits: InputLimits) {
    self.root = FileAccess.resolved(root) ?? root
    self.limits = limits
  }

  mutating func list(_ folder: String, prefix: String, depth: Int) throws(FileFault) {
    for entry in try FolderListing(folder).entries {
      let path = FileAccess.join(folder, entry.name)
      let name = prefix + entry.label
      if entry.label.hasPrefix(".") {
        add(Inbox.File(name: name, kind: .ignored, path: path))
        continue
      }
      switch entry.kind {
      case .folder: descend(path, name: name, isAnswers: entry.label == Inbox.answers, depth: depth)
      case .special: add(Inbox.File(name: name, path: path, fault: .special))
      case .link: follow(path, name: name)
      case .file where Inbox.isReceipts(entry.label): break
      case .file:
        if let members = Inbox.archived(path, prefix: "\(name)/", limits: limits) {
          for member in members { add(member) }
        } else {
          add(Inbox.File(name: name, kind: Inbox.kind(of: entry.label), path: path))
        }
      }
      // The run stops here; no list grows without end.
      if files.count > limits[.inboxFiles] { return }
    }
  }

  private mutating func descend(_ path: String, name: String, isAnswers: Bool, depth: Int) {
    guard depth + 1 < limits[.folderDepth] else {
      // Our own answers are nobody's submission, wherever they lie.
      if isAnswers { return add(Inbox.File(name: name, kind: .ignored, path: path)) }
      add(Inbox.File(name: name, path: path, fault: .tooDeep(limit: limits[.folderDepth])))
      return
    }
    let first = files.count
    do {
      try list(path, prefix: "\(name)/", depth: depth + 1)
    } catch {
      add(Inbox.File(name: name, path: path, fault: .unreadableFolder))
    }
    guard isAnswers else { return }
    for index in files[first...].indices {
      files[index] = Inbox.File(name: files[index].name, kind: .ignored, path: files[index].path)
    }
  }

  /// Notes a link: what it names within the inbox is read where it lies, and nothing else is.
  private mutating func follow(_ path: String, name: String) {
    guard let target = FileAccess.resolved(path) else {
      return add(Inbox.File(name: name, path: path, fault: .brokenLink))
    }
    let isWithin = target == root || target.hasPrefix(root.hasSuffix("/") ? root : root + "/")
    add(
      isWithin ? Inbox.File(name: name, kind: .ignored, path: path) : Inbox.File(name: name, path: path, fault: .link))
  }

  private mutating func add(_ file: Inbox.File) { files.append(file) }
}

extension Inbox.File {
  /// Whether the file is called so, byte by byte; else its name was decoded, or something was left out of it.
  var isCalledSo: Bool { path.utf8.suffix(label.utf8.count).elementsEqual(label.utf8) }
}
