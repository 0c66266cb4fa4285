/// One attribute of a start tag, as places in the part.
struct MarkupAttribute {
  /// The local name.
  let name: KnownName
  /// The qualified name; `localStart` is past the prefix and its colon.
  let nameStart: Int
  let localStart: Int
  let nameEnd: Int
  /// The value between its quotes.
  let valueStart: Int
  let valueEnd: Int
  /// No reference and no white space but blanks in it: the bytes are the value.
  let isPlain: Bool

  var hasPrefix: Bool { localStart != nameStart }
}
