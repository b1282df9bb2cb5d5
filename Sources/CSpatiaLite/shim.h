#include <sqlite3.h>
#include <spatialite.h>

/* Lets the name of a database be a URI, which alone can say that nobody changes the file. Only before SQLite is
   first used; the C function takes a variable number of arguments, which Swift cannot give. */
static inline int gewu_allow_database_uris(void) { return sqlite3_config(SQLITE_CONFIG_URI, 1); }
