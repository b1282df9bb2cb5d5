package import Access
import Foundation
import GRDB
import Time

/// What a store says of its seal.
package struct SealStatus: Sendable, Equatable {
  /// One version of the key.
  package struct Version: Sendable, Equatable {
    package let number: UInt32
    package let profile: SealProfile
    package let madeAt: String
    /// How many values are sealed under it.
    package let values: Int
    /// How many source files of the archive are.
    package let files: Int
  }

  /// nil where the store is not sealed.
  package let identity: SealIdentity?
  /// The oldest first; the last one seals.
  package let versions: [Version]
  /// How many values that would be sealed are in the clear.
  package let clear: Int
  /// How many files of the archive that would be sealed are in the clear.
  package let clearFiles: Int
  /// Whether what was sealed may still be read in free pages of the file and in its log.
  package let hasResidue: Bool

  /// Whether nothing is in the clear, nowhere in the file, or under a version before the newest.
  package var isComplete: Bool {
    clear == 0 && clearFiles == 0 && !hasResidue && versions.dropLast().isEmpty
  }
}

extension Store {
  /// Whether the store has a key.
  package func isSealed() throws -> Bool { try read { try StoreSeal.identity($0.db) != nil } }

  /// What is sealed, under which versions, and what is not.
  ///
  /// Needs no key.
  package func sealStatus() throws -> SealStatus {
    try read { session in
      let db = session.db
      var counts: [UInt32: Int] = [:]
      for part in try SealedPart.all(db) { counts.merge(try part.counts(db), uniquingKeysWith: +) }
      let files = archive.map(ArchiveListing.init)
      let versions = try Row.fetchAll(
        db, sql: "SELECT version, profile, made_at FROM seal_key WHERE version > 0 ORDER BY version"
      ).compactMap { row in
        SealProfile(name: row["profile"]).map { profile in
          let number = UInt32(row["version"] as Int64)
          return SealStatus.Version(
            number: number, profile: profile, madeAt: row["made_at"], values: counts[number] ?? 0,
            files: files?.counts[number] ?? 0)
        }
      }
      return SealStatus(
        identity: try StoreSeal.identity(db), versions: versions,
        clear: try SealedPart.all(db).reduce(0) { $0 + (try $1.clearCount(db)) },
        clearFiles: files?.clearCount ?? 0, hasResidue: try StoreSeal.hasResidue(db))
    }
  }

  /// Gives a store a ring under a master key; from then on what comes is sealed.
  ///
  /// What is there already stays as it is until ``sealArchive(_:)`` and ``sealRest(_:)``; but source files are known
  /// by their keyed names from then on.
  ///
  /// - Parameters:
  ///   - profile: by which algorithms it is sealed, and names of files and what rows are known by are keyed, whatever
  ///     later versions seal by.
  ///   - key: made or found for the name that the store is given.
  /// - Throws: `SealFault.alreadySealed`, `.profileMissing`.
  package func makeSeal(
    profile: SealProfile = .aes256GCM, key: (_ store: String) throws -> MasterKey
  ) throws {
    guard profile.isAvailable else { throw SealFault.profileMissing(profile) }
    try withWriterLock {
      let ring = KeyRing(store: Self.newIdentifier(), profile: profile)
      guard try read({ try StoreSeal.identity($0.db) }) == nil else {
        throw SealFault.alreadySealed(path: path)
      }
      let key = try key(ring.store)
      try write { session in
        try ImportStage.discardAll(session.db)
        let isUsed = try Bool.fetchOne(
          session.db,
          sql: "SELECT EXISTS (SELECT 1 FROM batch) OR EXISTS (SELECT 1 FROM report)")
        if isUsed == true { try StoreSeal.noteResidue(session.db) }
        try StoreSeal.write(ring, by: key, at: session.now.text, session.db)
        try KeyedNames.give(FileNames(ring), session.db)
        try session.note(.seal, "key/1")
      }
    }
  }

  /// Adds a version of the key, which seals from then on; the former ones still open what they sealed.
  ///
  /// Where values are still under a former version, a rotation was interrupted: it is gone on with, and no
  /// version is added but where another profile is asked for.
  ///
  /// - Parameter profile: by which algorithms it seals; those of the newest version where none is given.
  /// - Returns: the number of the newest version.
  /// - Throws: `SealFault`.
  @discardableResult
  package func rotateSeal(profile: SealProfile? = nil) throws -> UInt32 {
    if let profile, !profile.isAvailable { throw SealFault.profileMissing(profile) }
    return try withWriterLock {
      try write { session in
        guard var ring = try seal.ring(session.db),
          let identity = try StoreSeal.identity(session.db)
        else { throw SealFault.notSealed(path: path) }
        guard ring.versions.count == 1 || profile ?? ring.current.profile != ring.current.profile
        else { return ring.current.number }
        guard let key = try seal.find(identity) else { throw SealFault.noKey(path: path, identity) }
        ring.rotate(profile: profile)
        try ImportStage.discardAll(session.db)
        try StoreSeal.write(ring, by: key, at: session.now.text, session.db)
        try session.note(.rotateKey, "key/\(ring.current.number)")
        return ring.current.number
      }
    }
  }

  /// Wraps the ring by another master key; no value changes.
  ///
  /// - Throws: `SealFault`.
  package func rewrapSeal(by key: MasterKey) throws {
    try withWriterLock {
      try write { session in
        guard let ring = try seal.ring(session.db) else { throw SealFault.notSealed(path: path) }
        try StoreSeal.write(ring, by: key, at: session.now.text, session.db)
        try session.note(.rewrapKey, "key/\(ring.current.number)")
      }
    }
  }

  /// Seals what is in the clear, and moves what is under a former version to the newest, in
  /// transactions of their own; then the former versions are gone, unless files of the archive are still
  /// under one (``sealArchive(_:)``).
  ///
  /// Where it is interrupted, nothing is lost, and the next call goes on.
  ///
  /// What was written over is gone from the file and its log afterwards, not only from the tables.
  ///
  /// - Parameter progress: told how many values were sealed so far.
  /// - Returns: how many were sealed.
  /// - Throws: `SealFault`, `StoreError`.
  @discardableResult
  package func sealRest(_ progress: (Int) -> Void = { _ in }) throws -> Int {
    try withWriterLock {
      var count = 0
      for part in try partsToSeal() {
        var last: Int64 = 0
        while true {
          let moved = try write { session in
            let db = session.db
            guard let sealer = try seal.sealer(db), let ring = try seal.ring(db) else {
              throw SealFault.notSealed(path: path)
            }
            try db.execute(sql: "PRAGMA secure_delete = ON")
            return try part.move(to: ring, sealer, at: Self.valuesTogether, after: &last, db)
          }
          count += moved
          if moved > 0 { progress(count) }
          if moved < Self.valuesTogether { break }
        }
        try write { try part.finish($0.db) }
      }
      try withdrawFormerKeys()
      let hasResidue = try read { try StoreSeal.hasResidue($0.db) }
      if hasResidue { try database.vacuum() }
      if hasResidue || count > 0 { try clearLog() }
      if hasResidue { try write { try StoreSeal.forgetResidue($0.db) } }
      return count
    }
  }

  /// All parts, once the tables have the columns that sealed values need.
  private func partsToSeal() throws -> [SealedPart] {
    try write { session in
      for table in try SealedPart.tables(session.db) { try table.prepareSeal(session.db) }
      return try SealedPart.all(session.db)
    }
  }

  /// How many values one transaction seals.
  private static let valuesTogether = 2_000

  /// Takes out the versions under which nothing is sealed any more.
  private func withdrawFormerKeys() throws {
    try write { session in
      let db = session.db
      guard var ring = try seal.ring(db), ring.versions.count > 1,
        let identity = try StoreSeal.identity(db), let key = try seal.find(identity)
      else { return }
      for part in try SealedPart.all(db) {
        let former = try part.counts(db).filter { $0.key != ring.current.number }
        guard former.isEmpty else { return }
      }
      let files = archive.map { ArchiveListing($0).counts.keys } ?? [:].keys
      guard files.allSatisfy({ $0 == ring.current.number }) else { return }
      ring.withdrawFormer()
      try StoreSeal.write(ring, by: key, at: session.now.text, db)
      try session.note(.rotateKey, "key/\(ring.current.number)")
    }
  }

  /// Writes the log back and leaves it empty, so that no earlier page stands in it.
  private func clearLog() throws {
    try translating {
      try database.writeWithoutTransaction { db in
        if try String.fetchOne(db, sql: "PRAGMA journal_mode") == "wal" {
          _ = try Row.fetchOne(db, sql: "PRAGMA wal_checkpoint(TRUNCATE)")
        }
      }
    }
  }

  private static func newIdentifier() -> String {
    (0..<16).map { _ in String(format: "%02x", UInt8.random(in: 0...255)) }.joined()
  }
}
