#include "CConfinedChild.h"
#include "channel.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

/* The largest value and the largest feature, in bytes: 2 million positions. */
enum { LARGEST = 32 << 20 };
/* How long SQLite may work for one answer, in seconds of the processor. */
enum { PATIENCE = 8, COUNTING = 2 };
/* More layers than any atlas has. */
enum { LAYERS = 4096 };

typedef struct layer {
  char kind;
  char *table;
  char *column;
  int64_t srid;
} layer;

static sqlite3 *database;
static clock_t deadline;
static int is_late;

static void fault(gewu_geopackage_fault kind, const char *first, const char *second) {
  channel_put_byte('F');
  channel_put_byte((char)kind);
  channel_put_text(first);
  channel_put_text(second);
  channel_flush();
  _exit(0);
}

static void fault_number(gewu_geopackage_fault kind, int64_t number) {
  char text[32];
  snprintf(text, sizeof text, "%lld", (long long)number);
  fault(kind, text, "");
}

/* What SQLite says went wrong. */
static void fail(int code) {
  if (is_late) fault_number(GEWU_GEOPACKAGE_SLOW, PATIENCE);
  switch (code & 0xFF) {
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB: fault(GEWU_GEOPACKAGE_NONE, "", "");
  case SQLITE_TOOBIG: fault_number(GEWU_GEOPACKAGE_LARGE, LARGEST);
  case SQLITE_NOMEM: fault(GEWU_GEOPACKAGE_MEMORY, "", "");
  default: break;
  }
  char number[16];
  snprintf(number, sizeof number, "%d", code & 0xFF);
  fault(GEWU_GEOPACKAGE_UNREADABLE, number, database ? sqlite3_errmsg(database) : "");
}

static int watch(void *nothing) {
  (void)nothing;
  is_late = clock() > deadline;
  return is_late;
}

static void allow(int seconds) {
  is_late = 0;
  deadline = clock() + (clock_t)seconds * CLOCKS_PER_SEC;
}

static sqlite3_stmt *prepare(const char *sql) {
  sqlite3_stmt *statement = NULL;
  int code = sqlite3_prepare_v2(database, sql, -1, &statement, NULL);
  if (code != SQLITE_OK) fail(code);
  return statement;
}

/* The next row; 0 at the end. */
static int step(sqlite3_stmt *statement) {
  allow(PATIENCE);
  int code = sqlite3_step(statement);
  if (code == SQLITE_ROW) return 1;
  if (code != SQLITE_DONE) fail(code);
  return 0;
}

/* A text of the catalogue, which must be one. */
static char *text(sqlite3_stmt *statement, int column, const char *table, const char *name) {
  if (sqlite3_column_type(statement, column) != SQLITE_TEXT)
    fault(GEWU_GEOPACKAGE_CATALOGUE, table, name);
  const char *bytes = (const char *)sqlite3_column_text(statement, column);
  /* A name with a NUL would be another name here than there. */
  if (!bytes || strlen(bytes) != (size_t)sqlite3_column_bytes(statement, column))
    fault(GEWU_GEOPACKAGE_CATALOGUE, table, name);
  char *copy = strdup(bytes);
  if (!copy) fault(GEWU_GEOPACKAGE_MEMORY, "", "");
  return copy;
}

/* A text that need not be one: empty where it is none. */
static char *optional_text(sqlite3_stmt *statement, int column) {
  const char *bytes = sqlite3_column_type(statement, column) == SQLITE_TEXT
                          ? (const char *)sqlite3_column_text(statement, column)
                          : NULL;
  char *copy = strdup(bytes ? bytes : "");
  if (!copy) fault(GEWU_GEOPACKAGE_MEMORY, "", "");
  return copy;
}

static int64_t number(sqlite3_stmt *statement, int column, const char *table, const char *name) {
  if (sqlite3_column_type(statement, column) != SQLITE_INTEGER)
    fault(GEWU_GEOPACKAGE_CATALOGUE, table, name);
  return sqlite3_column_int64(statement, column);
}

static int has_table(const char *name) {
  sqlite3_stmt *statement = prepare(
      "SELECT 1 FROM sqlite_master WHERE type IN ('table', 'view') AND name = ? COLLATE NOCASE");
  sqlite3_bind_text(statement, 1, name, -1, SQLITE_STATIC);
  int found = step(statement);
  sqlite3_finalize(statement);
  return found;
}

static int has_column(const char *table, const char *name) {
  sqlite3_stmt *statement =
      prepare("SELECT 1 FROM pragma_table_xinfo(?) WHERE name = ? COLLATE NOCASE");
  sqlite3_bind_text(statement, 1, table, -1, SQLITE_STATIC);
  sqlite3_bind_text(statement, 2, name, -1, SQLITE_STATIC);
  int found = step(statement);
  sqlite3_finalize(statement);
  return found;
}

/* A database that another program left in WAL mode, all of it in the file itself, is read as it is:
   nothing can be written beside it. */
static int is_settled_wal(const char *path) {
  unsigned char header[20] = {0};
  FILE *file = fopen(path, "rb");
  size_t count = file ? fread(header, 1, sizeof header, file) : 0;
  if (file) fclose(file);
  if (count < sizeof header || header[18] != 2) return 0;
  char *log = sqlite3_mprintf("%s-wal", path);
  struct stat status;
  int is_settled = !log || stat(log, &status) != 0 || status.st_size == 0;
  sqlite3_free(log);
  return is_settled;
}

/* The path as a URI of SQLite. */
static char *uri(const char *path) {
  size_t length = strlen(path);
  char *result = malloc(3 * length + 32);
  if (!result) return NULL;
  char *at = result + sprintf(result, "file:");
  for (const unsigned char *from = (const unsigned char *)path; *from; from++)
    at += *from == '%' || *from == '?' || *from == '#' ? sprintf(at, "%%%02X", *from)
                                                       : sprintf(at, "%c", *from);
  strcpy(at, "?immutable=1");
  return result;
}

static void open_database(const char *path) {
  sqlite3_hard_heap_limit64((sqlite3_int64)3 * LARGEST);
  int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX;
  char *settled = is_settled_wal(path) ? uri(path) : NULL;
  int code = settled ? sqlite3_open_v2(settled, &database, flags | SQLITE_OPEN_URI, NULL)
                     : sqlite3_open_v2(path, &database, flags, NULL);
  free(settled);
  if (code != SQLITE_OK) fail(code);
  sqlite3_busy_timeout(database, 5000);
  /* What a file defines may call nothing but what cannot do harm. */
  sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL);
  sqlite3_limit(database, SQLITE_LIMIT_LENGTH, LARGEST);
  sqlite3_limit(database, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_progress_handler(database, 1000, watch, NULL);
}

static layer layers[LAYERS];
static uint32_t layer_count;

static void add_layers(const char *sql, char kind) {
  sqlite3_stmt *statement = prepare(sql);
  while (step(statement)) {
    if (layer_count == LAYERS) fault(GEWU_GEOPACKAGE_CATALOGUE, "gpkg_contents", "table_name");
    layer *next = &layers[layer_count++];
    next->kind = kind;
    next->table = text(statement, 0, "gpkg_contents", "table_name");
    next->column =
        kind == 'f' ? text(statement, 1, "gpkg_geometry_columns", "column_name") : strdup("");
    next->srid = kind == 'f' ? number(statement, 2, "gpkg_geometry_columns", "srs_id") : 0;
  }
  sqlite3_finalize(statement);
}

static void put_catalogue(void) {
  if (!has_table("gpkg_contents")) fault(GEWU_GEOPACKAGE_CONTENTS, "", "");
  if (has_table("gpkg_geometry_columns"))
    add_layers("SELECT g.table_name, g.column_name, g.srs_id FROM gpkg_geometry_columns AS g "
               "JOIN gpkg_contents AS c ON c.table_name = g.table_name "
               "WHERE c.data_type = 'features' ORDER BY g.table_name",
               'f');
  add_layers("SELECT table_name FROM gpkg_contents WHERE data_type = 'attributes' "
             "ORDER BY table_name",
             'a');
  channel_put_byte('C');
  channel_put_word(layer_count);
  for (uint32_t at = 0; at < layer_count; at++) {
    channel_put_byte(layers[at].kind);
    channel_put_text(layers[at].table);
    channel_put_text(layers[at].column);
    channel_put_long(layers[at].srid);
  }
  channel_flush();
}

/* How many features there are; -1 where counting them takes too long. */
static int64_t count_features(const layer *chosen) {
  char *sql = sqlite3_mprintf("SELECT count(*) FROM \"%w\"", chosen->table);
  sqlite3_stmt *statement = prepare(sql);
  sqlite3_free(sql);
  allow(COUNTING);
  int code = sqlite3_step(statement);
  if (code != SQLITE_ROW && !is_late) fail(code);
  int64_t count = code == SQLITE_ROW ? sqlite3_column_int64(statement, 0) : -1;
  is_late = 0;
  sqlite3_finalize(statement);
  return count;
}

/* What a layer's reference system is called. */
typedef struct reference {
  char kind; /* as the channel has it */
  int64_t code;
  char *definition;
  char *definition2; /* of definition_12_063, in the second edition of well-known text */
} reference;

static reference find_reference(int64_t srid) {
  const char *table = "gpkg_spatial_ref_sys";
  reference found = {'0', 0, NULL, NULL};
  if (srid <= 0 || !has_table(table)) return found;
  sqlite3_stmt *statement = prepare(
      has_column(table, "definition_12_063")
          ? "SELECT organization, organization_coordsys_id, definition, definition_12_063 "
            "FROM gpkg_spatial_ref_sys WHERE srs_id = ?"
          : "SELECT organization, organization_coordsys_id, definition, NULL "
            "FROM gpkg_spatial_ref_sys WHERE srs_id = ?");
  sqlite3_bind_int64(statement, 1, srid);
  if (step(statement)) {
    char *organization = text(statement, 0, table, "organization");
    int is_epsg = strcasecmp(organization, "EPSG") == 0;
    found.kind = is_epsg ? 'e' : 'd';
    if (is_epsg) found.code = number(statement, 1, table, "organization_coordsys_id");
    found.definition = is_epsg ? optional_text(statement, 2)
                               : text(statement, 2, table, "definition");
    found.definition2 = optional_text(statement, 3);
    free(organization);
  }
  sqlite3_finalize(statement);
  return found;
}

/* More columns than SQLite gives a table. */
enum { COLUMNS = 2000 };

static char *names[COLUMNS], *types[COLUMNS];
static uint32_t column_count;

/* Finds the columns but the geometry, and lists them for a query; NULL where there are none. */
static char *find_columns(const layer *chosen) {
  sqlite3_stmt *statement =
      prepare("SELECT name, type FROM pragma_table_xinfo(?) WHERE hidden <> 1 ORDER BY cid");
  sqlite3_bind_text(statement, 1, chosen->table, -1, SQLITE_STATIC);
  char *list = NULL;
  while (step(statement) && column_count < COLUMNS) {
    char *name = text(statement, 0, chosen->table, "name");
    if (strcasecmp(name, chosen->column) == 0) {
      free(name);
      continue;
    }
    types[column_count] = text(statement, 1, chosen->table, "type");
    names[column_count++] = name;
    char *longer = sqlite3_mprintf("%s%s\"%w\"", list ? list : "", list ? ", " : "", name);
    sqlite3_free(list);
    list = longer;
  }
  sqlite3_finalize(statement);
  return list;
}

/* Says what there is to know of a layer, once all of it is known. */
static char *put_description(const layer *chosen) {
  int64_t count = count_features(chosen);
  reference found = find_reference(chosen->srid);
  char *columns = find_columns(chosen);
  channel_put_byte('L');
  channel_put_long(count);
  channel_put_byte(found.kind);
  if (found.kind == 'e') channel_put_long(found.code);
  if (found.kind != '0') {
    channel_put_text(found.definition);
    channel_put_text(found.definition2);
  }
  channel_put_word(column_count);
  for (uint32_t at = 0; at < column_count; at++) {
    channel_put_text(names[at]);
    channel_put_text(types[at]);
  }
  channel_flush();
  return columns;
}

/* The features of a layer. A view has no key of its own, nor has a table without rowid. */
static sqlite3_stmt *features(const layer *chosen, const char *columns) {
  static const char *const keys[] = {"rowid", "NULL"};
  sqlite3_stmt *statement = NULL;
  int code = SQLITE_OK;
  for (size_t at = 0; at < 2; at++) {
    char *sql = sqlite3_mprintf("SELECT %s%s%s%s%w%s FROM \"%w\"", keys[at], columns ? ", " : "",
                                columns ? columns : "", chosen->kind == 'f' ? ", \"" : ", NULL",
                                chosen->column, chosen->kind == 'f' ? "\"" : "", chosen->table);
    code = sqlite3_prepare_v2(database, sql, -1, &statement, NULL);
    sqlite3_free(sql);
    if (code == SQLITE_OK) return statement;
  }
  fail(code);
  return NULL;
}

/* The bytes that a feature takes when it is sent, 0 where it is too large. */
static uint32_t measure(sqlite3_stmt *statement, int columns) {
  uint64_t size = 8;
  for (int at = 1; at < columns; at++) {
    switch (sqlite3_column_type(statement, at)) {
    case SQLITE_INTEGER:
    case SQLITE_FLOAT: size += 9; break;
    case SQLITE_TEXT:
      /* The text first: SQLite may convert it, and then counts anew. */
      sqlite3_column_text(statement, at);
      size += 5 + (uint64_t)sqlite3_column_bytes(statement, at);
      break;
    case SQLITE_BLOB: size += 5 + (uint64_t)sqlite3_column_bytes(statement, at); break;
    default: size += 1;
    }
  }
  return size > LARGEST ? 0 : (uint32_t)size;
}

static void put_value(sqlite3_stmt *statement, int at) {
  double real;
  switch (sqlite3_column_type(statement, at)) {
  case SQLITE_INTEGER:
    channel_put_byte('i');
    channel_put_long(sqlite3_column_int64(statement, at));
    break;
  case SQLITE_FLOAT:
    real = sqlite3_column_double(statement, at);
    channel_put_byte('d');
    channel_put(&real, sizeof real);
    break;
  case SQLITE_TEXT: {
    const void *bytes = sqlite3_column_text(statement, at);
    channel_put_byte('t');
    channel_put_bytes(bytes, bytes ? (size_t)sqlite3_column_bytes(statement, at) : 0);
    break;
  }
  case SQLITE_BLOB: {
    const void *bytes = sqlite3_column_blob(statement, at);
    channel_put_byte('b');
    channel_put_bytes(bytes, bytes ? (size_t)sqlite3_column_bytes(statement, at) : 0);
    break;
  }
  default: channel_put_byte('n');
  }
}

static void put_features(sqlite3_stmt *statement, int64_t limit) {
  int columns = sqlite3_column_count(statement);
  int64_t count = 0;
  while (step(statement)) {
    if (++count > limit) fault_number(GEWU_GEOPACKAGE_ENDLESS, limit);
    uint32_t size = measure(statement, columns);
    if (size == 0) fault_number(GEWU_GEOPACKAGE_LARGE, LARGEST);
    channel_put_byte('R');
    channel_put_word(size);
    int has_key = sqlite3_column_type(statement, 0) == SQLITE_INTEGER;
    channel_put_long(has_key ? sqlite3_column_int64(statement, 0) : -1);
    for (int at = 1; at < columns; at++) put_value(statement, at);
  }
  channel_put_byte('Z');
  channel_flush();
}

void read_geopackage(const char *path) {
  struct stat status;
  /* A view may give features without end, and so may pages that name one another: no record of a
     table takes less than four bytes. */
  int64_t limit = 20000 + (stat(path, &status) == 0 ? status.st_size / 4 : 0);
  uint32_t word;
  open_database(path);
  allow(PATIENCE);
  put_catalogue();
  if (!channel_get_word(&word) || word >= layer_count) return;
  const layer *chosen = &layers[word];
  char *columns = put_description(chosen);
  if (!channel_get_word(&word)) return;
  put_features(features(chosen, columns), limit);
}
