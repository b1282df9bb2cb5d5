import Crypto
package import Foundation

/// What equal values of one sealed column have in common: HMAC-SHA-256 (RFC 2104) of the value, the first 128
/// bits, under a key of its own for each column, so that columns cannot be joined by it.
///
/// Whoever has the key can try values one after the other; it is as secret as the values are.
package struct BlindIndex: Sendable {
  /// The newest version's first.
  private let keys: [SymmetricKey]

  package init(_ ring: KeyRing, table: String, column: String) {
    keys = ring.versions.reversed().map { $0.key(.index, [table, column]) }
  }

  /// The entry of a value under the newest key: 16 bytes.
  package func entry(of value: some DataProtocol) -> Data { Self.entry(of: value, keys[0]) }

  /// The entries that a value may have while rows move from one version to the next; the newest first.
  package func entries(of value: some DataProtocol) -> [Data] {
    keys.map { Self.entry(of: value, $0) }
  }

  private static func entry(of value: some DataProtocol, _ key: SymmetricKey) -> Data {
    Data(HMAC<SHA256>.authenticationCode(for: value, using: key).prefix(16))
  }
}
