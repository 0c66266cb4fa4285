/// The language of a message for people.
public enum MessageLanguage: String, Hashable, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"
}
