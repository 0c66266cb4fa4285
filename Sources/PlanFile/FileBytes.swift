internal import FoundationEssentials

/// Why a file cannot be read.
public enum FileTrouble: String, Error, Hashable, Sendable {
  case missing, denied, folder, other
}

/// The bytes of a file that a command names.
enum FileBytes {
  static func read(_ path: String) throws(FileTrouble) -> Data {
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
