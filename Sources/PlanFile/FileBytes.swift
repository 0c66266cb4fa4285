internal import FoundationEssentials

/// Why a file cannot be read.
public enum FileTrouble: String, Error, Hashable, Sendable {
  case missing, denied, folder, special, other
}

/// The bytes of a file that a command names.
enum FileBytes {
  static func read(_ path: String) throws(FileTrouble) -> Data {
    // Reading a pipe fails as if it were not allowed, or waits for ever.
    let kind =
      try? FileManager.default.attributesOfItem(atPath: URL(filePath: path).resolvingSymlinksInPath().path)[
        .type] as? FileAttributeType
    if let kind, ![.typeRegular, .typeDirectory].contains(kind) { throw .special }
    do {
      return try Data(contentsOf: URL(filePath: path))
    } catch let error as CocoaError where error.code == .fileReadNoSuchFile || error.code == .fileNoSuchFile {
      throw .missing
    } catch let error as CocoaError where error.code == .fileReadNoPermission {
      throw .denied
    } catch {
      let isFolder = (try? FileManager.default.contentsOfDirectory(atPath: path)) != nil
      throw isFolder ? .folder : .other
    }
  }
}
