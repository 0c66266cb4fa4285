internal import CXlsxWriter
import Glibc

/// Turns the library's codes into errors. Most cannot come up, as their causes are found before the call.
enum LibraryError {
  static func check(_ code: lxw_error) throws(XLSXWriteError) {
    switch code {
    case LXW_NO_ERROR: return
    case LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED:
      throw XLSXWriteError(.textTooLong, "the text with its escapes and fonts is longer than 32767 characters")
    case LXW_ERROR_CREATING_XLSX_FILE, LXW_ERROR_CREATING_TMPFILE, LXW_ERROR_READING_TMPFILE,
      LXW_ERROR_ZIP_FILE_OPERATION, LXW_ERROR_ZIP_FILE_ADD, LXW_ERROR_ZIP_CLOSE:
      // What the system last said; the library does not pass it on.
      throw XLSXWriteError(.file, systemError: errno == 0 ? EIO : errno, "cannot write: \(message(code))")
    default:
      throw XLSXWriteError(.library, message(code))
    }
  }

  private static func message(_ code: lxw_error) -> String {
    guard let text = unsafe lxw_strerror(code) else { return "error \(code.rawValue)" }
    return unsafe String(cString: text)
  }
}
