/* SHA-256 as a plain structure that can be copied: see KeyedDigest. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <openssl/sha.h>
