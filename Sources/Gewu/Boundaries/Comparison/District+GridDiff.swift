import Geometry
import Warehouse

extension District {
  /// Compares two generations of boundaries, and counts the current rows of all data sets and the
  /// reports that would change hands from one to the other.
  ///
  /// - Parameter pairs: the most pairs of cells that are listed a data set.
  /// - Throws: ``GenerationFault`` where there is no such generation.
  package func diffGrids(from: Int64, to: Int64, pairs: Int = 20) throws -> GridDiff {
    let ground = try GroundArea(crs: crs)
    return try store.read { session in
      let generations = try [from, to].map { id in
        guard let found = try session.generation(id: id) else { throw Self.noGeneration(id) }
        return found
      }
      let net = generations[0].net
      guard generations[1].net == net else {
        throw GenerationFault.ofTwoNets(from, net, to, generations[1].net)
      }
      let comparison = GridComparison(overlay: try session.overlay(), ground: ground)
      let levels = try session.levels(net: net).compactMap { level -> GridDiff.Level? in
        let before = try session.grids(level: level, generation: from)
        let after = try session.grids(level: level, generation: to)
        guard !before.isEmpty || !after.isEmpty else { return nil }
        return try comparison.compare(level: level.name, before, after)
      }
      let count = HandCount(
        try indexes.read(generations[0], session), try indexes.read(generations[1], session))
      let datasets = try session.datasets().map { dataset in
        var own = count
        try session.forEachPlacedRow(of: dataset) { own.add($0) }
        return own.hands(dataset: dataset.name, limit: pairs)
      }
      var reports = count
      try session.forEachPlacedReport { reports.add($0) }
      return GridDiff(
        from: from, to: to, levels: levels, datasets: datasets.filter { $0.examined > 0 },
        reports: reports.hands(dataset: nil, limit: pairs))
    }
  }
}
