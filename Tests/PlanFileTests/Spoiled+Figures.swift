extension Spoiled {
  /// Figures and times that do not fit together.
  static let figures: [Spoiled] = [
    Spoiled(
      "shares that do not add up", "西县: 12",
      "西县: 11",
      ["35:21 allocation-sum tasks[0].indicators[0].allocation"]),
    Spoiled(
      "a share for a unit that does not report", "西县: 12",
      "办公室: 12",
      ["35:30 allocation-unit tasks[0].indicators[0].allocation.办公室"]),
    Spoiled(
      "a unit with two shares", "allocation: {东县: 18, 西县: 12}", "allocation: {东县: 10, east: 8, 西县: 12}",
      ["35:30 share-twice tasks[0].indicators[0].allocation.east"]),
    Spoiled(
      "shares without a target", "        value: 30\n",
      "",
      ["34:21 allocation-without-target tasks[0].indicators[0].allocation"]),
    Spoiled(
      "a ratio without its denominator", "        denominator: \"1.1-04\"\n",
      "",
      ["45:20 ratio-without-parts tasks[0].indicators[1].aggregate"]),
    Spoiled(
      "parts of what is no ratio", "        unit: 户\n",
      "        unit: 户\n        numerator: \"1.1-03\"\n",
      ["29:20 parts-without-ratio tasks[0].indicators[0].numerator"]),
    Spoiled(
      "an unknown part", "numerator: \"1.1-03\"",
      "numerator: \"1.1-09\"",
      ["46:20 unknown-code tasks[0].indicators[1].numerator"]),
    Spoiled(
      "a part that is no background count", "numerator: \"1.1-03\"",
      "numerator: \"1.1-01\"",
      ["46:20 ratio-part tasks[0].indicators[1].numerator"]),
    Spoiled(
      "a ratio that is its own part", "numerator: \"1.1-03\"",
      "numerator: \"1.1-02\"",
      ["46:20 cycle tasks[0].indicators[1].numerator", "47:22 part-reporters tasks[0].indicators[1].denominator"]),
    Spoiled(
      "a total that is part of itself", "{code: \"1.1-03\",",
      "{partOf: \"1.1-03\", code: \"1.1-03\",",
      ["51:18 cycle tasks[0].indicators[2].partOf"]),
    Spoiled(
      "parts that other units report",
      "- {code: \"1.1-04\", name: 镇数, quote: 镇, role: context, kind: count, measure: level, aggregate: sum, frequency: month, reportedBy: [counties]}",
      "- {code: \"1.1-04\", name: 镇数, quote: 镇, role: context, kind: count, measure: level, aggregate: sum, frequency: month, reportedBy: [east]}",
      ["47:22 part-reporters tasks[0].indicators[1].denominator"]),
    Spoiled(
      "a range without its ends", "        value: 30\n        unit",
      "        comparator: range\n        min: 3\n        unit",
      ["23:9 range tasks[0].indicators[0]", "36:21 allocation-without-target tasks[0].indicators[0].allocation"]),
    Spoiled(
      "ends without a range", "        value: 30\n",
      "        value: 30\n        max: 40\n",
      ["23:9 range tasks[0].indicators[0]"]),
    Spoiled(
      "a value for what is only done", "value: null",
      "value: 3",
      ["61:98 value-not-allowed tasks[1].indicators[0].value"]),
    Spoiled(
      "a benchmark with a value", "        value: 90\n",
      "        value: 90\n        benchmark: true\n",
      ["41:16 value-not-allowed tasks[0].indicators[1].value"]),
    Spoiled(
      "a floor for each of nothing", "aggregate: sum\n",
      "aggregate: each-unit-meets\n",
      ["31:20 per-missing tasks[0].indicators[0].aggregate"]),
    Spoiled(
      "a milestone that is added up", "aggregate: milestone, frequency",
      "aggregate: sum, frequency",
      ["61:152 aggregate tasks[1].indicators[0].aggregate"]),
    Spoiled(
      "an end before the beginning", "        frequency: month\n        deadline",
      "        from: 2024-06\n        until: 2024-05\n        frequency: month\n        deadline",
      ["32:9 order tasks[0].indicators[0]"]),
    Spoiled(
      "targets out of order", "        frequency: month\n        deadline",
      "        targets: [{from: 2024-07, value: 1}, {from: 2024-06, value: 2}]\n        frequency: month\n        deadline",
      ["32:46 order tasks[0].indicators[0].targets[1]"]),
    Spoiled(
      "a span that ends before it begins", "endLine: 4, endColumn: 33",
      "endLine: 3, endColumn: 33",
      ["21:13 order tasks[0].source"]),
    Spoiled(
      "a doubt about nothing", "about: \"1.1-02\"",
      "about: \"9.9\"",
      ["65:13 unknown-code doubts[0].about"]),
    Spoiled(
      "a weight of nothing known", "weights: {\"1.1-01\": 2}",
      "weights: {\"1.1-21\": 2}",
      ["75:13 unknown-code reporting.weights.1.1-21"]),
    Spoiled(
      "a column without a line", "why: title, line: 1, column: 6",
      "why: title, column: 6",
      ["63:5 missing-key notFigures[0]"]),
    Spoiled(
      "a pace that is none", "        frequency: month\n        deadline",
      "        pace: {slow: 1}\n        frequency: month\n        deadline",
      ["32:15 wrong-shape tasks[0].indicators[0].pace", "32:16 unknown-key tasks[0].indicators[0].pace"]),
  ]
}
