#include <uninorm.h>

// UNINORM_NFKC is a macro that Swift does not import.
static inline uint8_t *rollcall_u8_nfkc(const uint8_t *text, size_t count, uint8_t *buffer, size_t *length) {
    return u8_normalize(UNINORM_NFKC, text, count, buffer, length);
}
