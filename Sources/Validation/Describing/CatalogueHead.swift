/// What stands in the README of this target above the rules.
enum CatalogueHead {
  static let text = """
    # Validation: rules as data

    A rule says what must hold. The built-in ones are `RuleSource` literals (`Package/BuiltIn/`); a plan file changes them or
    adds its own (`rules:`, see `Sources/PlanFile/SCHEMA.md`). `RulePackage(plan:)` puts both together and compiles the
    expressions once for a run; `SubmissionChecker` asks them of a submission. What the reader of forms remarks on goes the
    same way: grade, validity, scope, trial, waiver and words are the rule's, whoever made the finding.

    - **强制性** (error) must be mended: one open finding returns the file; a blank cell (E01) is only that item not reported.
    - **核实性** (warning) passes with a real explanation in the row's 核实说明: the finding is then `explained`, asks nothing
      of the unit, and is shown to leaders. Empty phrases and copies of another row's words are refused (W29).
    - **提示** (notice) is for information.
    - A finding of a rule on trial (`trialUntil`), or one that is waived (`waivers:`), is shown and does not count.
    - E20–E28 say that a file cannot be used at all; they can be neither softened, switched off nor waived.
    - A built-in rule is not asked of an indicator whose units of measure do not let it be; a plan's own rule that does not
      fit is an error of the plan, with line and column.

    `huizong rules explain E04` shows a rule with its expression, its examples and the entry to copy; `huizong rules test`
    runs the examples of all rules; `huizong rules compare` says what a changed package would change.

    ## The language

    Every word has a Chinese and an English spelling; both may be mixed.

    ```
    如果 e 则 e 否则 e · 或 · 且 · 非 · = != < <= > >= · a = b 误差 t · x 是/不是 空白|零|无|不适用|数字|文字|日期 · x 属于/不属于 ("甲", "乙")
    + − × ÷ · 绝对值(x) 最小(x, y) 最大(x, y) 四舍五入(x, 位数) 合计(分项.列) 含(文字, "…") 已说明 读表发现("名称")
    ```

    | whose | | column | |
    | --- | --- | --- | --- |
    | `[编码].` | another indicator of the form | 本期 累计 上期累计 填报值 | the figures; 填报值 is the cell that the unit fills |
    | `上期.` `去年同期.` | the same indicator, earlier | 目标 分解数 应完成 序时进度 完成率 差值 完成期限 | what the plan asks |
    | `分子.` `分母.` | of the ratio | 进展情况 存在问题 下一步措施 核实说明 | the words |
    | `总项.` | whose part it is | 期初 期末 填报人 审核人 联系电话 填报日期 | the form |

    A comparison with a value that is not there is neither true nor false, and a rule that is neither makes no finding.
    `读表发现("名称")` is true where the reader, or a rule asked before, remarked so on the row; `entry-remarked` where it
    remarked on the cell to be filled, `explanation-wanted` where a finding asks for an explanation.

    ## The built-in rules

    This file is written by `huizong rules list --format markdown > Sources/Validation/README.md`.

    | id | name | grade | meaning | example | remedy |
    | --- | --- | --- | --- | --- | --- |
    """
}
