/*
 * gewu.h - which grid a position is in, answered in your own process.
 *
 * The index is a file that `gewu grids index FILE` writes; it is mapped, not read, and shared by
 * all processes that open it. Link with -lGewuC (docs/guides/embedding.md builds the library).
 *
 * Positions are pairs of double, longitude first, in the reference system of the store that the
 * index was made from; `gewu grids index` prints it. CGCS2000 and WGS 84 are taken for the same.
 * They are taken as they stand: beyond 180 degrees nothing is brought back, and on the antimeridian
 * itself ask for 180 and for -180, which `gewu locate` does for you.
 *
 * Threads: every function may be called from any number of threads at once, on the same index too.
 * Only gewu_close is for one thread, after all other calls on that index have returned.
 *
 * Ownership: the caller closes what it opened, once. No function keeps a pointer of the caller's,
 * and none returns memory that has to be freed. A null index is a fault of the program and ends
 * it, except for gewu_close.
 */
#ifndef GEWU_H
#define GEWU_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The version of this interface. It changes only when a function here changes its meaning. */
#define GEWU_ABI_VERSION 1

/* In no grid. */
#define GEWU_OUTSIDE (-1)
/* An ordinate is infinite or no number. */
#define GEWU_INVALID (-2)

/* An index that is open. */
typedef struct gewu_index gewu_index;

/* The version of the library; check it against GEWU_ABI_VERSION before anything else. */
int32_t gewu_abi_version(void);

/*
 * Opens an index file and checks it against its checksum.
 *
 * Returns NULL where it cannot. Then `error`, unless it is NULL, holds why, in English and on a
 * second line in Chinese: UTF-8, ended by a zero byte and cut to `error_size` bytes; 1024 will do.
 * The file must not be changed in place while it is open. Putting another one in its place, as
 * `gewu grids index` does, is safe: the open index goes on answering from the old one.
 */
gewu_index *gewu_open(const char *path, char *error, size_t error_size);

/* Closes an index; NULL is left alone. */
void gewu_close(gewu_index *index);

/* The number of cells; they are numbered from 0. */
int32_t gewu_cell_count(const gewu_index *index);

/*
 * The cell of a position, GEWU_OUTSIDE or GEWU_INVALID.
 *
 * A position on a border line is in exactly one cell, the same one every time; `on_border`, unless
 * it is NULL, is set to 1 for one that lies exactly on an edge or a corner, else to 0.
 */
int32_t gewu_locate(const gewu_index *index, double lon, double lat, uint8_t *on_border);

/*
 * The same for `count` positions: `lonlat` holds 2 * count numbers, `cells` takes count, and so does
 * `on_border` unless it is NULL.
 *
 * The work is shared among `threads` threads (below 1 counts as 1); the answers do not depend on
 * their number.
 */
void gewu_locate_batch(const gewu_index *index, const double *lonlat, size_t count,
                       int32_t *cells, uint8_t *on_border, int32_t threads);

/*
 * Writes the code of a cell to `code`: UTF-8, ended by a zero byte and cut to `code_size` bytes.
 *
 * Returns the number of bytes of the whole code without the zero byte, so a result of `code_size`
 * or more says that it was cut; -1 where there is no such cell. `code` may be NULL if `code_size`
 * is 0.
 */
int32_t gewu_code(const gewu_index *index, int32_t cell, char *code, size_t code_size);

#ifdef __cplusplus
}
#endif

#endif
