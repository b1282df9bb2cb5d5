import Access
import Crypto
import Foundation
import GRDB
package import Subjects

/// Makes the keys of subjects: HMACs under the identity key of a sealed store, or under a key in the table `setting`
/// of one that is not sealed.
package struct SubjectDigest: Sendable {
  private let key: DigestKey

  private static let setting = "subject_key"

  /// The first 16 bytes of the HMAC of some bytes.
  package func key(of bytes: [UInt8]) -> SubjectKey {
    let halves = key.code(of: bytes).prefix(16).reduce(into: (high: UInt64(0), low: UInt64(0))) {
      $0.high = $0.high << 8 | $0.low >> 56
      $0.low = $0.low << 8 | UInt64($1)
    }
    return SubjectKey(high: halves.high, low: halves.low)
  }

  /// The key of a place as rows state it, by which a fact finds others about the same place.
  package func key(ofPlace reading: some Collection<UInt8>) -> SubjectKey {
    key(of: Array("place".utf8) + [0x1D] + reading)
  }

  /// The digest of a store.
  ///
  /// - Throws: `SealFault` where the store is sealed and its key is not there.
  fileprivate init(_ session: StoreTransaction, makes: Bool) throws {
    let db = session.db
    if let ring = try session.store.seal.ring(db) {
      key = ring.subjectDigestKey
      // Names of before the store was sealed could be guessed by it.
      if makes {
        try db.execute(sql: "DELETE FROM setting WHERE name = ?", arguments: [Self.setting])
      }
      return
    }
    let kept = try Data.fetchOne(
      db, sql: "SELECT value FROM setting WHERE name = ?", arguments: [Self.setting])
    if let kept {
      key = DigestKey(.aes256GCM, SymmetricKey(data: kept))
      return
    }
    let fresh = SymmetricKey(size: .bits256)
    key = DigestKey(.aes256GCM, fresh)
    if makes {
      try db.execute(
        sql: "INSERT INTO setting (name, value) VALUES (?, ?)",
        arguments: [Self.setting, fresh.withUnsafeBytes { Data($0) }])
    }
  }
}

extension StoreTransaction {
  /// What makes the keys of subjects.
  ///
  /// - Parameter makes: whether a store that has no key yet is given one, in this transaction.
  /// - Throws: `SealFault`.
  package func subjectDigest(makes: Bool = false) throws -> SubjectDigest {
    try SubjectDigest(self, makes: makes)
  }
}
