extension ContactBook {
  /// Which column of the list has what.
  struct Columns {
    var unit = 0
    var name = 1
    var phone: Int? = 2
    var from: Int? = 3
    var until: Int? = 4
    /// The number of columns that may be filled; `nil` where others are known for what they are.
    var count: Int?

    /// As the list has them without a head.
    static let positional = Columns()

    private init() { count = 5 }

    /// `nil` for fields that are no head, or none that will do.
    init?(_ fields: [String]) {
      // Most lines are none, and lists may be long.
      guard !Self.units.places(in: fields).isEmpty, let columns = Self.heads(fields).columns else { return nil }
      self = columns
    }

    private init(unit: Int, name: Int, phone: Int?, from: Int?, until: Int?) {
      (self.unit, self.name, self.phone, self.from, self.until) = (unit, name, phone, from, until)
    }

    /// Returns true for fields of which two are words of the list's head.
    static func mayBeHead(_ fields: [String]) -> Bool {
      [units, names, phones, starts, ends].reduce(0) { $0 + $1.places(in: fields).count } > 1
    }

    /// Returns the columns by the words of a head, and what is wrong with it; none where unit or name are not known.
    static func heads(_ fields: [String]) -> (columns: Columns?, problems: [Problem]) {
      func places(_ column: OfficeTable.Head.Column) -> [Int] { column.places(in: fields) }
      let wanted = [("单位", places(units)), ("姓名", places(names))]
      let missing = wanted.filter(\.1.isEmpty).map(\.0)
      let double = wanted.filter { $0.1.count > 1 }.map(\.0)
      guard missing.isEmpty, double.isEmpty else { return (nil, [.heads(missing: missing, double: double)]) }
      let others = [("电话", places(phones)), ("自", places(starts)), ("至", places(ends))]
      var problems: [Problem] = others.filter { $0.1.count > 1 }.map { .doubleHead($0.0) }
      let known = Set((wanted + others).flatMap(\.1))
      let unknown = fields.indices.filter { index in
        !known.contains(index) && !fields[index].isEmpty && ignored.places(in: [fields[index]]).isEmpty
      }
      if !unknown.isEmpty { problems.append(.unknownHeads(unknown.map { fields[$0] })) }
      func only(_ places: [Int]) -> Int? { places.count == 1 ? places[0] : nil }
      return (
        Columns(
          unit: wanted[0].1[0], name: wanted[1].1[0], phone: only(others[0].1), from: only(others[1].1),
          until: only(others[2].1)), problems
      )
    }

    private static let units = OfficeTable.Head.Column(
      ["unit", "单位"], ["单位名称", "填报单位", "报送单位", "填报单位名称", "部门", "科室", "单位全称", "单位名", "县区", "县(市、区)"])
    private static let names = OfficeTable.Head.Column(
      ["name", "姓名"], ["填报人", "联系人", "经办人", "联系人姓名", "填报人姓名", "名字", "填表人", "填报人员", "经办人员", "联系人员"])
    private static let phones = OfficeTable.Head.Column(
      ["phone", "电话"],
      [
        "联系电话", "电话号码", "手机", "手机号", "手机号码", "办公电话", "联系方式", "座机", "固定电话", "固话", "tel", "telephone",
        "mobile",
      ])
    private static let starts = OfficeTable.Head.Column(
      ["from", "自"],
      ["起", "从", "开始", "开始日期", "起始日期", "起始", "自何日", "任职时间", "任职日期", "生效日期", "start"])
    private static let ends = OfficeTable.Head.Column(
      ["until", "至"],
      ["止", "到", "结束", "结束日期", "截止", "截止日期", "终止日期", "离任时间", "离任日期", "失效日期", "to", "end"])
    /// What lists have besides, and forms never print.
    private static let ignored = OfficeTable.Head.Column([
      "序号", "备注", "说明", "职务", "岗位", "职称", "性别", "邮箱", "电子邮箱", "微信", "qq", "传真", "地址", "note", "remark",
    ])
  }
}
