extension Spoiled {
  /// Ids, codes and names.
  static let names: [Spoiled] = [
    Spoiled(
      "a unit id given twice", "id: welfare",
      "id: office",
      ["9:10 duplicate-id units[1].id", "71:19 unknown-unit reporting.units[1]"]),
    Spoiled(
      "a unit name given twice", "aliases: [福利科]",
      "aliases: [办公室]",
      ["9:57 duplicate-name units[1].aliases[0]", "19:13 unknown-unit tasks[0].leads[0]"]),
    Spoiled(
      "a unit name with a control character", "name: 社会福利科",
      "name: \"社会\\a福利科\"",
      ["9:25 unusable-name units[1].name"]),
    Spoiled(
      "a task id given twice", "id: \"1.2.1\"",
      "id: \"1.1\"",
      ["53:9 duplicate-id tasks[1].id", "61:16 code-of-another-task tasks[1].indicators[0].code"]),
    Spoiled(
      "an indicator code given twice", "code: \"1.1-04\"",
      "code: \"1.1-03\"",
      ["47:22 unknown-code tasks[0].indicators[1].denominator", "52:16 duplicate-code tasks[0].indicators[3].code"]),
    Spoiled(
      "an indicator name given twice", "name: 镇数",
      "name: 建成的镇",
      ["52:32 duplicate-name tasks[0].indicators[3].name"]),
    Spoiled(
      "a code of another task", "code: \"1.1-01\"",
      "code: \"1.2-01\"",
      ["23:15 code-of-another-task tasks[0].indicators[0].code", "75:13 unknown-code reporting.weights.1.1-01"]),
    Spoiled(
      "an unknown lead", "leads: [福利科]",
      "leads: [福利处]",
      ["19:13 unknown-unit tasks[0].leads[0]"]),
    Spoiled(
      "an unknown reporter", "reportedBy: [office]",
      "reportedBy: [bureau]",
      ["61:194 unknown-unit tasks[1].indicators[0].reportedBy[0]"]),
    Spoiled(
      "an unknown unit with a share", "东县: 18",
      "南县: 18",
      ["35:22 unknown-unit tasks[0].indicators[0].allocation.南县"]),
    Spoiled(
      "an unknown member", "members: [east, west]",
      "members: [east, north]",
      ["12:62 unknown-unit units[4].members[1]", "35:30 allocation-unit tasks[0].indicators[0].allocation.西县"]),
    Spoiled(
      "an unknown parent", "kind: section, aliases",
      "kind: section, parent: bureau, aliases",
      ["9:55 unknown-unit units[1].parent"]),
    Spoiled(
      "an unknown unit in reporting", "units: [office, welfare",
      "units: [office, welfares",
      ["71:19 unknown-unit reporting.units[1]"]),
    Spoiled(
      "a vague group that should report", "reportedBy: [office]",
      "reportedBy: [several]",
      ["61:194 vague-unit tasks[1].indicators[0].reportedBy[0]"]),
    Spoiled(
      "a group without members", ", members: [east, west]",
      "",
      [
        "12:10 group-members units[4].id", "35:22 allocation-unit tasks[0].indicators[0].allocation.东县",
        "35:30 allocation-unit tasks[0].indicators[0].allocation.西县",
      ]),
    Spoiled(
      "a unit with members", "name: 东县民政局, short: 东县,",
      "name: 东县民政局, short: 东县, members: [west],",
      ["10:50 group-members units[2].members[0]"]),
    Spoiled(
      "a reporter that gets no form", "units: [office, welfare, east, west]",
      "units: [office, welfare, east]",
      [
        "34:22 unit-does-not-report tasks[0].indicators[0].reportedBy[0]",
        "51:143 unit-does-not-report tasks[0].indicators[2].reportedBy[0]",
        "52:137 unit-does-not-report tasks[0].indicators[3].reportedBy[0]",
        "72:20 unit-does-not-report reporting.counties[1]",
      ]),
  ]
}
