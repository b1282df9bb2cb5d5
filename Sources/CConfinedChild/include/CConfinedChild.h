#ifndef GEWU_CCONFINEDCHILD_H
#define GEWU_CCONFINEDCHILD_H

#include <stdint.h>
#include <sys/types.h>

/*
 * Child processes that read the files of strangers and can do no harm: their memory and their
 * processor time are limited, they can write nothing (or, where that is their task, only below one
 * folder), reach no network where the system allows to forbid it, and have no descriptor of ours but
 * one end of a socket. What goes wrong in one is the failure of its file, whatever it is.
 *
 * A reader is this very program started anew, so that it holds nothing of the memory of the process
 * that started it: a constructor, which runs before `main`, sees by the arguments that it is one.
 *
 * Integers have the byte order of the machine; a text is its u32 length and its bytes.
 *
 * Reader of workbooks of Excel 97 to 2003, by FreeXL:
 *   'W' u32 sheets, then for each: u32 rows, u32 columns, text name in UTF-8
 *   'P' the workbook is behind a password
 *   'E' i32 the error of FreeXL
 * It then waits for the u32 place of a sheet, counted from 0, and says of that sheet:
 *   'R' u32 row, counted from 0, for every row, followed by its cells that are not empty:
 *   'i' u32 column, i32 value        'd' u32 column, double value
 *   't' u32 column, text             'D' u32 column, text: date or time as FreeXL writes it
 *   'Z' at the end
 *
 * Reader of GeoPackages, by SQLite:
 *   'C' u32 layers, then for each: u8 'f' for features or 'a' for attributes, text table,
 *       text column of the geometry (empty for attributes), i64 number of the reference system
 * It then waits for the u32 place of a layer, counted from 0, and says of that layer:
 *   'L' i64 features or -1 where counting takes too long, u8 '0' for no reference system, 'e' for an
 *       i64 code of EPSG or 'd' for none, both with text definition and text definition_12_063 (as
 *       the table has them, empty where it has none), then u32 columns, for each: text name, text
 *       declared type; the geometry is not among them
 * It then waits for a u32 of any value, and says of the features in their order:
 *   'R' u32 bytes that follow, i64 key or -1, then for each column and at last the geometry:
 *       'n' | 'i' i64 | 'd' double | 't' text | 'b' text with the bytes of a BLOB
 *   'Z' at the end
 * Instead of any answer:
 *   'F' u8 fault (see gewu_geopackage_fault), text, text
 */

/* Which reader. */
typedef enum gewu_child_kind {
  GEWU_CHILD_XLS = 0,
  GEWU_CHILD_GEOPACKAGE = 1,
} gewu_child_kind;

/* What is wrong with a GeoPackage. */
typedef enum gewu_geopackage_fault {
  GEWU_GEOPACKAGE_UNREADABLE = 1,  /* SQLite's primary result code, and its reason */
  GEWU_GEOPACKAGE_NONE = 2,        /* no SQLite database, or damaged */
  GEWU_GEOPACKAGE_CONTENTS = 3,    /* no gpkg_contents */
  GEWU_GEOPACKAGE_CATALOGUE = 4,   /* a table and its column that holds something else than it must */
  GEWU_GEOPACKAGE_SLOW = 5,        /* no feature for the seconds in the first text */
  GEWU_GEOPACKAGE_ENDLESS = 6,     /* more features than the number in the first text */
  GEWU_GEOPACKAGE_LARGE = 7,       /* a feature of more bytes than the number in the first text */
  GEWU_GEOPACKAGE_MEMORY = 8,      /* more memory than the limit */
} gewu_geopackage_fault;

/* A child and our end of the socket. */
typedef struct gewu_child {
  pid_t process;
  int channel;
} gewu_child;

/* What a child may use. */
typedef struct gewu_child_limits {
  uint64_t memory;       /* bytes, beyond what the program needs to start */
  uint64_t processor;    /* seconds */
  uint64_t written;      /* the largest file it may write, in bytes; only programs write */
} gewu_child_limits;

/* Starts a reader of the file at `path`. Returns 0, or an errno. */
int gewu_child_read(gewu_child_kind kind, const char *path, gewu_child_limits limits,
                    gewu_child *child);

/* Starts the program `arguments[0]`, a path, with NULL behind its last argument and the environment
   `environment`; it may write only below `folder`. Its two outputs are our end of the socket. */
int gewu_child_run(const char *const *arguments, const char *const *environment,
                   const char *folder, gewu_child_limits limits, gewu_child *child);

/* Waits for the child whose outputs are at their end, and returns its wait status. */
int gewu_child_wait(gewu_child *child);

/* Ends the child, whatever it does, and returns its wait status. */
int gewu_child_end(gewu_child *child);

/* The argument at a place, from 0, as this process was started with it, and NULL behind the last. The
   Swift library looks for them in front of the environment, and has none where somebody moved that
   before `main`: a library that is loaded in front of all others and calls setenv. */
const char *gewu_argument(int place);

/* Lets no other process read this one's memory, and no crash write it anywhere: no core, and no
   backtrace, which would print values. Does nothing where the environment says GEWU_CRASH_REPORTS=on:
   a developer wants all of that, with invented data. */
void gewu_keep_memory_private(void);

#endif
