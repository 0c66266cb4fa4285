internal import Glibc

/// Without TZ glibc looks for the time zone once for each entry of each archive.
enum TimeZoneSetting {
  /// Sets TZ where nobody has; to be called before anything else runs.
  static func fix() {
    // setenv copies both strings; there is one thread yet.
    _ = unsafe setenv("TZ", ":/etc/localtime", 0)
  }
}
