/// The words for one kind of failure: what is wrong, and the remedy.
struct ErrorWords {
  let chinese: String
  let chineseRemedy: String
  let english: String
  let englishRemedy: String

  init(_ chinese: String, _ chineseRemedy: String, _ english: String, _ englishRemedy: String) {
    self.chinese = chinese
    self.chineseRemedy = chineseRemedy
    self.english = english
    self.englishRemedy = englishRemedy
  }
}
