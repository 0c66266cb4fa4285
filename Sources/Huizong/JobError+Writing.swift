import Forms
import Reports
import XLSXWriting

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

extension JobError {
  /// The error for a workbook that could not be written: what the operating system said, as far as it did.
  ///
  /// - Parameter path: the file asked for; an error that names another one, written with it, is about that.
  init(writing path: String, _ error: any Error) {
    let (cause, path): (XLSXWriteError?, String) =
      switch error {
      case let error as XLSXWriteError: (error, path)
      case ReportError.writing(let error, let own): (error, own)
      default: (nil, path)
      }
    if case ReportError.arithmetic? = error as? ReportError {
      self.init(.overflow, path)
    } else if let number = cause?.systemError {
      self.init(.cannotWriteFor(FileAccess.isFull(path) ? .full : Refusal(number)), path)
    } else {
      self.init(.cannotWrite, path, reason: cause?.description ?? "\(error)")
    }
  }

  /// Returns the same error if it lies in what was to be written, and other files can be.
  /// - Throws: itself if the system refused, as it will refuse the next.
  func ofOneFile() throws(JobError) -> JobError {
    if case .cannotWriteFor = code { throw self }
    return self
  }

  /// Why the operating system would not have a file written.
  public enum Refusal: Hashable, Sendable {
    case noFolder, notAllowed, isFolder, isSpecial, longName, full, readOnly, other

    init(_ number: Int32) {
      switch number {
      case ENOENT, ENOTDIR: self = .noFolder
      case EACCES, EPERM: self = .notAllowed
      case EISDIR: self = .isFolder
      case ENOTSUP: self = .isSpecial
      case ENAMETOOLONG: self = .longName
      case ENOSPC, EDQUOT, EFBIG: self = .full
      case EROFS: self = .readOnly
      default: self = .other
      }
    }
  }
}
