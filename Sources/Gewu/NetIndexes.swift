import Geometry
import Synchronization
import Warehouse

/// The indexes of the active generations of nets other than the base net.
///
/// Built when a net is first asked for, kept in memory, and swapped whole; at most once a second the
/// store is asked whether there is a newer generation.
final class NetIndexes: Sendable {
  private struct Entry {
    var index: GridIndex
    var checked: ContinuousClock.Instant
    var locators: [CrsName: PointLocator] = [:]
  }

  private let entries = Mutex<[String: Entry]>([:])
  private static let freshness = Duration.seconds(1)

  /// The index of a net; nil where none of its generations is active.
  ///
  /// - Parameter refresh: called before the store is asked.
  func index(
    of net: String, in store: Store, refresh: () throws -> Void
  ) throws -> GridIndex? {
    try entries.withLock { entries in
      let now = ContinuousClock.now
      let known = entries[net]
      if let known, now - known.checked < Self.freshness { return known.index }
      try refresh()
      let index = try store.read { session -> GridIndex? in
        guard let generation = try session.activeGeneration(net: net) else { return nil }
        if let known, known.index.generation == generation { return known.index }
        return try GridIndex(generation: generation, session: session)
      }
      guard let index else {
        entries[net] = nil
        return nil
      }
      let locators = index === known?.index ? known?.locators ?? [:] : [:]
      entries[net] = Entry(index: index, checked: now, locators: locators)
      return index
    }
  }

  /// A locator of an index of a net, made once for each reference system.
  func locator(
    of net: String, _ index: GridIndex, crs: CrsName, storeCRS: CrsName
  ) throws -> PointLocator {
    try entries.withLock { entries in
      if let entry = entries[net], entry.index === index, let locator = entry.locators[crs] {
        return locator
      }
      let locator = try PointLocator(index: index, from: crs, storeCRS: storeCRS)
      if entries[net]?.index === index { entries[net]?.locators[crs] = locator }
      return locator
    }
  }

  /// Lets the next question look for new generations at once.
  func forget() {
    entries.withLock { $0 = [:] }
  }
}
