#include "channel.h"

#include <freexl.h>
#include <unistd.h>

static void fail(int code) {
  int32_t value = code;
  channel_put_byte('E');
  channel_put(&value, sizeof value);
  channel_flush();
  _exit(0);
}

static void put_cell(const void *workbook, unsigned row, unsigned short column) {
  FreeXL_CellValue cell;
  int code = freexl_get_cell_value(workbook, row, column, &cell);
  if (code != FREEXL_OK) fail(code);
  int32_t integer;
  switch (cell.type) {
  case FREEXL_CELL_INT:
    channel_put_byte('i');
    channel_put_word(column);
    integer = cell.value.int_value;
    channel_put(&integer, sizeof integer);
    break;
  case FREEXL_CELL_DOUBLE:
    channel_put_byte('d');
    channel_put_word(column);
    channel_put(&cell.value.double_value, sizeof cell.value.double_value);
    break;
  case FREEXL_CELL_TEXT:
  case FREEXL_CELL_SST_TEXT:
    channel_put_byte('t');
    channel_put_word(column);
    channel_put_text(cell.value.text_value);
    break;
  case FREEXL_CELL_DATE:
  case FREEXL_CELL_DATETIME:
  case FREEXL_CELL_TIME:
    channel_put_byte('D');
    channel_put_word(column);
    channel_put_text(cell.value.text_value);
    break;
  default: break;
  }
}

static void put_sheets(const void *workbook) {
  unsigned count = 0;
  int code = freexl_get_info(workbook, FREEXL_BIFF_SHEET_COUNT, &count);
  if (code != FREEXL_OK) fail(code);
  channel_put_byte('W');
  channel_put_word(count);
  for (unsigned sheet = 0; sheet < count; sheet++) {
    const char *name = NULL;
    unsigned rows = 0;
    unsigned short columns = 0;
    code = freexl_get_worksheet_name(workbook, (unsigned short)sheet, &name);
    if (code == FREEXL_OK) code = freexl_select_active_worksheet(workbook, (unsigned short)sheet);
    if (code == FREEXL_OK) code = freexl_worksheet_dimensions(workbook, &rows, &columns);
    if (code != FREEXL_OK) fail(code);
    channel_put_word(rows);
    channel_put_word(columns);
    channel_put_text(name);
  }
  channel_flush();
}

static void put_rows(const void *workbook, uint32_t sheet) {
  unsigned rows = 0;
  unsigned short columns = 0;
  int code = freexl_select_active_worksheet(workbook, (unsigned short)sheet);
  if (code == FREEXL_OK) code = freexl_worksheet_dimensions(workbook, &rows, &columns);
  if (code != FREEXL_OK) fail(code);
  for (unsigned row = 0; row < rows; row++) {
    channel_put_byte('R');
    channel_put_word(row);
    for (unsigned short column = 0; column < columns; column++) put_cell(workbook, row, column);
  }
  channel_put_byte('Z');
  channel_flush();
}

void read_xls(const char *path) {
  const void *workbook = NULL;
  unsigned password = 0;
  int code = freexl_open(path, &workbook);
  if (code != FREEXL_OK) fail(code);
  if (freexl_get_info(workbook, FREEXL_BIFF_PASSWORD, &password) == FREEXL_OK &&
      password == FREEXL_BIFF_OBFUSCATED) {
    channel_put_byte('P');
    channel_flush();
    _exit(0);
  }
  put_sheets(workbook);
  uint32_t sheet;
  if (channel_get_word(&sheet)) put_rows(workbook, sheet);
}
