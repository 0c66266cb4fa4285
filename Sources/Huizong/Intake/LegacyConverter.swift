import FoundationEssentials
import Subprocess
import SystemPackage
import XLSXReading

/// Turns what offices still send (.xls, .et, .ods) into .xlsx.
struct LegacyConverter: Sendable {
  /// The bytes of the workbook as .xlsx; `nil` where they cannot be had. The ending names the kind: `xls` or `ods`.
  let convert: @Sendable (_ bytes: [UInt8], _ ending: String, _ limits: InputLimits) async -> [UInt8]?

  /// LibreOffice, where it is installed.
  static let installed: LegacyConverter? = LibreOffice.find().map { office in
    LegacyConverter { await office.xlsx(of: $0, ending: $1, limits: $2) }
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
///
/// It converts one file at a time: each takes a processor and a few hundred megabytes.
actor LibreOffice {
  nonisolated let program: String
  /// The conversion that was asked for last; the next one waits for it.
  private var last: Task<[UInt8]?, Never>?

  init(program: String) {
    self.program = program
  }

  static func find() -> LibreOffice? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
    for name in ["soffice", "libreoffice"] {
      for folder in folders where FileManager.default.isExecutableFile(atPath: "\(folder)/\(name)") {
        return LibreOffice(program: "\(folder)/\(name)")
      }
    }
    return nil
  }

  /// Returns the workbook as .xlsx; `nil` where LibreOffice makes none of it.
  func xlsx(of bytes: [UInt8], ending: String, limits: InputLimits) async -> [UInt8]? {
    let before = last
    let own = Task {
      _ = await before?.value
      return await convert(bytes, ending: ending, limits)
    }
    last = own
    return await own.value
  }

  private func convert(_ bytes: [UInt8], ending: String, _ limits: InputLimits) async -> [UInt8]? {
    guard let folder = try? FileAccess.makeTemporaryFolder() else { return nil }
    defer { FileAccess.removeTemporary(folder) }
    let source = "\(folder)/form.\(ending)"
    guard FileManager.default.createFile(atPath: source, contents: Data(bytes)) else { return nil }
    let arguments = [
      "--headless", "--norestore", "--nolockcheck", "-env:UserInstallation=file://\(folder)/profile", "--convert-to",
      "xlsx", "--outdir", "\(folder)/out", source,
    ]
    guard await run(arguments, in: folder, limits) else { return nil }
    return try? FileAccess.read("\(folder)/out/form.xlsx", .formBytes, limits)
  }

  /// Runs the program in a session of its own, which ends with it: one that takes too long is ended with all that it
  /// started. Its memory, time on a processor, processes and the size of its files are bounded by the system.
  private func run(_ arguments: [String], in folder: String, _ limits: InputLimits) async -> Bool {
    var options = PlatformOptions()
    options.createSession = true
    options.teardownSequence = [.send(signal: .kill, toProcessGroup: true, allowedDurationToNextStep: .seconds(1))]
    // The shell counts memory in units of 1,024 bytes and files in units of 512; where it knows one of the limits not, the
    // others hold.
    let bounds = """
      ulimit -t \(limits[.convertProcessorSeconds]); ulimit -v \(limits[.convertMemory] >> 10)
      ulimit -f \(limits[.formBytes] >> 8); ulimit -c 0; ulimit -p \(limits[.convertProcesses]) 2>/dev/null
      exec "$@"
      """
    let all = ["-c", bounds, "huizong", program] + arguments
    let patience = Duration.seconds(limits[.convertSeconds])
    return await withTaskGroup(of: Bool.self) { [options] group in
      group.addTask {
        let result = try? await Subprocess.run(
          .path("/bin/sh"), arguments: Arguments(all), environment: .inherit.updating(["HOME": folder]),
          platformOptions: options, output: .discarded, error: .discarded)
        return result?.terminationStatus.isSuccess ?? false
      }
      group.addTask {
        try? await Task.sleep(for: patience)
        return false
      }
      let isDone = await group.next() ?? false
      group.cancelAll()
      return isDone
    }
  }
}
