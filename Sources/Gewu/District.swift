import Foundation
import Geometry
import Synchronization
import Warehouse

/// One district: an open store with the look-up index of its active generation.
///
/// A process opens a district once and shares it among its threads. Each use
/// case is a method in a file of its own.
public final class District: Sendable {
  /// The index that answers, and when the store was last asked whether another
  /// process has activated a newer generation.
  private struct Current {
    var index: GridIndex?
    var checked: ContinuousClock.Instant?
    var locators: [CrsName: PointLocator] = [:]
  }

  /// The store.
  let store: Store
  private let current = Mutex(Current())
  /// The indexes of the other nets.
  private let others = NetIndexes()

  /// How long an index answers before the store is asked for a newer generation.
  private static let freshness = Duration.seconds(1)

  private init(store: Store) {
    self.store = store
  }

  /// Opens the district kept in a file.
  ///
  /// - Throws: `StoreError`.
  public convenience init(openingStoreAt path: String) throws {
    self.init(store: try Store.open(at: path))
  }

  /// Makes a new store with its levels, top first.
  ///
  /// - Parameter srid: the EPSG code that all geometries are kept in.
  /// - Throws: `StoreError`; then nothing is left at `path`.
  public static func found(at path: String, srid: Int = 4490, levels: [String]) throws -> District {
    // PROJ has to know the system too, or no position could ever be looked up.
    _ = try CoordinateTransform(from: .epsg(srid), to: .wgs84)
    return District(store: try Store.create(at: path, srid: srid, levels: levels))
  }

  /// The file.
  public var storePath: String { store.path }

  /// The EPSG code of all geometries in the store.
  public var srid: Int { store.srid }

  /// The reference system of all geometries in the store.
  var crs: CrsName { .epsg(store.srid) }

  /// The names of the levels, top first.
  public var levelNames: [String] { store.levels }

  /// The index of the active generation.
  ///
  /// Kept in memory; at most once a second the store is asked whether another
  /// process has activated a newer generation, and the index is swapped whole.
  ///
  /// - Throws: `GewuError` where no generation is active.
  func activeIndex() throws -> GridIndex {
    try current.withLock { current in
      let now = ContinuousClock.now
      if let index = current.index, let checked = current.checked,
        now - checked < Self.freshness
      {
        return index
      }
      current.checked = now
      try activateWhatIsDue()
      return try store.read { session in
        guard let generation = try session.activeGeneration() else {
          throw GewuError(
            .notFound,
            "no generation of boundaries is active in \(store.path); load one with "
              + "`gewu grids load FILE --level … --code … --activate`")
        }
        if let index = current.index, index.generation == generation { return index }
        let index = try GridIndex(generation: generation, session: session)
        current.index = index
        current.locators = [:]
        return index
      }
    }
  }

  /// The index of the active generation of a net.
  ///
  /// - Throws: `GewuError` where there is no such net, or no generation of it is active.
  func activeIndex(net: String) throws -> GridIndex {
    if net == Net.base { return try activeIndex() }
    let known = try others.index(of: net, in: store, refresh: activateWhatIsDue)
    if let known { return known }
    _ = try self.net(net)
    throw GewuError(
      .notFound,
      "no generation of the net \(net) is active in \(store.path); load one with "
        + "`gewu grids load FILE --net \(net) --level … --code … --activate`")
  }

  /// The index of the generation of a net that was active at a date or moment.
  ///
  /// - Parameter date: `YYYY-MM-DD`, meaning the end of that day in UTC, or a
  ///   moment in RFC 3339.
  func index(at date: String?, net: String = Net.base) throws -> GridIndex {
    guard let date else { return try activeIndex(net: net) }
    let moment = try Moment(date).text
    let active = try? activeIndex(net: net)
    return try store.read { session in
      guard let generation = try session.generation(at: moment, net: net) else {
        throw GewuError(
          .notFound,
          "no generation of boundaries was active at \(date); `gewu grids list` shows when each was"
        )
      }
      if let active, active.generation.id == generation.id { return active }
      return try GridIndex(generation: generation, session: session)
    }
  }

  /// A locator of the active generation, made once for each reference system.
  func activeLocator(crs: CrsName) throws -> PointLocator {
    let index = try activeIndex()
    return try current.withLock { current in
      if let locator = current.locators[crs], locator.generation == index.generation.id {
        return locator
      }
      let locator = try PointLocator(index: index, from: crs, storeCRS: self.crs)
      if current.index === index { current.locators[crs] = locator }
      return locator
    }
  }

  /// A locator of the active generation of a net, made once for each reference system.
  func activeLocator(net: String, crs: CrsName) throws -> PointLocator {
    try others.locator(of: net, activeIndex(net: net), crs: crs, storeCRS: self.crs)
  }

  /// Lets the next question look for a new generation at once.
  func forgetIndex() {
    current.withLock { $0.checked = nil }
    others.forget()
  }
}
