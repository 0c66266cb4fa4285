internal import PlanModel

extension PlanFileProblem {
  private var wanted: String { expected.words(in: .chinese) }

  var chineseAboutFile: String? {
    switch code {
    case .unreadable: FileTrouble(name: found).words(in: .chinese) + "。"
    case .syntax: "YAML 语法错误（\(found)）。多为缩进不齐、引号不成对，或冒号、短横后缺空格。"
    case .anchor: "不支持 YAML 锚点、引用和标签“\(found)”。请把内容直接写在用到的地方。"
    case .tooLarge: "文件有 \(found) 字节，超过上限 \(wanted) 字节。请确认这是计划文件；确是的，用 --limits planBytes 放宽。"
    case .notUTF8: "不是 UTF-8 编码。请另存为 UTF-8 后再用。"
    case .tooMany: "条目超过 \(wanted) 个。请确认这是计划文件；确是的，用 --limits planEntries 放宽。"
    case .tooDeep: "嵌套过深。请检查括号和缩进。"
    case .emptyFile: "文件是空的。计划文件至少要有 version、title、units、tasks、reporting。"
    case .unsupportedVersion: "格式版本“\(found)”不认识，本程序只认第 \(wanted) 版。请换用相应版本的程序。"
    default: nil
    }
  }

  var chineseAboutShape: String? {
    switch code {
    case .unknownKey: "不认识的键“\(found)”。" + (wanted.isEmpty ? "请删去或改正。" : "此处可用：\(wanted)。")
    case .missingKey: "缺少必填的键“\(wanted)”。请补上。"
    case .duplicateKey: "键“\(found)”写了不止一次。请合并成一处。"
    case .wrongShape: "这里应是：\(wanted)。"
    case .badValue: "“\(found)”不对，应是：\(wanted)。"
    default: nil
    }
  }

  var chineseAboutNames: String? {
    switch code {
    case .duplicateID: "编号“\(found)”已在第 \(wanted) 行用过。每个单位、每项任务的编号只能用一次。"
    case .duplicateCode: "指标编码“\(found)”已在第 \(wanted) 行用过。编码不得重复，也不得再用。"
    case .duplicateName: "名称“\(found)”已在第 \(wanted) 行用过。请改成不重复的名称。"
    case .unusableName: "单位名称“\(found)”里有不能用的控制字符（\(wanted)），表格和文件名都写不出。请把它删去。"
    case .foreignCode: "编码“\(found)”不属于本任务。应以 \(wanted)- 开头，后接两位数。"
    case .unknownUnit: "单位“\(found)”不在 units 里。请改正名称，或在 units 里加上它或它的别名。"
    case .vagueUnit: "“\(found)”指向不明，不自动展开。请逐一写出单位。"
    case .groupMembers: "单位“\(found)”的成员不对：" + groupRule
    case .notReporting: "“\(found)”不在 reporting.units 里，收不到填报表。请加入，或改由别的单位报送。"
    case .unknownCode: "没有编码为“\(found)”的指标或任务。请改正。"
    case .cycle: "“\(found)”经 \(wanted) 又指回自己。请去掉其中一处。"
    default: nil
    }
  }

  private var groupRule: String { "集合要列 members，指向不明的写 vague: true 而不列，其他单位都不写；成员不能又是集合。" }

  var chineseAboutFigures: String? {
    switch code {
    case .allocationSum: "各单位分解数合计 \(found)，不等于目标 \(wanted)。请核平。"
    case .shareTwice: "“\(found)”是\(wanted)，前面已经写过它的分解数。每个单位只写一次。"
    case .allocationUnit: "“\(found)”不报送这项指标，不能有分解数。请改正单位，或加进 reportedBy。"
    case .allocationWithoutTarget: "没有目标值，不能有分解数。请补上 value，或删去 allocation。"
    case .ratioWithoutParts: "由分子分母计算的率缺“\(wanted)”。请写出分子、分母的指标编码。"
    case .partsWithoutRatio: "只有 kind 和 aggregate 都是 ratio 的指标才写“\(found)”。"
    case .ratioPart: "“\(found)”不能作分子或分母：要 kind 为 count，role 为 context 或 criterion。"
    case .partReporters: "分子、分母的报送单位不同。两项应由同样的单位报送。"
    case .range: "comparator 为 range 时要写 min、max（min 不大于 max），不写 value；其他情形不写 min、max。"
    case .valueNotAllowed: "这里不能有 value（\(found)）：写了 \(wanted) 的指标没有数值。"
    case .perMissing: "按每个单位达标（each-unit-meets）的指标要写 per 和 value。"
    case .aggregate: "aggregate（\(found)）与 kind（\(wanted)）不配。kind 为 milestone 的只配 milestone，ratio 只用于率。"
    case .order: "先后不对：\(found) 应早于 \(wanted)。"
    default: nil
    }
  }
}
