extension Spoiled {
  /// Syntax, keys, and values by themselves.
  static let shapes: [Spoiled] = [
    Spoiled(
      "a syntax error", "issuer: 某局",
      "issuer: [某局",
      ["6:5 syntax "]),
    Spoiled(
      "a key given twice", "year: 2024",
      "year: 2024\nyear: 2025",
      ["6:1 duplicate-key "]),
    Spoiled(
      "an anchor", "leads: [福利科]",
      "leads: &x [福利科]",
      ["19:12 anchor tasks[0].leads"]),
    Spoiled(
      "a tag", "revision: 1",
      "revision: !!str 1",
      ["2:11 anchor revision"]),
    Spoiled(
      "another version", "version: 1",
      "version: 2",
      ["1:10 unsupported-version version"]),
    Spoiled(
      "an unknown key at the top", "issuer: 某局",
      "issuer: 某局\nissuers: 某局",
      ["6:1 unknown-key "]),
    Spoiled(
      "an unknown key of a unit", "kind: section}",
      "kind: section, phone: 1}",
      ["8:44 unknown-key units[0]"]),
    Spoiled(
      "an unknown key of a task", "    heading: 提升养老服务",
      "    headline: 提升养老服务\n    heading: 提升养老服务",
      ["17:5 unknown-key tasks[0]"]),
    Spoiled(
      "an unknown key of an indicator", "        unit: 户",
      "        units: 户",
      ["28:9 unknown-key tasks[0].indicators[0]"]),
    Spoiled(
      "a missing key", "issuer: 某局\n",
      "",
      ["1:1 missing-key "]),
    Spoiled(
      "a key without value", "issuer: 某局",
      "issuer:",
      ["5:8 missing-key "]),
    Spoiled(
      "a missing key of an indicator", "        kind: count\n        measure: cumulative\n",
      "        measure: cumulative\n",
      ["23:9 missing-key tasks[0].indicators[0]"]),
    Spoiled(
      "a list where text is wanted", "title: 小计划",
      "title: [小计划]",
      ["3:8 wrong-shape title"]),
    Spoiled(
      "text where a list is wanted", "leads: [福利科]",
      "leads: 福利科",
      ["19:12 wrong-shape tasks[0].leads"]),
    Spoiled(
      "text where a map is wanted", "deadline: {date: 2024-12-31, stated: true}",
      "deadline: 2024-12-31",
      ["33:19 wrong-shape tasks[0].indicators[0].deadline"]),
    Spoiled(
      "a number with a unit", "value: 30",
      "value: 30户",
      ["27:16 bad-value tasks[0].indicators[0].value"]),
    Spoiled(
      "a number with grouping", "value: 30",
      "value: \"1,030\"",
      ["27:16 bad-value tasks[0].indicators[0].value"]),
    Spoiled(
      "a fraction where a whole number is wanted", "revision: 1",
      "revision: 1.5",
      ["2:11 bad-value revision"]),
    Spoiled(
      "a quoted truth value", "titleStated: false",
      "titleStated: \"false\"",
      ["4:14 bad-value titleStated"]),
    Spoiled(
      "a word outside a choice", "role: target",
      "role: goal",
      ["26:15 bad-value tasks[0].indicators[0].role"]),
    Spoiled(
      "a day that is none", "date: 2024-12-31",
      "date: 2024-02-30",
      ["33:26 bad-value tasks[0].indicators[0].deadline.date"]),
    Spoiled(
      "a period that is none", "from: 2024-04",
      "from: 2024-13",
      ["73:9 bad-value reporting.from"]),
    Spoiled(
      "a due date in other words", "month: 次月5日",
      "month: 5日",
      ["74:16 bad-value reporting.due.month"]),
    Spoiled(
      "places out of range", "decimals: 1",
      "decimals: 12",
      ["50:19 bad-value tasks[0].indicators[1].decimals"]),
    Spoiled(
      "a weight of nothing", "weights: {\"1.1-01\": 2}",
      "weights: {\"1.1-01\": 0}",
      ["75:23 bad-value reporting.weights.1.1-01"]),
    Spoiled(
      "an unknown field marked illustrative", "illustrative: [allocation]",
      "illustrative: [colour]",
      ["36:24 bad-value tasks[0].indicators[0].illustrative[0]"]),
    Spoiled(
      "a digest that is none", "units:\n",
      "source: {file: a.txt, sha256: 12ab}\nunits:\n",
      ["7:31 bad-value source.sha256"]),
  ]
}
