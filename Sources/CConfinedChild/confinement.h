#ifndef GEWU_CONFINEMENT_H
#define GEWU_CONFINEMENT_H

#include "CConfinedChild.h"

/* What a process takes from itself before it touches the file of a stranger. */

void limit(int resource, uint64_t value);

/* Standard files: none, or for a program the outputs to the channel; no other descriptor stays open.
   Signals as they are by default, but for the interruption from the terminal. */
void leave_the_parent(int channel, int is_program);

/* Privileges that no program started from here has again, and no network where this is allowed. */
void leave_the_network(void);

/* Writes only below `folder`, or nowhere for NULL, as far as the kernel knows how; within the limits of
   a child but for its memory. */
void confine(const char *folder, gewu_child_limits limits, int files);

/* Limits the memory to what the process has now and `memory` bytes more. */
void limit_memory(uint64_t memory);

#endif
