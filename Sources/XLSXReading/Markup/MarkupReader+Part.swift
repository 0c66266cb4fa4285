extension MarkupReader {
  /// Reads a whole part: goes to its root, which must be the one named, lets `body` read what is in it, and
  /// goes on to the end, so that it is known to be well formed.
  static func read<Result>(
    _ part: PartBytes, _ limits: ReadLimits, root: KnownName, _ namespace: MarkupNamespace = .spreadsheetML,
    _ body: (inout MarkupReader, RawSpan) throws(XLSXReadError) -> Result
  ) throws(XLSXReadError) -> Result {
    // Bytes have no padding, and the storage outlives the call.
    let bytes = unsafe part.storage.span.bytes
    var reader = MarkupReader(part, limits: limits)
    try reader.enterRoot(bytes, root, namespace)
    let result = try body(&reader, bytes)
    try reader.finishPart(bytes)
    return result
  }
}
