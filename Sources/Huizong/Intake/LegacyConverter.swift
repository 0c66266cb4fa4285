import FoundationEssentials
import Glibc
import Synchronization
import XLSXReading

/// Turns what offices still send (.xls, .et, .ods) into .xlsx.
struct LegacyConverter: Sendable {
  /// The bytes of the workbook as .xlsx; `nil` where they cannot be had. The ending names the kind: `xls` or `ods`.
  let convert: @Sendable (_ bytes: [UInt8], _ ending: String) -> [UInt8]?

  /// LibreOffice, where it is installed.
  static let installed: LegacyConverter? = LibreOffice.find().map { office in
    LegacyConverter { office.xlsx(of: $0, ending: $1) }
  }

  /// Returns the ending that goes with what the reader said the file is; `nil` for what is no workbook of another kind.
  static func ending(of code: XLSXReadError.Code) -> String? {
    switch code {
    case .legacyXLS: "xls"
    case .ods: "ods"
    default: nil
    }
  }
}

/// LibreOffice without its windows, with a profile of its own for each file, so that nothing of the user's is touched.
struct LibreOffice: Sendable {
  let program: String

  /// Seconds that one file may take.
  private static let patience = 90
  private static let mostBytes = 64 << 20
  /// One at a time: each takes a processor and a few hundred megabytes.
  private static let turn = Mutex(())

  static func find() -> LibreOffice? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    for name in ["soffice", "libreoffice"] {
      for folder in folders where FileManager.default.isExecutableFile(atPath: "\(folder)/\(name)") {
        return LibreOffice(program: "\(folder)/\(name)")
      }
    }
    return nil
  }

  func xlsx(of bytes: [UInt8], ending: String) -> [UInt8]? {
    guard bytes.count <= Self.mostBytes else { return nil }
    return Self.turn.withLock { _ in
      guard let folder = try? FileAccess.makeTemporaryFolder() else { return nil }
      defer { FileAccess.removeFolder(folder) }
      let source = "\(folder)/form.\(ending)"
      guard FileManager.default.createFile(atPath: source, contents: Data(bytes)) else { return nil }
      let arguments = [
        "--headless", "--norestore", "--nolockcheck", "-env:UserInstallation=file://\(folder)/profile", "--convert-to",
        "xlsx", "--outdir", "\(folder)/out", source,
      ]
      guard run(arguments), let converted = FileAccess.bytes("\(folder)/out/form.xlsx"),
        converted.count <= Self.mostBytes
      else { return nil }
      return converted
    }
  }

  /// Runs the program in a group of its own; one that takes too long is ended with all that it started.
  private func run(_ arguments: [String]) -> Bool {
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
    unsafe posix_spawnattr_setpgroup(&attributes, 0)
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    for stream in [Int32(0), 1, 2] {
      unsafe posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", stream == 0 ? O_RDONLY : O_WRONLY, 0)
    }
    var words = unsafe ([program] + arguments).map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { unsafe free($0) } }
    var process = pid_t()
    guard unsafe posix_spawn(&process, program, &actions, &attributes, &words, environ) == 0 else { return false }
    var status = Int32(0)
    for _ in 0..<(Self.patience * 20) {
      if unsafe waitpid(process, &status, WNOHANG) == process { return status == 0 }
      usleep(50_000)
    }
    kill(-process, SIGKILL)
    unsafe waitpid(process, &status, 0)
    return false
  }
}
