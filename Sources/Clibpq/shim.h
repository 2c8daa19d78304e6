#include <libpq-fe.h>

// What the I/O thread that drives libpq needs of the system, and Swift's Glibc module leaves out.
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/prctl.h>

// prctl takes variable arguments, which Swift cannot call.
static inline void clibpq_name_this_thread(const char *name) { prctl(PR_SET_NAME, name, 0, 0, 0); }
