"""What clerks do to a form: the `odd` entries of months/, turned into steps on cells.

Entries name cells by indicator and column, so that they stay right when the form gets other rows:

  {do = "text",  code, column, value}      writes text, be it digits in full width or `342户`
  {do = "number", code, column, value}     writes a number
  {do = "day", code, column, value}        writes a day
  {do = "formula", code, column, value}    lets the spreadsheet program work it out
  {do = "blank", code, column}             empties the cell
  {do = "sign", label, value}              writes into the sheet 签署; without value it empties the cell
  {do = "reword", column, value}           writes another heading
  {do = "merge", codes, column}            merges the column's cells from the first to the last of codes
  {do = "rename", value}                   renames the sheet with the table
  {do = "insert-row", code, values}        puts a row of the unit's own above the indicator's, values by column
  {do = "move-column", column, before}     cuts a column out and puts it in front of another
  {do = "add-sheet", value, rows}          adds a sheet of the unit's own
  {do = "drop-stamp"}                      loses the hidden sheet and the document's properties, as copying sheets does
"""

from unit import enter

from oracle.filling.issued import SHEET, SIGNING


def steps_of(odd, form):
    """The steps of one entry; structural ones move cells, so they come after those that name cells."""
    match odd["do"]:
        case "text" | "number" | "day":
            return [enter(form.cell(odd["code"], odd["column"]), odd["value"])]
        case "formula":
            cell = form.cell(odd["code"], odd["column"])
            return [{"do": "formula", "sheet": SHEET, "cell": cell, "value": odd["value"]}]
        case "blank":
            return [blank(form.cell(odd["code"], odd["column"]))]
        case "sign":
            cell = form.signing[odd["label"]]
            return [enter(cell, odd["value"], SIGNING) if "value" in odd else blank(cell, SIGNING)]
        case "reword":
            return [enter(f"{form.columns[odd['column']]}{form.header}", odd["value"])]
        case "merge":
            return merge(form, odd["codes"], odd["column"])
        case "rename":
            return [{"do": "rename", "sheet": SHEET, "value": odd["value"]}]
        case "insert-row":
            row = form.rows[odd["code"]]
            cells = [enter(f"{form.columns[column]}{row}", value) for column, value in odd["values"].items()]
            return [{"do": "insert-row", "sheet": SHEET, "row": row}, *cells]
        case "move-column":
            return [{
                "do": "move-column", "sheet": SHEET, "column": form.columns[odd["column"]],
                "before": form.columns[odd["before"]],
            }]
        case "add-sheet":
            return [{"do": "add-sheet", "sheet": odd["value"], "rows": odd["rows"]}]
        case "drop-stamp":
            return [{"do": "drop-stamp", "sheet": form.stamp}]
    raise ValueError(f"months: nobody misfills a form by {odd['do']!r}")


def blank(cell, sheet=SHEET):
    return {"do": "blank", "sheet": sheet, "cell": cell}


def merge(form, codes, column):
    """Spreadsheet programs keep the first cell's value and drop the others'."""
    covered = [blank(form.cell(code, column)) for code in codes[1:]]
    ends = form.cell(codes[0], column), form.cell(codes[-1], column)
    return [*covered, {"do": "merge", "sheet": SHEET, "range": ":".join(ends)}]
