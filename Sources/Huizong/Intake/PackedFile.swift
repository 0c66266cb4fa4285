import Forms
import PlanModel
import Validation
import XLSXReading

/// Says of an archive that nobody can look into what it is and what to do, where the reader of workbooks would only say
/// that it is none.
enum PackedFile: Hashable {
  /// A zip archive, or a member of one, that wants a password.
  case locked
  /// Another kind of archive, by its name.
  case other(String)
  /// A zip archive of files that is called something else.
  case misnamed

  /// `nil` for what is no archive, and for one in which the reader has found what is wrong.
  init?(_ bytes: [UInt8]) {
    let kinds: [(name: String, offset: Int, mark: [UInt8])] = [
      ("RAR ", 0, Array("Rar!".utf8) + [0x1A, 0x07]), ("7z ", 0, [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C]),
      ("gz ", 0, [0x1F, 0x8B]), ("bz2 ", 0, Array("BZh".utf8)), ("xz ", 0, [0xFD] + Array("7zXZ".utf8)),
      ("tar ", 257, Array("ustar".utf8)), ("cab ", 0, Array("MSCF".utf8)),
    ]
    if let kind = kinds.first(where: { bytes.dropFirst($0.offset).starts(with: $0.mark) }) {
      self = .other(kind.name)
      return
    }
    guard let archive = try? ArchiveReader(bytes: bytes) else { return nil }
    let files = archive.entries.filter { !$0.isFolder }
    if files.contains(where: \.isEncrypted) {
      self = .locked
    } else if files.contains(where: { Self.isForm($0.name.lowercased()) }),
      !files.contains(where: { $0.name == "[Content_Types].xml" })
    {
      self = .misnamed
    } else {
      return nil
    }
  }

  private static func isForm(_ name: String) -> Bool {
    [".xlsx", ".xls", ".et", ".xlsm"].contains { name.hasSuffix($0) }
  }

  func refusal(of file: String) -> Reading { .refused(unit: nil, findings: [finding(file: file)]) }

  /// Returns what is said of a file; the words are ours, since the reader has none for it.
  func finding(file: String) -> Finding {
    let (what, remedy) =
      switch self {
      case .locked: ("这是设了密码的压缩包，里面的文件没有读", "请不设密码重新压缩，或解压后直接报送其中的 .xlsx 文件")
      case .other(let kind): ("这是 \(kind)压缩包，里面的文件没有读", "请解压后报送其中的 .xlsx 文件，或改用 zip 压缩")
      case .misnamed: ("这是 zip 压缩包，名称却不以 .zip 结尾，里面的文件没有读", "请把名称改为以 .zip 结尾，或解压后直接报送其中的 .xlsx 文件")
      }
    return BuiltInRule.unreadableFile.finding(file: file, value: what, expected: remedy)
  }
}

extension FilePart {
  /// Returns the same file, refused for being packed.
  func packed(_ kind: PackedFile) -> FilePart {
    FilePart(file: file, reading: kind.refusal(of: file))
  }
}
