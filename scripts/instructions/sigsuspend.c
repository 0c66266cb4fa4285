// Preloaded under valgrind. Valgrind takes its own signals out of the mask where it lies, and libdispatch keeps its mask in
// memory that nobody may write: the mask is handed over as a copy.
#include <signal.h>
#include <sys/syscall.h>
#include <unistd.h>

int sigsuspend(const sigset_t *mask) {
  sigset_t copy = *mask;
  return (int)syscall(SYS_rt_sigsuspend, &copy, (size_t)8);
}
