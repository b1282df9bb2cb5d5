public import Geometry
public import Warehouse

extension District {
  /// All generations of a net, the first one first.
  ///
  /// - Throws: `GewuError` where there is no such net.
  public func generations(net: String = Net.base) throws -> [Generation] {
    try activateWhatIsDue()
    _ = try self.net(net)
    return try store.read { try $0.generations(net: net) }
  }

  /// The levels of the active generation that have cells, top first.
  public func levels() throws -> [LevelSummary] {
    try activeIndex().levels.map {
      LevelSummary(
        level: $0.level.name, rank: $0.level.rank, cells: $0.codes.count, isDerived: $0.isDerived)
    }
  }

  /// The cells of one level, or of all, in the order of levels and codes.
  ///
  /// - Parameter box: only cells whose box meets it; WGS 84 degrees, borders included.
  /// - Throws: `GewuError` where the level does not exist.
  public func grids(level: String? = nil, within box: Box? = nil) throws -> [GridSummary] {
    try cells(level: level, code: nil, within: box).map(\.grid)
  }

  /// The cells of one level with their boundaries in WGS 84 degrees.
  ///
  /// - Parameter box: only cells whose box meets it; WGS 84 degrees, borders included.
  public func boundaries(
    level: String, within box: Box? = nil
  ) throws -> [(grid: GridSummary, boundary: MultiPolygon)] {
    try cells(level: level, code: nil, within: box)
  }

  /// One cell with the cells above it.
  ///
  /// - Throws: `GewuError`: `notFound`, or `conflict` where cells of several levels
  ///   have the code and no level is named.
  public func grid(code: String, level: String? = nil) throws -> GridDetail {
    let found = try boundary(code: code, level: level).grid
    let index = try activeIndex()
    var path: [LocateAnswer.Step] = []
    if let rank = index.index(ofLevel: found.level),
      let position = index.levels[rank].codes.firstIndex(of: code)
    {
      path = index.path(to: position, atLevel: rank)
    }
    return GridDetail(grid: found, path: path, generation: index.generation.id)
  }

  /// One cell with its boundary in WGS 84 degrees.
  ///
  /// - Throws: `GewuError`: `notFound`, or `conflict` where cells of several levels
  ///   have the code and no level is named.
  public func boundary(
    code: String, level: String? = nil
  ) throws -> (grid: GridSummary, boundary: MultiPolygon) {
    let found = try cells(level: level, code: code, within: nil)
    guard let first = found.first else {
      throw GewuError(
        .notFound, "there is no cell \(code)\(level.map { " on level \($0)" } ?? "")")
    }
    guard found.count == 1 else {
      throw GewuError(
        .conflict,
        "\(code) names a cell on the levels \(found.map(\.grid.level).joined(separator: ", ")); "
          + "name the level too")
    }
    return first
  }

  private func withActive<Value>(_ work: (Session, Int64) throws -> Value) throws -> Value {
    let generation = try activeIndex().generation.id
    return try store.read { try work($0, generation) }
  }

  private func cells(
    level: String?, code: String?, within box: Box?
  ) throws -> [(grid: GridSummary, boundary: MultiPolygon)] {
    if let level, !levelNames.contains(level) {
      throw GewuError(
        .notFound,
        "there is no level «\(level)»; the levels are \(levelNames.joined(separator: ", "))")
    }
    let toWGS84 = try CoordinateTransform(from: crs, to: .wgs84)
    return try withActive { session, generation in
      try session.levels().filter { level == nil || $0.name == level }.flatMap { level in
        try session.grids(level: level, generation: generation, code: code).compactMap { record in
          let boundary = try toWGS84.transform(record.boundary ?? MultiPolygon([]))
          let extent = boundary.box
          if let box, !extent.intersects(box) { return nil }
          return (GridSummary(record, level: level.name, box: extent), boundary)
        }
      }
    }
  }
}

extension GridSummary {
  /// The summary of a cell as the store keeps it.
  init(_ record: GridRecord, level: String, box: Box) {
    self.init(
      level: level, code: record.code, name: record.name, parent: record.parentCode,
      parentShare: record.parentShare, isDerived: record.origin != .loaded,
      bbox: box.isEmpty ? [] : [box.minX, box.minY, box.maxX, box.maxY])
  }
}
