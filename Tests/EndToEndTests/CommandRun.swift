import Foundation
import Testing

/// Runs the built command `huizong` as a user would, from the root of the repository.
struct CommandRun {
  let output: String
  let complaint: String
  let status: Int32

  static let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized

  /// The folder with the built products: that of the running test bundle.
  private static var products: URL {
    var url = URL(filePath: CommandLine.arguments[0])
    if let index = CommandLine.arguments.firstIndex(of: "--test-bundle-path") {
      url = URL(filePath: CommandLine.arguments[index + 1])
    }
    while url.path() != "/", !FileManager.default.isExecutableFile(atPath: url.appending(path: "huizong").path()) {
      url = url.deletingLastPathComponent()
    }
    return url
  }

  /// Runs a line of shell with `huizong` on its path.
  init(shell line: String) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", line]
    process.currentDirectoryURL = Self.root
    var environment = ProcessInfo.processInfo.environment
    environment["PATH"] = Self.products.path() + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
    environment["LC_ALL"] = "C.UTF-8"
    process.environment = environment
    // Files, not pipes: neither stream can fill up while the other is read.
    let folder = FileManager.default.temporaryDirectory.appending(path: "run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = ["output", "complaint"].map { folder.appending(path: $0) }
    for file in files { try Data().write(to: file) }
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = String(decoding: try Data(contentsOf: files[0]), as: UTF8.self)
    complaint = String(decoding: try Data(contentsOf: files[1]), as: UTF8.self)
  }

  static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: root.appending(path: path)), as: UTF8.self)
  }
}
