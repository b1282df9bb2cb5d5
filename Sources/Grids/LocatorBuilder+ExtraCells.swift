extension LocatorBuilder {
  /// The cells beyond the first on a side of an edge, by the place of the edge.
  var extraCells: ContiguousArray<LocatorIndex.ExtraCell> {
    let cells = edges.extra.map {
      LocatorIndex.ExtraCell(
        place: UInt32(paths.places[Int($0.edge)]), code: UInt32($0.cell + 1))
    }
    return ContiguousArray(cells.sorted { ($0.place, $0.code) < ($1.place, $1.code) })
  }
}
