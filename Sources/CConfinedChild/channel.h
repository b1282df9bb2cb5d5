#ifndef GEWU_CHANNEL_H
#define GEWU_CHANNEL_H

#include <stddef.h>
#include <stdint.h>

/* The child's end of the socket: what is put is sent when the buffer is full or flushed. */

enum { CHANNEL = 3 };

void channel_put(const void *bytes, size_t count);
void channel_put_byte(char byte);
void channel_put_word(uint32_t word);
void channel_put_long(int64_t value);
void channel_put_bytes(const void *bytes, size_t count);
void channel_put_text(const char *text);
void channel_flush(void);

/* Waits for a word of the parent; 0 where there is none any more. */
int channel_get_word(uint32_t *word);

/* The readers; each ends the process or returns at its end. */
void read_xls(const char *path);
void read_geopackage(const char *path);

#endif
