import Geometry

extension Manifest {
  /// Reads one rule of place, or several in the order in which they are tried.
  func readLocations(_ node: ManifestNode) throws -> [RecordLocation] {
    let locations = try node.itemsOrOne().map(readLocation)
    let positions = locations.filter(\.hasPosition)
    let isExclusive = positions.contains { location in
      switch location {
      case .geometry, .undecided: true
      default: false
      }
    }
    guard positions.count <= 1 || !isExclusive else {
      throw node.fail(.positionNotAlone)
    }
    return locations
  }

  private func readLocation(_ node: ManifestNode) throws -> RecordLocation {
    let parts = try node.members(known: [
      "x", "y", "crs", "axes", "within", "grid", "geometry", "address",
    ])
    for kind in ["grid", "geometry", "address"] {
      guard let inner = parts[kind] else { continue }
      guard parts.count == 1 else {
        throw node.fail(.mixedLocation(kind: kind))
      }
      switch kind {
      case "grid": return try readGrid(inner)
      case "geometry": return try readGeometry(inner)
      default: return .address(field: try one(inner))
      }
    }
    return try readCoordinates(node, parts)
  }

  private func readGrid(_ node: ManifestNode) throws -> RecordLocation {
    let members = try node.members(known: ["field", "level"])
    guard let field = members["field"], let level = members["level"] else {
      throw node.fail(.needs(["field", "level"]))
    }
    return .grid(field: try one(field), level: try level.name())
  }

  private func readStatedCell(_ node: ManifestNode) throws -> StatedCell {
    guard case .grid(let field, let level) = try readGrid(node) else {
      throw node.fail(.needs(["field", "level"]))
    }
    return StatedCell(field: field, level: level)
  }

  private func readGeometry(_ node: ManifestNode) throws -> RecordLocation {
    let members = try node.members(known: ["type", "crs"])
    guard let type = members["type"], let crs = members["crs"] else {
      throw node.fail(.geometryIncomplete)
    }
    let system = try crs.name() == "file" ? nil : Self.crs(crs)
    return .geometry(type: try type.choice(GeometryType.self), crs: system)
  }

  private func readCoordinates(
    _ node: ManifestNode, _ parts: [String: ManifestNode]
  ) throws -> RecordLocation {
    guard let x = parts["x"], let y = parts["y"], let crs = parts["crs"] else {
      throw node.fail(.coordinatesIncomplete)
    }
    for axis in [x, y] {
      let name = try one(axis)
      guard let type = field(name)?.type, type == .number || type == .integer else {
        throw axis.fail(.axisNotANumber(field: name))
      }
    }
    let isSwapped = try parts["axes"]?.choice(AxisOrder.self) == .northEast
    let (east, north) = try isSwapped ? (one(y), one(x)) : (one(x), one(y))
    let within = try parts["within"].map(readStatedCell)
    if try crs.name() == "auto" { return .undecided(x: east, y: north, within: within) }
    if within != nil, let node = parts["within"] {
      throw node.fail(.withinIsForAuto)
    }
    return .coordinates(x: east, y: north, crs: try Self.crs(crs))
  }

  /// What the column called X holds.
  private enum AxisOrder: String, CaseIterable {
    case eastNorth = "east-north"
    /// Surveyors' X, to the north.
    case northEast = "north-east"
  }

  private static func crs(_ node: ManifestNode) throws -> CRSName {
    let name = try node.name()
    do {
      return try CRSName(name)
    } catch {
      throw node.fail(.unknownCRS(name))
    }
  }
}
