#define _GNU_SOURCE
#include "CConfinedChild.h"
#include "channel.h"
#include "confinement.h"
#include "nursery.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/* The nursery and our end of its socket, once it is started; see `nursery.h`. */
static pthread_mutex_t nursery_lock = PTHREAD_MUTEX_INITIALIZER;
static gewu_child nursery = {-1, -1};

static int start_nursery(void) {
  int ends[2];
  if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) return errno;
  const char *libraries = getenv("LD_LIBRARY_PATH");
  char library[4096];
  snprintf(library, sizeof library, "LD_LIBRARY_PATH=%s", libraries ? libraries : "");
  char *const arguments[] = {(char *)nursery_name, NULL};
  /* Nothing of our environment, which may hold secrets. */
  char *const environment[] = {"SWIFT_BACKTRACE=enable=no", libraries ? library : NULL, NULL};
  pid_t process = fork();
  if (process < 0) {
    int code = errno;
    close(ends[0]);
    close(ends[1]);
    return code;
  }
  if (process == 0) {
    leave_the_parent(ends[1], 0);
    execve("/proc/self/exe", arguments, environment);
    _exit(127);
  }
  close(ends[1]);
  nursery = (gewu_child){process, ends[0]};
  return 0;
}

/* Orders a reader. Returns its process, the negative of an errno, or 0 where the nursery is gone. */
static nursery_answer order_reader(const nursery_order *order, int channel) {
  struct iovec part = {(void *)order, sizeof *order};
  union {
    struct cmsghdr header;
    char bytes[CMSG_SPACE(sizeof(int))];
  } beside = {.header = {CMSG_LEN(sizeof(int)), SOL_SOCKET, SCM_RIGHTS}};
  struct msghdr message = {.msg_iov = &part,
                           .msg_iovlen = 1,
                           .msg_control = beside.bytes,
                           .msg_controllen = sizeof beside.bytes};
  memcpy(CMSG_DATA(&beside.header), &channel, sizeof channel);
  ssize_t count;
  do count = sendmsg(nursery.channel, &message, MSG_NOSIGNAL);
  while (count < 0 && errno == EINTR);
  if (count != (ssize_t)sizeof *order) return 0;
  nursery_answer answer = 0;
  do count = recv(nursery.channel, &answer, sizeof answer, 0);
  while (count < 0 && errno == EINTR);
  return count == (ssize_t)sizeof answer ? answer : 0;
}

int gewu_child_read(gewu_child_kind kind, const char *path, gewu_child_limits limits,
                    gewu_child *child) {
  *child = (gewu_child){-1, -1};
  if (strlen(path) >= PATH_MAX) return ENAMETOOLONG;
  nursery_order *order = calloc(1, sizeof *order);
  if (!order) return ENOMEM;
  order->kind = (int32_t)kind;
  order->limits = limits;
  strcpy(order->path, path);
  int code = 0;
  nursery_answer answer = 0;
  pthread_mutex_lock(&nursery_lock);
  /* One that somebody ended is started again. Each attempt has a channel of its own: the one before may
     have started a reader, and been ended before it said so. */
  for (int attempt = 0; attempt < 8 && answer == 0 && code == 0; attempt++) {
    int ends[2];
    if (nursery.process < 0) code = start_nursery();
    if (code == 0 && socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) code = errno;
    if (code != 0) break;
    answer = order_reader(order, ends[1]);
    close(ends[1]);
    if (answer > 0) *child = (gewu_child){answer, ends[0]};
    else close(ends[0]);
    if (answer == 0) gewu_child_end(&nursery);
  }
  pthread_mutex_unlock(&nursery_lock);
  if (code == 0 && answer <= 0) code = answer < 0 ? -answer : ECHILD;
  free(order);
  return code;
}

int gewu_child_run(const char *const *arguments, const char *const *environment,
                   const char *folder, gewu_child_limits limits, gewu_child *child) {
  int ends[2];
  *child = (gewu_child){-1, -1};
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return errno;
  pid_t process = fork();
  if (process < 0) {
    int code = errno;
    close(ends[0]);
    close(ends[1]);
    return code;
  }
  if (process == 0) {
    leave_the_parent(ends[1], 1);
    leave_the_network();
    confine(folder, limits, 64);
    limit(RLIMIT_DATA, limits.memory);
    execve(arguments[0], (char *const *)arguments, (char *const *)environment);
    _exit(127);
  }
  close(ends[1]);
  *child = (gewu_child){process, ends[0]};
  return 0;
}

int gewu_child_wait(gewu_child *child) {
  int status = 0;
  if (child->channel >= 0) close(child->channel);
  if (child->process > 0) {
    while (waitpid(child->process, &status, 0) < 0 && errno == EINTR) {}
  }
  child->process = -1;
  child->channel = -1;
  return status;
}

int gewu_child_end(gewu_child *child) {
  if (child->process > 0) kill(child->process, SIGKILL);
  return gewu_child_wait(child);
}
