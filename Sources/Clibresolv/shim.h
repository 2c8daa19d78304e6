#include <arpa/inet.h>
#include <arpa/nameser.h>
#include <netdb.h>
#include <netinet/in.h>
#include <resolv.h>
#include <stdint.h>
#include <string.h>

// The resolver's names are macros that Swift does not import, and its state has an address list that Swift cannot fill.

// Asks for the TXT records of a name: the system's name servers, or one IPv4 address and port. Answers the length of the
// message, 0 when there is no such name or record, and -1 when no server gave an answer.
static inline int clibresolv_query_texts(const char *name, const char *server, uint16_t port, int timeout_seconds,
                                         unsigned char *message, int capacity) {
    struct __res_state state;
    memset(&state, 0, sizeof state);
    if (res_ninit(&state) != 0) { return -1; }
    state.retrans = timeout_seconds;
    state.retry = 1;
    if (server != NULL) {
        state.nscount = 1;
        memset(&state.nsaddr_list[0], 0, sizeof state.nsaddr_list[0]);
        state.nsaddr_list[0].sin_family = AF_INET;
        state.nsaddr_list[0].sin_port = htons(port);
        if (inet_pton(AF_INET, server, &state.nsaddr_list[0].sin_addr) != 1) {
            res_nclose(&state);
            return -1;
        }
    }
    int length = res_nquery(&state, name, ns_c_in, ns_t_txt, message, capacity);
    int error = state.res_h_errno;
    res_nclose(&state);
    if (length < 0) { return error == HOST_NOT_FOUND || error == NO_DATA ? 0 : -1; }
    return length < capacity ? length : capacity;
}

// Copies the text of one of a message's answers. Answers its length, -1 behind the last answer, and -2 for one that is no
// TXT record or does not fit.
static inline int clibresolv_text_at(const unsigned char *message, int length, int index, unsigned char *text,
                                     int capacity) {
    ns_msg parsed;
    ns_rr record;
    if (ns_initparse(message, length, &parsed) != 0 || index >= ns_msg_count(parsed, ns_s_an)) { return -1; }
    if (ns_parserr(&parsed, ns_s_an, index, &record) != 0) { return -1; }
    if (ns_rr_type(record) != ns_t_txt) { return -2; }
    const unsigned char *part = ns_rr_rdata(record);
    const unsigned char *end = part + ns_rr_rdlen(record);
    int count = 0;
    while (part < end) {
        int size = *part++;
        if (size > end - part || count + size > capacity) { return -2; }
        memcpy(text + count, part, size);
        count += size;
        part += size;
    }
    return count;
}
