#ifndef GEWU_NURSERY_H
#define GEWU_NURSERY_H

#include "CConfinedChild.h"

#include <limits.h>

/*
 * The process that starts the readers: this very program started anew, once, when the first file of a
 * stranger is to be read. It holds nothing of the memory of its parent and has a single thread, so each
 * reader is a fork of it, which costs a fraction of starting the program for every file. The readers are
 * children of the nursery's parent, which waits for them and may end them.
 */

/* What the nursery is asked for, with the reader's end of the socket as a descriptor beside it. */
typedef struct nursery_order {
  int32_t kind;
  gewu_child_limits limits;
  char path[PATH_MAX];
} nursery_order;

/* What such a process is called; nobody calls a program so by mistake. */
extern const char nursery_name[];

/* Its answer: the reader's process, or the negative of an errno. */
typedef int32_t nursery_answer;

#endif
