/// The forms in which names are compared: what input methods, widths and copies from other programs change is the same.
package enum NameKey {
  /// Returns a unit's name as it is compared: no white space, half-width letters, digits and marks, characters for
  /// radicals that look like them.
  package static func unit(_ name: String) -> String {
    if name.isBare { return name }
    var key = String.UnicodeScalarView()
    for scalar in name.unicodeScalars where !scalar.isSpace { key.append(character(halfWidth(scalar))) }
    return String(key)
  }

  /// Returns the name of a listed object as it is compared: like a unit's, and besides without quotation marks and a
  /// full stop at the end, with one kind of dash and in small letters.
  package static func object(_ name: String) -> String {
    var key = String.UnicodeScalarView()
    for scalar in unit(name).lowercased().unicodeScalars {
      switch scalar {
      case "\"", "'", "“", "”", "‘", "’", "「", "」", "『", "』", "`": continue
      case "‐", "‑", "‒", "–", "—", "―", "−", "－", "ー": key.append("-")
      default: key.append(scalar)
      }
    }
    while let last = key.last, "。.;,、".unicodeScalars.contains(last) { key.removeLast() }
    return String(key)
  }

  /// Returns the text with radicals that look like characters made the characters.
  package static func withoutRadicals(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { ("\u{2E80}"..."\u{2FDF}").contains($0) }) else { return text }
    var out = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { out.append(character(scalar)) }
    return String(out)
  }

  /// Returns the character that a radical looks like; any other scalar itself.
  package static func character(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    ("\u{2E80}"..."\u{2FDF}").contains(scalar) ? radicals[scalar] ?? scalar : scalar
  }

  private static func halfWidth(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    ("\u{FF01}"..."\u{FF5E}").contains(scalar) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
  }

  /// CJK radicals that input methods and copies from PDF put in place of characters: the Kangxi radicals as NFKC has them,
  /// and the simplified ones of the supplement, which NFKC leaves alone.
  private static let radicals: [Unicode.Scalar: Unicode.Scalar] = {
    let look =
      "⼀⼁⼂⼃⼄⼅⼆⼇⼈⼉⼊⼋⼌⼍⼎⼏⼐⼑⼒⼓⼔⼕⼖⼗⼘⼙⼚⼛⼜⼝⼞⼟⼠⼡⼢⼣⼤⼥⼦⼧⼨⼩⼪⼫⼬⼭⼮⼯⼰⼱⼲⼳⼴⼵⼶⼷⼸⼹⼺⼻⼼⼽⼾⼿⽀⽁⽂⽃⽄⽅⽆⽇⽈⽉⽊⽋⽌⽍⽎⽏⽐⽑⽒⽓⽔⽕⽖⽗⽘⽙⽚⽛⽜⽝⽞⽟⽠⽡⽢⽣⽤⽥⽦⽧⽨⽩⽪⽫⽬⽭⽮⽯⽰⽱⽲⽳⽴⽵⽶⽷⽸⽹⽺⽻⽼⽽⽾⽿⾀⾁⾂⾃⾄⾅⾆⾇⾈⾉⾊⾋⾌⾍⾎⾏⾐⾑⾒⾓⾔⾕⾖⾗⾘⾙⾚⾛⾜⾝⾞⾟⾠⾡⾢⾣⾤⾥⾦⾧⾨⾩⾪⾫⾬⾭⾮⾯⾰⾱⾲⾳⾴⾵⾶⾷⾸⾹⾺⾻⾼⾽⾾⾿⿀⿁⿂⿃⿄⿅⿆⿇⿈⿉⿊⿋⿌⿍⿎⿏⿐⿑⿒⿓⿔⿕⻚⻓⻔⻅⻋⻢⻦⻥⻩⻰⻛⻜⻉⻄⺠⻝⻣⻨⻬⻮⻳⻘⻙⻆⺟⻤⺒⺓⺝⻁⻗⻑⺬⺩"
    let mean =
      "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠页长门见车马鸟鱼黄龙风飞贝西民食骨麦齐齿龟青韦角母鬼巳幺月虎雨長示王"
    return Dictionary(zip(look.unicodeScalars, mean.unicodeScalars), uniquingKeysWith: { first, _ in first })
  }()
}
