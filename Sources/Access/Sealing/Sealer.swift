package import Foundation

/// Seals values of one family and opens them again.
///
/// A family (`personal`, `secret`) has keys of its own, so that one can be given away without the other. What
/// is sealed is bound to its place and to its header; nonces are random, so that the same value sealed twice
/// differs. A key may seal 2^32 values (NIST SP 800-38D, section 8.3); a ring is rotated before.
package struct Sealer: Sendable {
  package let family: String
  private let keys: [UInt32: SealKey]
  private let current: UInt32
  private let header: Data

  package init(_ ring: KeyRing, family: String) {
    self.family = family
    keys = Dictionary(
      uniqueKeysWithValues: ring.versions.map { ($0.number, $0.sealKey([family])) })
    current = ring.current.number
    header = SealedBlob.header(ring.current)
  }

  /// Seals bytes under the newest key for the place where they will stand.
  package func seal(_ text: some DataProtocol, at place: SealPlace) throws -> Data {
    guard let key = keys[current] else { throw SealError.noKey(version: current) }
    let box = try key.seal(text, bound: header + place.bytes)
    var sealed = Data(capacity: text.count + SealedBlob.overhead)
    sealed.append(header)
    sealed.append(box.nonce)
    sealed.append(box.text)
    sealed.append(box.tag)
    return sealed
  }

  /// Opens what was sealed for a place, under whichever version.
  ///
  /// - Throws: `SealError`.
  package func open(_ sealed: Data, at place: SealPlace) throws(SealError) -> Data {
    let blob = try SealedBlob(sealed)
    guard let key = keys[blob.version], key.profile == blob.profile else {
      throw .noKey(version: blob.version)
    }
    do {
      return try key.open(
        blob.text, tag: blob.tag, nonce: blob.nonce, bound: blob.header + place.bytes)
    } catch {
      throw .changed
    }
  }

  /// Whether it is under an earlier version than the newest.
  package func isFormer(_ sealed: Data) throws(SealError) -> Bool {
    try SealedBlob(sealed).version != current
  }
}
