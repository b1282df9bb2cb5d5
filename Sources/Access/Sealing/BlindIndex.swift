package import Foundation

/// What equal values of one sealed column have in common: HMAC (RFC 2104) of the value over SHA-256 or
/// SM3, as the version's profile says, the first 128 bits, under a key of its own for each column, so that columns
/// cannot be joined by it.
///
/// Whoever has the key can try values one after the other; it is as secret as the values are.
package struct BlindIndex: Sendable {
  /// The newest version's first.
  private let keys: [DigestKey]

  package init(_ ring: KeyRing, table: String, column: String) {
    keys = ring.versions.reversed().map { $0.digestKey(.index, [table, column]) }
  }

  /// The entry of a value under the newest key: 16 bytes.
  package func entry(of value: some DataProtocol) -> Data { Self.entry(of: value, keys[0]) }

  /// The entries that a value may have while rows move from one version to the next; the newest first.
  package func entries(of value: some DataProtocol) -> [Data] {
    keys.map { Self.entry(of: value, $0) }
  }

  private static func entry(of value: some DataProtocol, _ key: DigestKey) -> Data {
    key.code(of: value).prefix(KeyedDigest.length)
  }
}
