#define _GNU_SOURCE
#include "confinement.h"
#include "channel.h"

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

void limit(int resource, uint64_t value) {
  struct rlimit both = {value, value};
  setrlimit(resource, &both);
}

/* Landlock (Linux 5.13), without its header, which older systems lack. */
enum {
  LANDLOCK_CREATE = 444,
  LANDLOCK_ADD = 445,
  LANDLOCK_RESTRICT = 446,
  LANDLOCK_PATH_BENEATH = 1,
  /* write, remove folder and file, make of every kind */
  LANDLOCK_WRITING = 1 << 1 | 1 << 4 | 1 << 5 | 1 << 6 | 1 << 7 | 1 << 8 | 1 << 9 | 1 << 10 |
                     1 << 11 | 1 << 12
};

struct landlock_ruleset {
  uint64_t handled;
};

struct __attribute__((packed)) landlock_beneath {
  uint64_t allowed;
  int32_t parent;
};

/* Allows to write below a folder, or nowhere for NULL, as far as the kernel knows how. */
static void write_only_below(const char *folder) {
  struct landlock_ruleset rules = {LANDLOCK_WRITING};
  int set = (int)syscall(LANDLOCK_CREATE, &rules, sizeof rules, 0);
  if (set < 0) return;
  const char *const places[] = {"/dev/null", folder};
  for (size_t at = 0; at < 2; at++) {
    if (!places[at]) continue;
    struct landlock_beneath rule = {at == 0 ? 1 << 1 : LANDLOCK_WRITING, -1};
    rule.parent = open(places[at], O_PATH | O_CLOEXEC);
    if (rule.parent < 0) continue;
    syscall(LANDLOCK_ADD, set, LANDLOCK_PATH_BENEATH, &rule, 0);
    close(rule.parent);
  }
  syscall(LANDLOCK_RESTRICT, set, 0);
  close(set);
}

/* Only what is safe behind a fork of many threads. */
void leave_the_parent(int channel, int is_program) {
  static const int signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTERM, SIGTRAP,
                                SIGXCPU, SIGALRM};
  sigset_t none;
  for (size_t at = 0; at < sizeof signals / sizeof *signals; at++) signal(signals[at], SIG_DFL);
  signal(SIGINT, SIG_IGN); /* the parent decides what an interruption means */
  signal(SIGXFSZ, SIG_IGN);
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  if (channel != CHANNEL) dup2(channel, CHANNEL);
  int null = open("/dev/null", O_RDWR);
  for (int file = 0; file < CHANNEL; file++) dup2(is_program && file > 0 ? CHANNEL : null, file);
  close_range(is_program ? CHANNEL : CHANNEL + 1, ~0U, 0);
  /* A socket that is made anew by dup2 has lost the mark that closes it. */
  if (!is_program) fcntl(CHANNEL, F_SETFD, 0);
}

void leave_the_network(void) {
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  /* Root keeps its own users: it reads files of others. */
  if (unshare(CLONE_NEWNET) != 0 && geteuid() != 0) unshare(CLONE_NEWUSER | CLONE_NEWNET);
}

void confine(const char *folder, gewu_child_limits limits, int files) {
  write_only_below(folder);
  limit(RLIMIT_CPU, limits.processor);
  limit(RLIMIT_FSIZE, folder ? limits.written : 0);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_NOFILE, (uint64_t)files);
}

void gewu_keep_memory_private(void) {
  const char *wanted = getenv("GEWU_CRASH_REPORTS");
  if (wanted && strcmp(wanted, "on") == 0) return;
  static const int signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP, SIGQUIT};
  /* Swift's runtime prints the registers and the memory they point to when it is asked to. */
  for (size_t at = 0; at < sizeof signals / sizeof *signals; at++) signal(signals[at], SIG_DFL);
  setenv("SWIFT_BACKTRACE", "enable=no", 1);
  prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
  limit(RLIMIT_CORE, 0);
}

/* The size of this process's address space. */
static uint64_t own_size(void) {
  char text[64] = {0};
  int file = open("/proc/self/statm", O_RDONLY);
  if (file < 0) return 0;
  ssize_t count = read(file, text, sizeof text - 1);
  close(file);
  return count > 0 ? strtoull(text, NULL, 10) * (uint64_t)sysconf(_SC_PAGESIZE) : 0;
}

void limit_memory(uint64_t memory) {
  uint64_t size = own_size();
  if (size > 0) limit(RLIMIT_AS, size + memory);
}
