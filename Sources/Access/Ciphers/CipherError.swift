/// The system's library of ciphers, or its source of random bytes, refused.
package enum CipherError: Error, Equatable {
  case unavailable
}
