#define _GNU_SOURCE
#include "CConfinedChild.h"
#include "channel.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

/* What a reader is called; nobody calls a program so by mistake. */
static const char reader_name[] = "gewu-confined-reader";

extern char **environ;

static void limit(int resource, uint64_t value) {
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

/* From here on the child is on its own. Only what is safe behind a fork of many threads. */
static void enclose(int channel, int is_program, gewu_child_limits limits, const char *folder) {
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
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  /* No network, where this is allowed. Root keeps its own users: it reads files of others. */
  if (unshare(CLONE_NEWNET) != 0 && geteuid() != 0) unshare(CLONE_NEWUSER | CLONE_NEWNET);
  write_only_below(folder);
  limit(RLIMIT_CPU, limits.processor);
  limit(RLIMIT_FSIZE, folder ? limits.written : 0);
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_NOFILE, is_program ? 64 : 16);
  if (is_program) limit(RLIMIT_DATA, limits.memory);
}

static int start(const char *program, char *const *arguments, char *const *environment,
                 int is_program, const char *folder, gewu_child_limits limits, gewu_child *child) {
  int ends[2];
  child->process = -1;
  child->channel = -1;
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return errno;
  pid_t process = fork();
  if (process < 0) {
    int code = errno;
    close(ends[0]);
    close(ends[1]);
    return code;
  }
  if (process == 0) {
    enclose(ends[1], is_program, limits, folder);
    execve(program, arguments, environment);
    _exit(127);
  }
  close(ends[1]);
  child->process = process;
  child->channel = ends[0];
  return 0;
}

/* The folder of a GeoPackage that has a log beside it: SQLite keeps an index of it there. */
static char *folder_of_log(gewu_child_kind kind, const char *path) {
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

int gewu_child_read(gewu_child_kind kind, const char *path, gewu_child_limits limits,
                    gewu_child *child) {
  char memory[32], which[8], library[4096];
  snprintf(memory, sizeof memory, "%llu", (unsigned long long)limits.memory);
  snprintf(which, sizeof which, "%d", (int)kind);
  const char *libraries = getenv("LD_LIBRARY_PATH");
  snprintf(library, sizeof library, "LD_LIBRARY_PATH=%s", libraries ? libraries : "");
  char *const arguments[] = {(char *)reader_name, which, memory, (char *)path, NULL};
  /* Nothing of our environment, which may hold secrets. */
  char *const environment[] = {"SWIFT_BACKTRACE=enable=no", libraries ? library : NULL, NULL};
  char *folder = folder_of_log(kind, path);
  limits.written = 64 << 20;
  int code = start("/proc/self/exe", arguments, environment, 0, folder, limits, child);
  free(folder);
  return code;
}

int gewu_child_run(const char *const *arguments, const char *const *environment,
                   const char *folder, gewu_child_limits limits, gewu_child *child) {
  return start(arguments[0], (char *const *)arguments, (char *const *)environment, 1, folder,
               limits, child);
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

void gewu_keep_memory_private(void) {
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

/* Runs before `main`: a reader never comes there. */
__attribute__((constructor(101))) static void become_reader(int count, char **arguments) {
  if (count != 4 || !arguments || strcmp(arguments[0], reader_name) != 0) return;
  gewu_keep_memory_private();
  uint64_t size = own_size();
  if (size > 0) limit(RLIMIT_AS, size + strtoull(arguments[2], NULL, 10));
  if (atoi(arguments[1]) == GEWU_CHILD_GEOPACKAGE) read_geopackage(arguments[3]);
  else read_xls(arguments[3]);
  _exit(0);
}
