/* Writes the cells that cells.py listed, by libxlsxwriter and nothing else: the yardstick for writing a summary.
 *
 * Usage: bare_writer CELLS.txt OUTPUT.xlsx TIMES
 * Prints the milliseconds of processor time of one writing, the list being in memory. Exit codes: 0, 2.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <xlsxwriter.h>

enum { FIELDS = 48 };

typedef struct {
  char *fields[FIELDS];
  int count;
} Line;

static char *whole(const char *path) {
  FILE *file = fopen(path, "rb");
  if (!file) return NULL;
  fseek(file, 0, SEEK_END);
  long size = ftell(file);
  rewind(file);
  char *text = malloc(size + 1);
  if (!text || fread(text, 1, size, file) != (size_t)size) return NULL;
  text[size] = 0;
  fclose(file);
  return text;
}

/* U+2028 back to a line feed, in place. */
static void unfold(char *text) {
  char *out = text;
  for (char *in = text; *in;) {
    if (!strncmp(in, "\xE2\x80\xA8", 3)) {
      *out++ = '\n';
      in += 3;
    } else {
      *out++ = *in++;
    }
  }
  *out = 0;
}

static Line *split(char *text, size_t *count) {
  size_t lines = 0;
  for (char *c = text; *c; c++) lines += *c == '\n';
  Line *result = calloc(lines, sizeof(Line));
  *count = 0;
  for (char *line = text; line && *line;) {
    char *end = strchr(line, '\n');
    if (end) *end = 0;
    Line *own = &result[(*count)++];
    for (char *field = line; field && own->count < FIELDS;) {
      char *tab = strchr(field, '\t');
      if (tab) *tab = 0;
      unfold(field);
      own->fields[own->count++] = field;
      field = tab ? tab + 1 : NULL;
    }
    line = end ? end + 1 : NULL;
  }
  return result;
}

static lxw_format *made(lxw_workbook *book, const Line *line) {
  char *const *f = line->fields + 1;
  lxw_format *format = workbook_add_format(book);
  format_set_font_name(format, f[0]);
  format_set_font_size(format, atof(f[1]));
  if (atoi(f[2])) format_set_bold(format);
  format_set_font_color(format, strtoul(f[3], NULL, 16));
  if (strcmp(f[4], "-")) {
    format_set_pattern(format, LXW_PATTERN_SOLID);
    format_set_bg_color(format, strtoul(f[4], NULL, 16));
  }
  format_set_left(format, atoi(f[5]));
  format_set_right(format, atoi(f[6]));
  format_set_top(format, atoi(f[7]));
  format_set_bottom(format, atoi(f[8]));
  format_set_align(format, atoi(f[9]));
  format_set_align(format, atoi(f[10]));
  if (atoi(f[11])) format_set_text_wrap(format);
  format_set_indent(format, atoi(f[12]));
  format_set_num_format(format, f[13]);
  return format;
}

/* Runs of text, each with its font: number of the format, text. */
static void rich(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, lxw_format *format, const Line *line, lxw_format **formats) {
  lxw_rich_string_tuple runs[FIELDS / 2], *list[FIELDS / 2 + 1];
  int count = 0;
  for (int i = 4; i + 1 < line->count; i += 2, count++) {
    int number = atoi(line->fields[i]);
    runs[count].format = number < 0 ? NULL : formats[number];
    runs[count].string = line->fields[i + 1];
    list[count] = &runs[count];
  }
  list[count] = NULL;
  worksheet_write_rich_string(sheet, row, column, list, format);
}

static int written(const Line *lines, size_t count, const char *path) {
  lxw_workbook *book = workbook_new(path);
  lxw_worksheet *sheet = NULL;
  size_t known = 0;
  while (known < count && lines[known].fields[0][0] == 'X') known++;
  lxw_format **formats = calloc(known + 1, sizeof *formats);
  for (size_t i = 0; i < known; i++) formats[i] = made(book, &lines[i]);
  for (size_t i = known; i < count; i++) {
    char *const *f = lines[i].fields;
    lxw_row_t row = lines[i].count > 2 ? atoi(f[1]) : 0;
    lxw_col_t column = lines[i].count > 2 ? atoi(f[2]) : 0;
    lxw_format *format = lines[i].count > 3 && strchr("SNFGBLT", f[0][0]) ? formats[atoi(f[3])] : NULL;
    switch (f[0][0]) {
      case 'W': sheet = workbook_add_worksheet(book, f[1]); break;
      case 'C': worksheet_set_column(sheet, atoi(f[1]), atoi(f[2]), atof(f[3]), NULL); break;
      case 'R': worksheet_set_row(sheet, atoi(f[1]), atof(f[2]), NULL); break;
      case 'M': worksheet_merge_range(sheet, row, column, atoi(f[3]), atoi(f[4]), "", formats[atoi(f[5])]); break;
      case 'S': worksheet_write_string(sheet, row, column, f[4], format); break;
      case 'N': worksheet_write_number(sheet, row, column, atof(f[4]), format); break;
      case 'F': worksheet_write_formula_num(sheet, row, column, f[5], format, atof(f[4])); break;
      case 'G': worksheet_write_formula_str(sheet, row, column, f[5], format, f[4]); break;
      case 'L':
        worksheet_write_url(sheet, row, column, f[5], format);
        worksheet_write_string(sheet, row, column, f[4], format);
        break;
      case 'T': rich(sheet, row, column, format, &lines[i], formats); break;
      case 'B': worksheet_write_blank(sheet, row, column, format); break;
      default: return 2;
    }
  }
  free(formats);
  return workbook_close(book) == LXW_NO_ERROR ? 0 : 2;
}

int main(int argc, char **argv) {
  int times = argc == 4 ? atoi(argv[3]) : 0;
  char *text = times > 0 ? whole(argv[1]) : NULL;
  if (!text) {
    fprintf(stderr, "usage: bare_writer CELLS.txt OUTPUT.xlsx TIMES\n");
    return 2;
  }
  size_t count;
  Line *lines = split(text, &count);
  clock_t start = clock();
  for (int i = 0; i < times; i++)
    if (written(lines, count, argv[2])) return 2;
  printf("%.3f\n", (double)(clock() - start) * 1000 / CLOCKS_PER_SEC / times);
  return 0;
}
