import Access
import Foundation
import GRDB
import Synchronization

/// The keys of an open store, found when they are first needed.
///
/// Another process may seal the store, rotate its ring or wrap it anew meanwhile: whether the ring that is
/// known is still the newest is asked of the table `seal_key` in each transaction that uses it.
final class StoreSeal: Sendable {
  /// The family of keys that personal values are sealed under.
  static let personal = "personal"
  /// The family of those that nobody may see who does not need them.
  static let secret = "secret"
  static let families = [personal, secret]

  private struct Known {
    let ring: KeyRing
    let sealers: [String: Sealer]
  }

  /// That of a store of which nothing is sealed.
  static let none = StoreSeal(path: "", find: { _ in nil })

  private let path: String
  let find: KeyFinder
  private let known = Mutex<Known?>(nil)
  /// A fault that SQLite carries to whoever ran the statement, as words that say nothing.
  private let fault = Mutex<SealFault?>(nil)

  init(path: String, find: @escaping KeyFinder) {
    (self.path, self.find) = (path, find)
  }

  /// Notes that what was sealed stood in the clear before, so that it may still be read in free pages of the
  /// file and in its log.
  static func noteResidue(_ db: Database) throws {
    try db.execute(
      sql: "INSERT INTO setting (name, value) VALUES ('seal_residue', 1) ON CONFLICT DO NOTHING")
  }

  /// Whether there may be such pages.
  static func hasResidue(_ db: Database) throws -> Bool {
    try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM setting WHERE name = 'seal_residue')") ?? false
  }

  /// Notes that there are none any more.
  static func forgetResidue(_ db: Database) throws {
    try db.execute(sql: "DELETE FROM setting WHERE name = 'seal_residue'")
  }

  /// By what names a store and its key are known; nil where it is not sealed.
  static func identity(_ db: Database) throws -> SealIdentity? {
    func setting(_ name: String) throws -> String? {
      try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = ?", arguments: [name])
    }
    guard let store = try setting("store_id"), let key = try setting("seal_key_id") else {
      return nil
    }
    return SealIdentity(store: store, key: key)
  }

  /// What seals and opens personal values; nil where the store is not sealed.
  ///
  /// - Throws: `SealFault`.
  func sealer(_ db: Database, family: String = personal) throws -> Sealer? {
    try keys(db)?.sealers[family]
  }

  /// The ring; nil where the store is not sealed.
  ///
  /// - Throws: `SealFault`.
  func ring(_ db: Database) throws -> KeyRing? { try keys(db)?.ring }

  private func keys(_ db: Database) throws -> Known? {
    let newest = try RawStatement(keptBy: db, "SELECT max(version) FROM seal_key").integer()
    guard let newest else { return nil }
    let count = try RawStatement(keptBy: db, "SELECT count(*) FROM seal_key").integer()
    // The root is one of them.
    if let known = known.withLock({ $0 }), known.ring.current.number == newest,
      known.ring.versions.count + 1 == count ?? 0
    {
      return known
    }
    guard let identity = try Self.identity(db) else { return nil }
    guard let key = try find(identity) else { throw SealFault.noKey(path: path, identity) }
    guard key.id == identity.key else {
      throw SealFault.wrongKey(path: path, given: key.id, identity)
    }
    do {
      let ring = try KeyRing(store: identity.store, try Self.wrapped(db), key: key)
      let found = Known(
        ring: ring,
        sealers: Dictionary(
          uniqueKeysWithValues: Self.families.map { ($0, Sealer(ring, family: $0)) }))
      known.withLock { $0 = found }
      return found
    } catch KeyRingError.missing(let profile) {
      throw SealFault.profileMissing(profile)
    } catch is KeyRingError {
      throw SealFault.ringChanged(path: path)
    }
  }

  /// Makes sure that the keys are there, for statements that open values.
  ///
  /// - Throws: `SealFault.noKey`, `.wrongKey`, `.ringChanged`, `.notSealed`.
  func requireKeys(_ db: Database) throws {
    guard try keys(db) != nil else { throw SealFault.notSealed(path: path) }
  }

  /// What opens values of a family, once the keys were asked for; functions of SQL cannot ask themselves.
  ///
  /// - Throws: `SealFault.notSealed` where nobody has.
  func knownSealer(family: String = personal) throws -> Sealer {
    guard let sealer = known.withLock({ $0?.sealers[family] }) else {
      throw SealFault.notSealed(path: path)
    }
    return sealer
  }

  /// Asks for the keys where the store is sealed, before statements that open values.
  ///
  /// - Throws: `SealFault`.
  func prepareToOpen(_ db: Database) throws { _ = try keys(db) }

  /// What is sealed of a row, by the keys that are known.
  ///
  /// - Throws: `SealFault`.
  func opened(_ sealed: Data, family: String, table: String, id: Int64) throws -> SealedRow {
    let sealer = try knownSealer(family: family)
    let bytes = try sealer.open(
      sealed, at: SealPlace(table: table, row: id), table: table, row: "\(id)")
    guard let row = try? SealedRow(bytes) else {
      throw SealFault.changed(table: table, row: "\(id)")
    }
    return row
  }

  /// What a function of SQL throws for a fault; ``taken(from:)`` gives the fault back.
  func carried(_ fault: SealFault) -> DatabaseError {
    self.fault.withLock { $0 = fault }
    return DatabaseError(resultCode: .SQLITE_AUTH, message: Self.carrier)
  }

  /// The fault that an error of SQLite carries; nil for none.
  func taken(from error: DatabaseError) -> SealFault? {
    guard error.message?.contains(Self.carrier) == true else { return nil }
    return fault.withLock { $0 }
  }

  private static let carrier = "a sealed value does not open"

  private static func wrapped(_ db: Database) throws -> [KeyRing.Wrapped] {
    try Row.fetchAll(db, sql: "SELECT version, profile, secret FROM seal_key").map { row in
      guard let profile = SealProfile(name: row["profile"]) else { throw KeyRingError.incomplete }
      return KeyRing.Wrapped(
        version: UInt32(row["version"] as Int64), profile: profile, secret: row["secret"])
    }
  }

  /// Writes a ring in the place of the one that is there.
  static func write(_ ring: KeyRing, by key: MasterKey, at moment: String, _ db: Database) throws {
    let versions = try ring.wrapped(by: key)
    try db.execute(
      sql:
        "DELETE FROM seal_key WHERE version NOT IN (\(versions.map { "\($0.version)" }.joined(separator: ",")))"
    )
    for one in versions {
      try db.execute(
        sql: """
          INSERT INTO seal_key (version, profile, secret, made_at) VALUES (?, ?, ?, ?)
          ON CONFLICT (version) DO UPDATE SET profile = excluded.profile, secret = excluded.secret
          """, arguments: [Int64(one.version), one.profile.name, one.secret, moment])
    }
    try db.execute(
      sql: """
        INSERT INTO setting (name, value) VALUES ('store_id', ?), ('seal_key_id', ?)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value
        """, arguments: [ring.store, key.id])
  }
}

extension Sealer {
  /// Opens what was sealed for a row, and says which row where it does not open.
  ///
  /// - Parameter row: how the row is named to people.
  /// - Throws: `SealFault`.
  func open(_ sealed: Data, at place: SealPlace, table: String, row: String) throws -> Data {
    do {
      return try open(sealed, at: place)
    } catch .noKey(let version) {
      throw SealFault.versionGone(table: table, row: row, version: version)
    } catch {
      throw SealFault.changed(table: table, row: row)
    }
  }
}
