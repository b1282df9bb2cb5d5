import Foundation
import Geometry
import Warehouse

/// One district: an open store with the look-up index of its active generation.
///
/// A process opens a district once and shares it among its threads. Each use
/// case is a method in a file of its own.
public final class District: Sendable {
  /// The store.
  let store: Store
  /// The index of the base net's active generation.
  let holder: GridIndexHolder
  /// The indexes of the other nets.
  private let others = NetIndexes()

  private init(store: Store) {
    self.store = store
    holder = GridIndexHolder(store: store)
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

  /// The index of the base net's active generation, kept in memory; see ``GridIndexHolder/current()``.
  ///
  /// - Throws: `GewuError` where no generation is active.
  func activeIndex() throws -> GridIndex { try holder.current() }

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
    return try holder.index(active: try? activeIndex(net: net)) { session in
      guard let generation = try session.generation(at: moment, net: net) else {
        throw GewuError(
          .notFound,
          "no generation of boundaries was active at \(date); `gewu grids list` shows when each was"
        )
      }
      return generation
    }
  }

  /// A locator of the active generation of a net, made once for each reference system.
  func activeLocator(net: String, crs: CrsName) throws -> PointLocator {
    if net == Net.base { return try holder.locator(crs: crs, storeCRS: self.crs) }
    return try others.locator(of: net, activeIndex(net: net), crs: crs, storeCRS: self.crs)
  }

  /// A generation has been activated here: where an index of the base net answers already, the new
  /// one does when this returns; other nets look at the next question.
  func indexChanged() throws {
    others.forget()
    try holder.activated()
  }
}
