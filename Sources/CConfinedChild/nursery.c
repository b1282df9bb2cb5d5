#define _GNU_SOURCE
#include "nursery.h"
#include "channel.h"
#include "confinement.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

const char nursery_name[] = "gewu-confined-reader";

/* The folder of a GeoPackage that has a log beside it: SQLite keeps an index of it there. */
static char *folder_of_log(int32_t kind, const char *path) {
  struct stat status;
  char *log = NULL;
  if (kind != GEWU_CHILD_GEOPACKAGE || asprintf(&log, "%s-wal", path) < 0) return NULL;
  int has_log = stat(log, &status) == 0 && status.st_size > 0;
  free(log);
  if (!has_log) return NULL;
  char *folder = strdup(path);
  char *slash = folder ? strrchr(folder, '/') : NULL;
  if (!slash) {
    free(folder);
    return strdup(".");
  }
  slash[slash == folder ? 1 : 0] = 0;
  return folder;
}

/* The reader: confines itself, reads, and ends. */
static void read_file(const nursery_order *order, int channel) {
  char *folder = folder_of_log(order->kind, order->path);
  gewu_child_limits limits = order->limits;
  limits.written = 64 << 20;
  signal(SIGTERM, SIG_DFL);
  prctl(PR_SET_NAME, "gewu-reader");
  dup2(channel, CHANNEL);
  close(channel);
  confine(folder, limits, 16);
  free(folder);
  limit_memory(limits.memory);
  if (order->kind == GEWU_CHILD_GEOPACKAGE) read_geopackage(order->path);
  else read_xls(order->path);
  _exit(0);
}

/* Waits for an order. Returns the descriptor beside it, or -1 where nobody orders any more. */
static int receive(nursery_order *order) {
  struct iovec part = {order, sizeof *order};
  union {
    struct cmsghdr header;
    char bytes[CMSG_SPACE(sizeof(int))];
  } beside;
  struct msghdr message = {.msg_iov = &part,
                           .msg_iovlen = 1,
                           .msg_control = beside.bytes,
                           .msg_controllen = sizeof beside.bytes};
  ssize_t count;
  do count = recvmsg(CHANNEL, &message, MSG_CMSG_CLOEXEC);
  while (count < 0 && errno == EINTR);
  struct cmsghdr *header = CMSG_FIRSTHDR(&message);
  if (count != (ssize_t)sizeof *order || !header || header->cmsg_type != SCM_RIGHTS) return -1;
  int channel = -1;
  memcpy(&channel, CMSG_DATA(header), sizeof channel);
  return channel;
}

static int given_count;
static char **given;

const char *gewu_argument(int place) { return place < given_count ? given[place] : NULL; }

/* Runs before `main`: a nursery never comes there. */
__attribute__((constructor(101))) static void become_nursery(int count, char **arguments) {
  static nursery_order order;
  if (arguments) {
    given_count = count;
    given = arguments;
  }
  if (count != 1 || !arguments || strcmp(arguments[0], nursery_name) != 0) return;
  gewu_keep_memory_private();
  prctl(PR_SET_NAME, "gewu-nursery");
  leave_the_network();
  /* It ends when its parent does, which closes the socket. */
  signal(SIGTERM, SIG_IGN);
  for (;;) {
    int channel = receive(&order);
    if (channel < 0) _exit(0);
    order.path[sizeof order.path - 1] = 0;
    /* As fork, but the child is one of the parent. There are no threads and no locks to be put right. */
    long process = syscall(SYS_clone, CLONE_PARENT | SIGCHLD, 0, 0, 0, 0);
    if (process == 0) read_file(&order, channel);
    close(channel);
    nursery_answer answer = process < 0 ? -errno : (nursery_answer)process;
    if (send(CHANNEL, &answer, sizeof answer, MSG_NOSIGNAL) != (ssize_t)sizeof answer) _exit(0);
  }
}
