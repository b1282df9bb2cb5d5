// Has every sync of a file take so much longer, as on a slower disk: for both programs alike, by LD_PRELOAD.
// SYNC_DELAY_US is how many microseconds are added to each.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <unistd.h>

static int delayed(const char *name, int descriptor) {
  int (*sync)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
  int result = sync(descriptor);
  const char *delay = getenv("SYNC_DELAY_US");
  if (delay) usleep((useconds_t)atoi(delay));
  return result;
}

int fdatasync(int descriptor) { return delayed("fdatasync", descriptor); }
int fsync(int descriptor) { return delayed("fsync", descriptor); }
