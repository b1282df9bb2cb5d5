import Files
import Foundation
package import GRDB
package import Time

/// One district's file: a SpatiaLite database in WAL mode, with the schema of Gewu.
///
/// A process opens a store once and keeps it open; the few connections of its
/// pool are shared by all threads. Reads see one state of the store, the one
/// before or the one after a write, never half of it.
///
/// Transactions are opened on this side and nowhere else: ``read(_:)`` and ``write(_:)`` open one
/// for their closure, and the jobs that methods of `Store` run on the writing connection (an import
/// in one transaction or in several, an examination) open their own. What changes the published rows or boundaries holds the writer's lock around all
/// of its transactions (``withWriterLock(_:)``); reports are received without it, several in one transaction where they come at once (``SharedCommit``).
/// See ``StoreTransaction`` for what goes on inside.
package final class Store: Sendable {
  package let path: String
  /// The spatial reference system of all geometries, an EPSG code.
  package let srid: Int
  /// The names of the levels, top first.
  package let levels: [String]
  /// In whose days rows and moments are counted.
  package let zone: LocalZone

  /// Its keys, where it is sealed.
  let seal: StoreSeal

  /// What makes receipts of reports and finds them.
  let receipts: ReceiptKey

  /// The connections; only this target speaks SQL to them.
  package let database: any DatabaseWriter

  /// What says which moment it is, wherever the store writes one.
  package let clock: Clock

  /// The lock of those who change what is published; nil for a store in memory.
  let writerLock: WriterLock?

  /// Where the store was found; nil for a store in memory.
  let place: StorePlace?

  /// How long a writer waits for another one before it gives up, in milliseconds.
  static let busyTimeout = 5_000

  /// "GEWU" in the header of the file: SQLite's `application_id`.
  static let applicationID = 0x4745_5755

  /// The path of a store that has no file.
  static let memory = ":memory:"

  /// Whether nothing is written.
  package let isReadOnly: Bool

  /// The files of the store that others than their owner could use until it was opened.
  package let filesTakenFromOthers: [String]

  init(
    path: String, database: any DatabaseWriter, clock: Clock, isReadOnly: Bool = false,
    filesTakenFromOthers: [String] = [], seal: StoreSeal = .none
  ) throws {
    self.seal = seal
    self.isReadOnly = isReadOnly
    self.filesTakenFromOthers = filesTakenFromOthers
    self.path = path
    self.database = database
    self.clock = clock
    writerLock = path == Self.memory || isReadOnly ? nil : WriterLock(store: path, clock: clock)
    place = path == Self.memory ? nil : try StorePlace(path)
    (srid, levels, zone, receipts) = try database.read { db in
      let srid = try Int.fetchOne(db, sql: "SELECT value FROM setting WHERE name = 'srid'")
      let levels = try String.fetchAll(
        db, sql: "SELECT name FROM level WHERE net_id = 1 ORDER BY rank")
      let name = try String.fetchOne(db, sql: "SELECT value FROM setting WHERE name = 'zone'")
      guard let zone = LocalZone(name ?? LocalZone.utc.name) else {
        throw StoreError.unknownZone(name ?? "")
      }
      return (srid ?? 4490, levels, zone, try ReceiptKey(db))
    }
  }

  /// Makes a store with its levels.
  ///
  /// - Parameters:
  ///   - path: where; nothing may be there yet.
  ///   - srid: the EPSG code that all geometries are kept in.
  ///   - levels: the names of the levels, top first.
  ///   - zone: in whose days it counts.
  ///   - key: finds its master key, where it is sealed later on.
  /// - Throws: `StoreError`; then nothing is left at `path`.
  package static func create(
    at path: String, srid: Int = 4490, levels: [String], zone: LocalZone = .ofMachine,
    clock: Clock = .system, key: @escaping KeyFinder = { _ in nil }
  ) throws -> Store {
    try check(levels: levels)
    guard !FileManager.default.fileExists(atPath: path) else {
      throw StoreError.exists(path: path)
    }
    // SQLite gives its own files the permissions of this one. Why it cannot be made, it says itself.
    guard FileMode.makeFile(path) != EEXIST else { throw StoreError.exists(path: path) }
    do {
      return try StoreError.translating(path: path) {
        let seal = StoreSeal(path: path, find: key)
        let pool = try DatabasePool(
          path: path, configuration: configuration(isNew: true, seal: seal))
        try Schema.migrator.migrate(pool)
        try pool.write { try Schema.seed($0, srid: srid, zone: zone, levels: levels) }
        return try Store(path: path, database: durable(pool), clock: clock, seal: seal)
      }
    } catch {
      removeFiles(at: path)
      throw error
    }
  }

  /// Takes away a store that was made just now and is not to be.
  package func remove() {
    try? database.close()
    Self.removeFiles(at: path)
    if let writerLock { try? FileManager.default.removeItem(atPath: writerLock.path) }
  }

  private static func removeFiles(at path: String) {
    for suffix in ["", "-wal", "-shm"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
  }

  /// Opens the store at `path`, bringing its schema up to date.
  ///
  /// A store that is being loaded without a log cannot be opened at every moment: this waits up to
  /// five seconds for one. Permissions that others than their owner have on the files of the store are
  /// taken away where this user may do so; see ``filesTakenFromOthers``.
  ///
  /// - Parameter key: finds its master key where it is sealed, when it is first needed.
  /// - Throws: `StoreError`.
  package static func open(
    at path: String, clock: Clock = .system, key: @escaping KeyFinder = { _ in nil }
  ) throws -> Store {
    let end = ContinuousClock.now + .milliseconds(busyTimeout)
    while true {
      do {
        return try openAtOnce(path, clock, key)
      } catch StoreError.locked where ContinuousClock.now < end {
        Thread.sleep(forTimeInterval: 0.03)
      }
    }
  }

  /// Checks that there is a file that may be a database.
  static func requireFile(at path: String) throws {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw StoreError.notFound(path: path)
    }
    guard !isDirectory.boolValue else {
      throw StoreError.notADatabase(path: path, .folder)
    }
    guard isRegular(path) else { throw StoreError.notADatabase(path: path, .notRegular) }
  }

  private static func openAtOnce(
    _ path: String, _ clock: Clock, _ key: @escaping KeyFinder
  ) throws -> Store {
    try requireFile(at: path)
    return try StoreError.translating(path: path) {
      try requireStore(at: path)
      // First of all: what SQLite makes beside the store has its permissions.
      let taken = StoreFiles(of: path).keepFromOthers()
      let seal = StoreSeal(path: path, find: key)
      let pool = try DatabasePool(path: path, configuration: configuration(seal: seal))
      if try pool.read(Schema.migrator.hasBeenSuperseded) { throw StoreError.newer(path: path) }
      if try !pool.read(Schema.migrator.hasCompletedMigrations) {
        try Schema.migrator.migrate(pool)
      }
      return try Store(
        path: path, database: durable(pool), clock: clock, filesTakenFromOthers: taken, seal: seal)
    }
  }

  /// Makes a store in memory, for tests: same schema, no file.
  package static func inMemory(
    srid: Int = 4490, levels: [String], zone: LocalZone = .utc, clock: Clock = .system,
    key: @escaping KeyFinder = { _ in nil }
  ) throws -> Store {
    try check(levels: levels)
    let seal = StoreSeal(path: memory, find: key)
    let queue = try DatabaseQueue(configuration: configuration(seal: seal))
    try Schema.migrator.migrate(queue)
    try queue.write { try Schema.seed($0, srid: srid, zone: zone, levels: levels) }
    return try Store(path: memory, database: queue, clock: clock, seal: seal)
  }

  /// Reads one state of the store.
  ///
  /// - Throws: `StoreError`, or what `work` throws.
  package func read<Value>(_ work: (StoreTransaction) throws -> Value) throws -> Value {
    try translating {
      try database.read { try work(StoreTransaction(store: self, db: $0)) }
    }
  }

  /// Writes in one transaction: all of `work`, or nothing.
  ///
  /// What it returns is on the disk, in the file that the store's path leads to.
  ///
  /// - Throws: `StoreError`, or what `work` throws; then the store is as before. `StoreError.gone`
  ///   where the store is no longer where it was opened: what was written is lost.
  package func write<Value>(_ work: (StoreTransaction) throws -> Value) throws -> Value {
    guard !isReadOnly else { throw StoreError.failed(path: path, .openedReadOnly) }
    return try translating {
      try place?.check()
      let value = try database.write { try work(StoreTransaction(store: self, db: $0)) }
      try place?.check()
      return value
    }
  }

  /// Runs `work`, turning what SQLite says into errors that say what happened.
  func translating<Value>(_ work: () throws -> Value) throws -> Value {
    try StoreError.translating(path: path) {
      do {
        return try work()
      } catch let error as DatabaseError {
        throw seal.taken(from: error) ?? error
      }
    }
  }

  /// Checks that the store still lies where it was opened.
  ///
  /// - Throws: `StoreError.gone` where its file or its log was deleted, moved or replaced.
  package func checkPlace() throws { try place?.check() }

  /// The size of a new store's pages, in bytes.
  ///
  /// A bulk load makes a quarter of the system calls that it makes with SQLite's
  /// default of 4,096, and rows of several hundred bytes fill a page better.
  private static let pageSize = 16_384

  /// How much of the store the writing connection holds in memory.
  static let cacheKibibytes = 16_384

  static func configuration(isNew: Bool = false, seal: StoreSeal = .none) -> Configuration {
    var configuration = Configuration()
    configuration.maximumReaderCount = 3
    configuration.busyMode = .timeout(Double(busyTimeout) / 1_000)
    configuration.prepareDatabase { db in
      if isNew { try db.execute(sql: "PRAGMA page_size = \(pageSize)") }
      try SpatiaLite.attach(to: db, busyTimeout: busyTimeout)
      db.add(function: OpenedRows(seal).function)
      db.add(function: RefusedText.function(seal))
      db.add(function: SealedReport.function(seal))
    }
    return configuration
  }

  /// Makes the writing connection sync at every commit.
  ///
  /// GRDB opens WAL databases with `synchronous = NORMAL`, under which a commit
  /// may be lost with the power; a report is acknowledged only once it is on disk.
  ///
  /// Grids and keys of senders fall on any page of their indexes, so that reports change many pages: the
  /// cache holds those of a few hundred thousand, and the log is written back after 64 MiB, when most were
  /// changed many times.
  private static func durable(_ pool: DatabasePool) throws -> DatabasePool {
    try pool.writeWithoutTransaction {
      try $0.execute(
        sql: """
          PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4096;
          PRAGMA cache_size = -\(cacheKibibytes)
          """)
    }
    return pool
  }

  /// Whether a path leads to a file, and not to a pipe, which would be waited for.
  private static func isRegular(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  /// Looks at the header before anything writes to a file that is not ours.
  ///
  /// The file's own bytes come first: a load that was killed leaves a journal that
  /// a read-only connection may not roll back. A store that was never checkpointed
  /// has its header in the log, which only SQLite reads.
  private static func requireStore(at path: String) throws {
    if let file = FileHandle(forReadingAtPath: path),
      let header = try? file.read(upToCount: 72), header.count == 72,
      header[68..<72].reduce(0, { $0 << 8 | Int($1) }) == applicationID
    {
      return
    }
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(Double(busyTimeout) / 1_000)
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let identifier = try queue.read { try Int.fetchOne($0, sql: "PRAGMA application_id") }
    guard identifier == applicationID else { throw StoreError.notAStore(path: path) }
  }

  /// Checks that names can name the levels of a net.
  static func check(levels: [String]) throws {
    guard !levels.isEmpty else { throw StoreError.badLevels(.none) }
    for (index, level) in levels.enumerated() {
      let isName =
        level.first.map { $0.isLetter } == true
        && level.allSatisfy { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
      guard isName else {
        throw StoreError.badLevels(.notAName(level))
      }
      guard !levels[..<index].contains(level) else {
        throw StoreError.badLevels(.repeated(level))
      }
    }
  }
}

extension Store {
  /// Does work that changes what the store publishes while no other process can: imports,
  /// rollbacks, replays, boundaries.
  ///
  /// Within `work` the same thread may ask again. Citizens' reports are received without it.
  ///
  /// - Throws: `StoreError.locked` with the holder's process and command, at once; else what
  ///   `work` throws; `StoreError.gone` where the store is no longer where it was opened.
  package func withWriterLock<Value>(_ work: () throws -> Value) throws -> Value {
    guard !isReadOnly else { throw StoreError.failed(path: path, .openedReadOnly) }
    guard let writerLock else { return try work() }
    try writerLock.take()
    defer { writerLock.giveBack() }
    try place?.check()
    let value = try work()
    try place?.check()
    return value
  }
}
