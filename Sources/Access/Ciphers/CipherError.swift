/// Why a cipher did not do its work.
package enum CipherError: Error, Equatable {
  /// The system's library of ciphers, or its source of random bytes, refused.
  case unavailable
  /// The system's library of ciphers has not the algorithm.
  case missing
  /// The tag is not that of the text: it, the key, the nonce or what is bound to it is another.
  case changed
}
