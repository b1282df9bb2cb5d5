package import Files
import Foundation
import Geometry
import Projections
import Synchronization
package import Time
package import Warehouse

/// One district: an open store with the look-up index of its active generation.
///
/// A process opens a district once and shares it among its threads. Each use
/// case is a method in a file of its own.
package final class District: Sendable {
  /// The store.
  let store: Store
  /// The indexes that answer.
  let indexes: IndexStore
  /// The register of addresses that answers.
  let books = ActiveBook()
  /// How many rows wait for it.
  let lag = CountedLag()
  /// What writes reports, several in one transaction.
  let reportWriter: SharedCommit
  private let conversion = Mutex<CoordinateTransform?>(nil)

  private init(store: Store) {
    self.store = store
    indexes = IndexStore(store: store)
    reportWriter = SharedCommit(store)
  }

  /// Opens the district kept in a file.
  ///
  /// - Parameter key: finds its key where it is sealed, when it is first needed.
  /// - Throws: `StoreError`.
  package convenience init(
    openingStoreAt path: String, clock: Clock = .system,
    key: @escaping KeyFinder = { _ in nil }
  ) throws {
    self.init(store: try Store.open(at: path, clock: clock, key: key))
  }

  /// Opens the district kept in a file, only to read it; see ``Warehouse/Store/openReadOnly(at:clock:)``.
  ///
  /// - Throws: `StoreError`.
  package convenience init(
    readingStoreAt path: String, clock: Clock = .system,
    key: @escaping KeyFinder = { _ in nil }
  ) throws {
    self.init(store: try Store.openReadOnly(at: path, clock: clock, key: key))
  }

  /// Makes a new store with its levels, top first.
  ///
  /// - Parameters:
  ///   - srid: the EPSG code that all geometries are kept in.
  ///   - zone: in whose days it counts: a name of the tz database or an offset; that of this machine
  ///     where nil.
  ///   - key: finds its key, should it be sealed.
  /// - Throws: `StoreError`; then nothing is left at `path`.
  package static func create(
    at path: String, srid: Int = 4490, levels: [String], zone: String? = nil,
    clock: Clock = .system, key: @escaping KeyFinder = { _ in nil }
  ) throws -> District {
    let known = try zone.map { name in
      guard let zone = LocalZone(name) else { throw StoreError.unknownZone(name) }
      return zone
    }
    // PROJ has to know the system too, or no position could ever be looked up.
    _ = try CoordinateTransform(from: .epsg(srid), to: .wgs84)
    return District(
      store: try Store.create(
        at: path, srid: srid, levels: levels, zone: known ?? .ofMachine, clock: clock, key: key))
  }

  package var storePath: String { store.path }

  /// The files of the store that others than their owner could use until it was opened.
  package var filesTakenFromOthers: [String] { store.filesTakenFromOthers }

  /// Checks that the store still lies where it was opened: what is written to another one is lost.
  ///
  /// - Throws: `StoreError.gone`.
  package func checkPlace() throws { try store.checkPlace() }

  /// What no output may be or replace: the files of the store at a path.
  package static func files(ofStoreAt path: String) -> SparedFiles { StoreFiles(of: path).spared }

  /// The EPSG code of all geometries in the store.
  package var srid: Int { store.srid }

  /// The reference system of all geometries in the store.
  var crs: CRSName { .epsg(store.srid) }

  /// From the store's reference system to WGS 84, made once.
  func toWGS84() throws -> CoordinateTransform {
    try conversion.withLock { conversion in
      if let conversion { return conversion }
      let made = try CoordinateTransform(approximatelyFrom: crs, to: .wgs84)
      conversion = made
      return made
    }
  }

  /// The name of the zone in whose days the store counts.
  package var zoneName: String { store.zone.name }

  /// The names of the levels, top first.
  package var levelNames: [String] { store.levels }

  /// What holds the index of a net's active generation.
  ///
  /// - Throws: ``NetFault`` where there is no such net.
  func holder(of net: String) throws -> ActiveIndex {
    if let holder = try indexes.holder(of: net) { return holder }
    _ = try self.net(net)
    return indexes.base
  }

  /// The index of the active generation of a net; see ``ActiveIndex/current()``.
  ///
  /// - Throws: ``NetFault`` where there is no such net; ``IndexFault`` where no generation of it is active.
  func activeIndex(net: String = Net.base) throws -> GridIndex { try holder(of: net).current() }

  /// The day in the store's zone that a date or moment is in; today where it is nil.
  ///
  /// - Throws: ``NotAMoment``.
  func day(of date: String?) throws -> Day {
    let moment = try date.map { try Moment($0, in: store.zone) } ?? store.clock.now()
    return store.zone.day(of: moment)
  }

  /// The index of the generation of a net that was active at a date or moment.
  ///
  /// - Parameter date: `YYYY-MM-DD`, meaning the end of that day in the store's zone, or a
  ///   moment in RFC 3339.
  func index(at date: String?, net: String = Net.base) throws -> GridIndex {
    guard let date else { return try activeIndex(net: net) }
    let moment = try Moment(date, in: store.zone)
    let active = try? activeIndex(net: net)
    return try store.read { session in
      guard let generation = try session.generation(at: moment, net: net) else {
        throw IndexFault.nothingActiveThen(date: date)
      }
      return try indexes.index(of: generation, active: active, session: session)
    }
  }
}
