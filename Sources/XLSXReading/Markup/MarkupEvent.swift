/// What `MarkupReader.next` stopped at.
enum MarkupEvent {
  case start
  case end
  case text
  /// The part is over, and it was well formed.
  case finished
}
