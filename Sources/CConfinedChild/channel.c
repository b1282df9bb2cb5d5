#include "channel.h"

#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/types.h>
#include <unistd.h>

enum { BUFFER = 1 << 16 };

static unsigned char buffer[BUFFER];
static size_t used;

void channel_flush(void) {
  size_t done = 0;
  while (done < used) {
    ssize_t count = send(CHANNEL, buffer + done, used - done, MSG_NOSIGNAL);
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) _exit(0); /* nobody listens any more */
    done += (size_t)count;
  }
  used = 0;
}

void channel_put(const void *bytes, size_t count) {
  const unsigned char *from = bytes;
  while (count > 0) {
    size_t room = BUFFER - used;
    size_t piece = count < room ? count : room;
    memcpy(buffer + used, from, piece);
    used += piece;
    from += piece;
    count -= piece;
    if (used == BUFFER) channel_flush();
  }
}

void channel_put_byte(char byte) { channel_put(&byte, 1); }

void channel_put_word(uint32_t word) { channel_put(&word, sizeof word); }

void channel_put_long(int64_t value) { channel_put(&value, sizeof value); }

void channel_put_bytes(const void *bytes, size_t count) {
  channel_put_word((uint32_t)count);
  channel_put(bytes, count);
}

void channel_put_text(const char *text) { channel_put_bytes(text, text ? strlen(text) : 0); }

int channel_get_word(uint32_t *word) {
  return recv(CHANNEL, word, sizeof *word, MSG_WAITALL) == (ssize_t)sizeof *word;
}
