/// Changes to long texts as short inputs, so that what is changed is in order but for that.
///
/// Each change is five bytes and what is put in: which text, where in it (two bytes), how many bytes are taken out, how many
/// are put in.
struct ByteEdits {
  private var input: ArraySlice<UInt8>

  init(_ input: some Collection<UInt8>) {
    self.input = Array(input)[...]
  }

  /// Returns the texts with the changes, and the numbers of those that were changed.
  func applied(to texts: [[UInt8]]) -> (texts: [[UInt8]], changed: Set<Int>) {
    var (texts, input) = (texts, input)
    var changed: Set<Int> = []
    while input.count >= 5 {
      let head = input.prefix(5).map(Int.init)
      input = input.dropFirst(5)
      let number = head[0] % texts.count
      let start = (head[1] << 8 | head[2]) % (texts[number].count + 1)
      let end = min(start + head[3], texts[number].count)
      texts[number].replaceSubrange(start..<end, with: input.prefix(head[4]))
      input = input.dropFirst(head[4])
      changed.insert(number)
    }
    return (texts, changed)
  }
}
