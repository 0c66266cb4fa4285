/// Identity and telephone numbers in texts of words.
///
/// They are masked wherever such text leaves the unit's own files: in messages, lists, summaries and logs. A figure is
/// never masked: not a number that stands alone, not one of a row of numbers, not one with a sign, decimals or a unit of
/// measure, not one behind 合计 or 累计.
public enum PersonalData {
  /// Returns the text with the middle of every such number as asterisks; anything else stays as it is.
  ///
  /// Taken for one: 18 digits with a day of birth and the right check digit (居民身份证号); 11 digits that begin with 13 to
  /// 19 among words, or with hyphens, or behind +86 (手机号); an area code that begins with 0 and 7 or 8 digits behind it.
  /// What looks less like one is taken for one behind 电话, 身份证 and the like.
  ///
  /// - Parameter isFigure: the text stands where a figure is wanted; a bare number in it is one unless somebody is named.
  public static func masked(_ text: String, inFigure isFigure: Bool = false) -> String {
    guard text.utf8.lazy.filter({ (48...57).contains($0) }).count >= 10 else { return text }
    var characters = Array(text)
    let surroundings = Surroundings(characters, isFigure: isFigure)
    var index = 0
    while index < characters.count {
      guard characters[index].isDigit else {
        index += 1
        continue
      }
      let run = TelephoneDigits(characters, from: index)
      if let (places, hidden) = run.personal(surroundings) {
        for place in hidden { characters[places[place]] = "*" }
        index = (places.last ?? index) + 1
      } else {
        index = run.firstEnd
      }
    }
    return String(characters)
  }
}

/// Groups of digits with one hyphen or space between two of them.
private struct TelephoneDigits {
  private struct Group {
    let start: Int
    var digits: [Character]
    var end: Int { start + digits.count }
  }

  private var groups: [Group] = []
  /// Between a group and the next.
  private var separators: [Character] = []

  init(_ characters: [Character], from start: Int) {
    var next = start
    while next < characters.count, characters[next].isDigit {
      var group = Group(start: next, digits: [])
      while next < characters.count, characters[next].isDigit {
        group.digits.append(characters[next])
        next += 1
      }
      // The last sign of an identity number.
      let count = groups.reduce(group.digits.count) { $0 + $1.digits.count }
      if next < characters.count, characters[next] == "X" || characters[next] == "x", count == 17 {
        group.digits.append(characters[next])
        next += 1
      }
      groups.append(group)
      guard next + 1 < characters.count, characters[next] == "-" || characters[next] == " ",
        characters[next + 1].isDigit, groups.count < 5
      else { break }
      separators.append(characters[next])
      next += 1
    }
  }

  /// Where the first group ends.
  var firstEnd: Int { groups[0].end }

  /// Returns the places of the digits of the number that begins here and which of them are hidden; `nil` if none does.
  func personal(_ around: Surroundings) -> (places: [Int], hidden: Range<Int>)? {
    for count in groups.indices.reversed().map({ $0 + 1 }) {
      let own = groups[..<count]
      let digits = own.flatMap(\.digits)
      guard let shape = Shape(digits, groups: own.map(\.digits.count), separators: Array(separators.prefix(count - 1))),
        around.allow(shape, from: own[0].start, to: own[count - 1].end)
      else { continue }
      return (own.flatMap { Array($0.start..<$0.end) }, shape.hidden)
    }
    return nil
  }
}

/// What a number may be by its digits alone.
private struct Shape {
  enum Kind {
    /// By day of birth and check digit: nothing else has them.
    case identity
    /// Grouped or begun as no figure is.
    case telephone
    /// As a large figure might be too.
    case mobile
    /// Only where somebody says so.
    case unsure
  }

  let kind: Kind
  let hidden: Range<Int>

  init?(_ digits: [Character], groups: [Int], separators: [Character]) {
    let isOne = groups.count == 1
    let hyphens = separators.allSatisfy { $0 == "-" }
    switch digits.count {
    case 18 where isOne || [[6, 8, 4], [6, 4, 4, 4]].contains(groups):
      self.init(kind: Self.isIdentity(digits) ? .identity : .unsure, hidden: 6..<14)
    case 15 where isOne: self.init(kind: .unsure, hidden: 6..<12)
    case 11 where Self.isMobile(digits[...]) && (isOne || [[3, 4, 4], [3, 8], [7, 4]].contains(groups)):
      self.init(kind: isOne ? .mobile : hyphens && groups == [3, 4, 4] ? .telephone : .unsure, hidden: 3..<7)
    case 11 where digits[0] == "1" && isOne: self.init(kind: .unsure, hidden: 3..<7)
    case 13
    where digits.starts(with: "86") && Self.isMobile(digits[2...]) && groups[0] <= 2
      || digits.count == 13 && isOne && digits.starts(with: "861"):
      self.init(kind: isOne ? .mobile : .telephone, hidden: 5..<9)
    case 10...12 where Self.isAreaCode(digits) && Self.isSplit(groups, digits):
      self.init(kind: .telephone, hidden: 4..<(digits.count - 3))
    default: return nil
    }
  }

  private init(kind: Kind, hidden: Range<Int>) {
    self.kind = kind
    self.hidden = hidden
  }

  private static func isMobile(_ digits: ArraySlice<Character>) -> Bool {
    digits.first == "1" && digits.dropFirst().first.map { ("3"..."9").contains($0) } == true
  }

  /// Returns true for 010, 02x, 03xx to 09xx.
  private static func isAreaCode(_ digits: [Character]) -> Bool {
    digits[0] == "0" && digits[1] != "0" && (digits[1] != "1" || digits[2] == "0")
  }

  /// Returns true for a number in one piece, or parted behind the area code, and the rest perhaps in two fours.
  private static func isSplit(_ groups: [Int], _ digits: [Character]) -> Bool {
    let area = digits[1] == "1" || digits[1] == "2" ? 3 : 4
    let rest = digits.count - area
    return (7...8).contains(rest)
      && (groups == [digits.count] || groups == [area, rest] || groups == [area, rest - 4, 4])
  }

  /// - Source: GB 11643-1999.
  private static func isIdentity(_ digits: [Character]) -> Bool {
    let values = digits.map { $0.wholeNumberValue ?? 10 }
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    let sum = zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
    guard (12 - sum % 11) % 11 == values[17] else { return false }
    func number(_ places: Range<Int>) -> Int { values[places].reduce(0) { $0 * 10 + $1 } }
    return (1900...2099).contains(number(6..<10))
      && CivilDate(year: number(6..<10), month: number(10..<12), day: number(12..<14)) != nil
  }
}

/// What stands around a number.
private struct Surroundings {
  private let characters: [Character]
  /// Whether there are words at all; without any the text is a figure, or a row of figures.
  private let hasWords: Bool
  private let isFigure: Bool

  init(_ characters: [Character], isFigure: Bool) {
    self.characters = characters
    // More than a few words are a text, wherever they stand.
    self.isFigure = isFigure && characters.count { $0.isLetter } <= 10
    hasWords = characters.contains { $0.isLetter }
  }

  private static let labels = [
    "电话", "手机", "联系", "致电", "来电", "热线", "号码", "拨打", "传真", "身份证", "证件", "公民身份", "tel", "phone", "mobile", "call",
  ]
  /// A number behind these is a figure.
  private static let figureWords = [
    "合计", "共计", "总计", "小计", "累计", "共", "计", "额", "完成", "达", "达到", "增加", "减少", "增长", "支出", "收入", "投入", "资金", "约", "近",
    "超",
    "超过", "余", "数", "量", "值", "为", "是", "元", "目标", "任务", "本期", "上期",
  ]
  private static let measures = Set("元万亿千百户人个件家吨米公里克斤次项名座处所张台套间栋辆只头亩顷平立㎡％%‰℃岁年月日天小时分秒期批笔份场村镇乡街组条块宗例股")

  func allow(_ shape: Shape, from start: Int, to end: Int) -> Bool {
    let isNamed = isLabelled(start)
    switch shape.kind {
    case .identity: return !isPartOfFigure(start, end)
    case .telephone: return isNamed || !isPartOfFigure(start, end)
    case .unsure: return isNamed || isDialled(start)
    case .mobile:
      if isNamed || isDialled(start) { return true }
      return hasWords && !isPartOfFigure(start, end) && !hasFigureWord(start) && !hasMeasure(end)
        && isAmongWords(start, end)
    }
  }

  /// Returns true if +86 stands right before the number.
  private func isDialled(_ start: Int) -> Bool {
    let before = String(characters[max(0, start - 4)..<start])
    return ["+86", "+86 ", "+86-", "+"].contains { before.hasSuffix($0) }
  }

  private func isLabelled(_ start: Int) -> Bool {
    // 问13812345678: a person is meant.
    if start > 0, "问找询".contains(characters[start - 1]) { return true }
    let before = characters[max(0, start - 12)..<start]
    let sentence = before.split(omittingEmptySubsequences: false) { "。；;\n".contains($0) }.last.map { String($0) } ?? ""
    return Self.labels.contains { sentence.lowercased().contains($0) }
  }

  /// Returns true if a sign or decimals stand before it, or decimals or groups behind it.
  private func isPartOfFigure(_ start: Int, _ end: Int) -> Bool {
    if start > 0 {
      let before = characters[start - 1]
      if "-−－﹣–+＋±△▲¥￥$€£".contains(before) { return true }
      if ".．,".contains(before), start > 1, characters[start - 2].isDigit { return true }
    }
    guard end + 1 < characters.count, ".．,".contains(characters[end]) else { return false }
    let behind = characters[(end + 1)...].prefix { $0.isDigit }.count
    return characters[end] == "," ? behind == 3 : behind > 0
  }

  private func hasFigureWord(_ start: Int) -> Bool {
    let before = characters[..<start].suffix(8).filter { !" :：“\"（(".contains($0) }
    return Self.figureWords.contains { String(before).hasSuffix($0) }
  }

  private func hasMeasure(_ end: Int) -> Bool { end < characters.count && Self.measures.contains(characters[end]) }

  /// Returns true if it stands next to what may be a person's name; in a text of words also in the middle of a
  /// sentence, but not parted from it like a cell from the next.
  private func isAmongWords(_ start: Int, _ end: Int) -> Bool {
    if !isFigure, start > 0, !characters[start - 1].isWhitespace { return true }
    let marks: (Character) -> Bool = { $0.isWhitespace || "：:（(，,、".contains($0) }
    let before = characters[..<start].reversed().drop(while: marks).prefix { $0.isLetter }
    let behind = characters[end...].drop(while: marks).prefix { $0.isLetter }
    let word = String(before.reversed())
    // 问张三: the name stands at the end.
    let isNamed = [2, 3].contains { Self.isName(String(word.suffix($0))) }
    return isNamed || before.isEmpty && Self.isName(String(behind))
  }

  private static let surnames = Set(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许邓冯韩曹曾彭萧肖蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武戚莫孔向汤温庄施甘欧佘詹翁辜赖纪骆柯卓"
  )

  /// Returns true for two to four Chinese characters of which the first is a common surname, and the last is none of a
  /// place or an office.
  private static func isName(_ word: String) -> Bool {
    guard (2...4).contains(word.count), let first = word.first, surnames.contains(first), let last = word.last else {
      return false
    }
    return word.allSatisfy(\.isLetter) && !"市县区镇乡村街道局科办社所站院厂校园会部处组队馆库路岛港".contains(last)
  }
}

extension Character {
  fileprivate var isDigit: Bool { isASCII && isNumber }
}
