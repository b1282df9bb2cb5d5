#define _GNU_SOURCE
#include "CXlsChild.h"

#include <errno.h>
#include <fcntl.h>
#include <freexl.h>
#include <iconv.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

enum { CHANNEL = 3, BUFFER = 1 << 16 };

static unsigned char buffer[BUFFER];
static size_t used;

static void flush(void) {
  size_t done = 0;
  while (done < used) {
    ssize_t count = send(CHANNEL, buffer + done, used - done, MSG_NOSIGNAL);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) _exit(0); /* nobody listens any more */
    done += (size_t)count;
  }
  used = 0;
}

static void put(const void *bytes, size_t count) {
  const unsigned char *from = bytes;
  while (count > 0) {
    size_t room = BUFFER - used;
    size_t piece = count < room ? count : room;
    memcpy(buffer + used, from, piece);
    used += piece;
    from += piece;
    count -= piece;
    if (used == BUFFER) flush();
  }
}

static void put_kind(char kind) { put(&kind, 1); }

static void put_word(uint32_t word) { put(&word, sizeof word); }

static void put_text(const char *text) {
  size_t length = text ? strlen(text) : 0;
  put_word((uint32_t)length);
  put(text, length);
}

static void fail(int code) {
  int32_t value = code;
  put_kind('E');
  put(&value, sizeof value);
  flush();
  _exit(0);
}

static void put_cell(const void *workbook, unsigned row, unsigned short column) {
  FreeXL_CellValue cell;
  int code = freexl_get_cell_value(workbook, row, column, &cell);
  if (code != FREEXL_OK) fail(code);
  int32_t integer;
  switch (cell.type) {
  case FREEXL_CELL_INT:
    put_kind('i');
    put_word(column);
    integer = cell.value.int_value;
    put(&integer, sizeof integer);
    break;
  case FREEXL_CELL_DOUBLE:
    put_kind('d');
    put_word(column);
    put(&cell.value.double_value, sizeof cell.value.double_value);
    break;
  case FREEXL_CELL_TEXT:
  case FREEXL_CELL_SST_TEXT:
    put_kind('t');
    put_word(column);
    put_text(cell.value.text_value);
    break;
  case FREEXL_CELL_DATE:
  case FREEXL_CELL_DATETIME:
  case FREEXL_CELL_TIME:
    put_kind('D');
    put_word(column);
    put_text(cell.value.text_value);
    break;
  default: break;
  }
}

static void put_sheets(const void *workbook) {
  unsigned count = 0;
  int code = freexl_get_info(workbook, FREEXL_BIFF_SHEET_COUNT, &count);
  if (code != FREEXL_OK) fail(code);
  put_kind('W');
  put_word(count);
  for (unsigned sheet = 0; sheet < count; sheet++) {
    const char *name = NULL;
    unsigned rows = 0;
    unsigned short columns = 0;
    code = freexl_get_worksheet_name(workbook, (unsigned short)sheet, &name);
    if (code == FREEXL_OK) code = freexl_select_active_worksheet(workbook, (unsigned short)sheet);
    if (code == FREEXL_OK) code = freexl_worksheet_dimensions(workbook, &rows, &columns);
    if (code != FREEXL_OK) fail(code);
    put_word(rows);
    put_word(columns);
    put_text(name);
  }
  flush();
}

static void put_rows(const void *workbook, uint32_t sheet) {
  unsigned rows = 0;
  unsigned short columns = 0;
  int code = freexl_select_active_worksheet(workbook, (unsigned short)sheet);
  if (code == FREEXL_OK) code = freexl_worksheet_dimensions(workbook, &rows, &columns);
  if (code != FREEXL_OK) fail(code);
  for (unsigned row = 0; row < rows; row++) {
    put_kind('R');
    put_word(row);
    for (unsigned short column = 0; column < columns; column++) put_cell(workbook, row, column);
  }
  put_kind('Z');
  flush();
}

static void run(const char *path) {
  const void *workbook = NULL;
  unsigned password = 0;
  int code = freexl_open(path, &workbook);
  if (code != FREEXL_OK) fail(code);
  if (freexl_get_info(workbook, FREEXL_BIFF_PASSWORD, &password) == FREEXL_OK &&
      password == FREEXL_BIFF_OBFUSCATED) {
    put_kind('P');
    flush();
    _exit(0);
  }
  put_sheets(workbook);
  uint32_t sheet;
  if (recv(CHANNEL, &sheet, sizeof sheet, MSG_WAITALL) == (ssize_t)sizeof sheet)
    put_rows(workbook, sheet);
}

/* The size of this process's address space, which the child inherits. */
static uint64_t own_size(void) {
  char text[64] = {0};
  int file = open("/proc/self/statm", O_RDONLY);
  if (file < 0) return 0;
  ssize_t count = read(file, text, sizeof text - 1);
  close(file);
  return count > 0 ? strtoull(text, NULL, 10) * (uint64_t)sysconf(_SC_PAGESIZE) : 0;
}

static void limit(int resource, uint64_t value) {
  struct rlimit both = {value, value};
  setrlimit(resource, &both);
}

/* From here on the child is on its own. */
static void enclose(int channel, gewu_xls_limits limits) {
  static const int signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTERM, SIGXCPU, SIGALRM};
  sigset_t none;
  for (size_t at = 0; at < sizeof signals / sizeof *signals; at++) signal(signals[at], SIG_DFL);
  signal(SIGINT, SIG_IGN); /* the parent decides what an interruption means */
  signal(SIGXFSZ, SIG_IGN);
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  if (channel != CHANNEL) dup2(channel, CHANNEL);
  int null = open("/dev/null", O_RDWR);
  for (int file = 0; file < CHANNEL; file++) dup2(null, file);
  close_range(CHANNEL + 1, ~0U, 0);
  limit(RLIMIT_AS, own_size() + limits.memory);
  limit(RLIMIT_CPU, limits.processor);
  limit(RLIMIT_FSIZE, 0);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_NOFILE, 16);
}

int gewu_xls_start(const char *path, gewu_xls_limits limits, gewu_xls_child *child) {
  int ends[2];
  child->process = -1;
  child->channel = -1;
  /* Loaded here, so that the child need not load code while other threads of ours held its locks
     at the moment of the fork. */
  iconv_t loaded = iconv_open("UTF-8", "UTF-16LE");
  if (loaded != (iconv_t)-1) iconv_close(loaded);
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return errno;
  pid_t process = fork();
  if (process < 0) {
    int code = errno;
    close(ends[0]);
    close(ends[1]);
    return code;
  }
  if (process == 0) {
    enclose(ends[1], limits);
    run(path);
    _exit(0);
  }
  close(ends[1]);
  child->process = process;
  child->channel = ends[0];
  return 0;
}

int gewu_xls_end(gewu_xls_child *child) {
  int status = 0;
  if (child->channel >= 0) close(child->channel);
  if (child->process > 0) {
    kill(child->process, SIGKILL);
    while (waitpid(child->process, &status, 0) < 0 && errno == EINTR) {}
  }
  child->process = -1;
  child->channel = -1;
  return status;
}
