/// Takes from typed text what carries no meaning: marks for width, spaces of every kind, invisible characters.
enum CellTextCleaner {
  /// The text with full-width letters, digits and marks made half-width, and white space at both ends,
  /// zero-width characters and byte order marks taken out. For comparing and for numbers, not for showing.
  static func halfWidth(_ text: String) -> String {
    if isPlain(text) { return text }
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xFF01...0xFF5E: out.unicodeScalars.append(Unicode.Scalar(UInt8(scalar.value - 0xFEE0)))
      case 0x3000, 0xA0, 0x2000...0x200A, 0x202F: out.append(" ")
      case 0x200B...0x200F, 0x2060, 0xFEFF, 0x202A...0x202E: continue
      case 0x2212, 0x2013: out.append("-")
      default: out.unicodeScalars.append(scalar)
      }
    }
    return trimmed(out)
  }

  /// The text without white space at its ends (U+3000 and NBSP included) and without invisible characters.
  static func trimmed(_ text: String) -> String {
    if isPlain(text) { return text }
    let visible = text.unicodeScalars.filter { !(0x200B...0x200F).contains($0.value) && $0.value != 0xFEFF }
    var view = String(String.UnicodeScalarView(visible))[...]
    while let first = view.first, first.isWhitespace { view.removeFirst() }
    while let last = view.last, last.isWhitespace { view.removeLast() }
    return String(view)
  }

  /// True for a text that has nothing to be taken out or made narrow, as most have; told by its bytes alone.
  private static func isPlain(_ text: String) -> Bool {
    let bytes = text.utf8
    guard let first = bytes.first, let last = bytes.last else { return true }
    guard first > 0x20, last > 0x20 else { return false }
    // E3 80 80 is the ideographic space; C2, E1, E2 and EF begin the other spaces, the dashes, and the marks of full width.
    var ideographic = 0
    for byte in bytes {
      switch byte {
      case 0xC2, 0xE1, 0xE2, 0xEF: return false
      case 0xE3: ideographic = 1
      case 0x80 where ideographic > 0:
        ideographic += 1
        if ideographic == 3 { return false }
      default: ideographic = 0
      }
    }
    return true
  }

  /// The text of a heading or name as it is compared: half-width, without white space, brackets with what they hold,
  /// and marks; radicals that look like characters become the characters.
  static func key(_ text: String) -> String {
    var out = String.UnicodeScalarView()
    var depth = 0
    // By scalars: comparing characters costs more than all the rest of reading a form.
    for scalar in halfWidth(text).unicodeScalars {
      switch scalar {
      case "(", "[", "【", "〔": depth += 1
      case ")", "]", "】", "〕": depth = max(0, depth - 1)
      case _ where depth > 0: continue
      case ":", "*", "'", "\"", "“", "”", "、", ",", ".", "%": continue
      case _ where scalar.properties.isWhitespace: continue
      case "\u{2E80}"..."\u{2FDF}": out.append(radicals[scalar] ?? scalar)
      default: out.append(scalar)
      }
    }
    return String(out)
  }

  /// The text with radicals that look like characters made the characters.
  static func withoutRadicals(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { ("\u{2E80}"..."\u{2FDF}").contains($0) }) else { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { out.append(radicals[scalar] ?? scalar) }
    return String(out)
  }

  /// CJK radicals that input methods and copies from PDF put in place of characters: the Kangxi radicals as NFKC has them,
  /// and the simplified ones of the supplement, which NFKC leaves alone.
  private static let radicals: [Unicode.Scalar: Unicode.Scalar] = {
    let look =
      "⼀⼁⼂⼃⼄⼅⼆⼇⼈⼉⼊⼋⼌⼍⼎⼏⼐⼑⼒⼓⼔⼕⼖⼗⼘⼙⼚⼛⼜⼝⼞⼟⼠⼡⼢⼣⼤⼥⼦⼧⼨⼩⼪⼫⼬⼭⼮⼯⼰⼱⼲⼳⼴⼵⼶⼷⼸⼹⼺⼻⼼⼽⼾⼿⽀⽁⽂⽃⽄⽅⽆⽇⽈⽉⽊⽋⽌⽍⽎⽏⽐⽑⽒⽓⽔⽕⽖⽗⽘⽙⽚⽛⽜⽝⽞⽟⽠⽡⽢⽣⽤⽥⽦⽧⽨⽩⽪⽫⽬⽭⽮⽯⽰⽱⽲⽳⽴⽵⽶⽷⽸⽹⽺⽻⽼⽽⽾⽿⾀⾁⾂⾃⾄⾅⾆⾇⾈⾉⾊⾋⾌⾍⾎⾏⾐⾑⾒⾓⾔⾕⾖⾗⾘⾙⾚⾛⾜⾝⾞⾟⾠⾡⾢⾣⾤⾥⾦⾧⾨⾩⾪⾫⾬⾭⾮⾯⾰⾱⾲⾳⾴⾵⾶⾷⾸⾹⾺⾻⾼⾽⾾⾿⿀⿁⿂⿃⿄⿅⿆⿇⿈⿉⿊⿋⿌⿍⿎⿏⿐⿑⿒⿓⿔⿕⻚⻓⻔⻅⻋⻢⻦⻥⻩⻰⻛⻜⻉⻄"
    let mean =
      "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠页长门见车马鸟鱼黄龙风飞贝西"
    return Dictionary(zip(look.unicodeScalars, mean.unicodeScalars), uniquingKeysWith: { first, _ in first })
  }()
}
