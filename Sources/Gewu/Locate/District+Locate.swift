package import Geometry
import Time
import Warehouse

extension District {
  /// The grid of a position, with the cells above it.
  ///
  /// - Parameters:
  ///   - position: longitude or easting first, in `crs`.
  ///   - date: answer as of this date or moment; now, where it is nil.
  /// - Throws: ``IndexFault`` where no generation is active (then), or a reference
  ///   system is unknown. A position that is no position is an answer, not an error.
  package func locate(
    _ position: Coordinate, crs: CRSName = .wgs84, at date: String? = nil
  ) throws -> LocateAnswer {
    try pointLocator(crs: crs, at: date).answer(for: position)
  }

  /// A value that answers for many positions from one generation of the base net.
  package func pointLocator(crs: CRSName = .wgs84, at date: String? = nil) throws -> PointLocator {
    try pointLocator(net: Net.base, crs: crs, at: date)
  }

  /// The grid of a position with its boundary in WGS 84 degrees, from the generation that
  /// `locator` answers from; nil for a position in no grid.
  package func boundary(
    of slot: GridSlot, in locator: PointLocator
  ) throws -> (code: String, boundary: MultiPolygon)? {
    guard slot.cell >= 0, let leaf = locator.index.levels.last else { return nil }
    let code = leaf.codes[Int(slot.cell)]
    let snapshot = GridSnapshot(index: locator.index, store: store)
    return (code, try snapshot.boundary(code: code, level: leaf.level.name).boundary)
  }
}

extension District {
  /// The cell of a position in the base net, and beside it those in other nets.
  ///
  /// - Parameters:
  ///   - position: longitude or easting first, in `crs`.
  ///   - date: answer as of this date or moment; now, where it is nil.
  ///   - nets: which other nets answer too, under ``LocateAnswer/nets``.
  /// - Throws: as `locate(_:crs:at:)`; also where a net that is named does not exist, or has no
  ///   active generation (then).
  package func locate(
    _ position: Coordinate, crs: CRSName = .wgs84, at date: String? = nil, nets: NetSelection
  ) throws -> LocateAnswer {
    var answer = try locate(position, crs: crs, at: date)
    let others = try netLocators(of: nets, crs: crs, at: date)
    answer.nets = Dictionary(
      others.map { ($0.net, $0.locator.answer(for: position)) },
      uniquingKeysWith: { first, _ in first })
    return answer
  }

  /// A value that answers for many positions from one generation of a net.
  ///
  /// - Throws: ``NetFault`` where there is no such net; ``IndexFault`` where no generation of it is active
  ///   (then).
  package func pointLocator(
    net: String, crs: CRSName = .wgs84, at date: String? = nil
  ) throws -> PointLocator {
    guard let date else { return try holder(of: net).locator(crs: crs, storeCRS: self.crs) }
    let index = try index(at: date, net: net)
    return try PointLocator(
      index: index, posts: indexes.posts(of: index, on: day(of: date)), from: crs,
      storeCRS: self.crs)
  }

  /// A value for each net that is asked for, each once, in the order of their names; of
  /// ``NetSelection/all`` those that have an active generation (then).
  ///
  /// - Throws: as ``pointLocator(net:crs:at:)``.
  package func netLocators(
    of nets: NetSelection, crs: CRSName = .wgs84, at date: String? = nil
  ) throws -> [NetLocator] {
    let names =
      switch nets {
      case .named(let names): names
      case .all: try namesOfNets(at: date)
      }
    return try Set(names).sorted().map {
      NetLocator(net: $0, locator: try pointLocator(net: $0, crs: crs, at: date))
    }
  }

  private func namesOfNets(at date: String?) throws -> [String] {
    let moment = try date.map { try Moment($0, in: store.zone) }
    return try store.read { session in
      try session.nets().map(\.name).filter { net in
        guard net != Net.base else { return false }
        return try moment.map { try session.generation(at: $0, net: net) != nil }
          ?? (session.answeringGeneration(net: net) != nil)
      }
    }
  }
}
