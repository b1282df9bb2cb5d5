#ifndef GEWU_CXLSCHILD_H
#define GEWU_CXLSCHILD_H

#include <stdint.h>
#include <sys/types.h>

/*
 * Reads a workbook of Excel 97 to 2003 with FreeXL in a child process that can do no harm: its
 * memory and its processor time are limited, it can write no file, and it has no descriptor of
 * ours but one end of a socket.
 *
 * What the child says, integers in the byte order of the machine:
 *   'W' u32 sheets, then for each: u32 rows, u32 columns, u32 length, name in UTF-8
 *   'P' the workbook is behind a password
 *   'E' i32 the error of FreeXL
 * It then waits for the u32 place of a sheet, counted from 0, and says of that sheet:
 *   'R' u32 row, counted from 0, for every row, followed by its cells that are not empty:
 *   'i' u32 column, i32 value        'd' u32 column, double value
 *   't' u32 column, u32 length, text 'D' u32 column, u32 length, date or time as FreeXL writes it
 *   'Z' at the end
 */

/* A child and our end of the socket. */
typedef struct gewu_xls_child {
  pid_t process;
  int channel;
} gewu_xls_child;

/* What the child may use. */
typedef struct gewu_xls_limits {
  uint64_t memory;       /* bytes beyond those of this process */
  uint64_t processor;    /* seconds */
} gewu_xls_limits;

/* Starts a child for the file at `path`. Returns 0, or an errno. */
int gewu_xls_start(const char *path, gewu_xls_limits limits, gewu_xls_child *child);

/* Ends the child, whatever it does, and returns its wait status. */
int gewu_xls_end(gewu_xls_child *child);

#endif
