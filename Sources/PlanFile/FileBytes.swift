internal import FoundationEssentials

/// Why a file cannot be read.
public enum FileTrouble: Error, Hashable, Sendable {
  case missing, denied, folder, special, other
  /// More bytes than the limit.
  case tooLarge(limit: Int)
}

/// The bytes of a file that a command names.
enum FileBytes {
  /// - Parameter limit: bytes that a file may have; of a larger one none is read.
  static func read(_ path: String, limit: Int) throws(FileTrouble) -> Data {
    let attributes = attributes(path)
    // Reading a pipe fails as if it were not allowed, or waits for ever.
    if let kind = attributes[.type] as? FileAttributeType, ![.typeRegular, .typeDirectory].contains(kind) {
      throw .special
    }
    if let size = attributes[.size] as? Int, size > limit { throw .tooLarge(limit: limit) }
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

  /// Returns how many bytes a file has; 0 where that cannot be told.
  static func count(_ path: String) -> Int { attributes(path)[.size] as? Int ?? 0 }

  private static func attributes(_ path: String) -> [FileAttributeKey: Any] {
    (try? FileManager.default.attributesOfItem(atPath: URL(filePath: path).resolvingSymlinksInPath().path)) ?? [:]
  }
}
