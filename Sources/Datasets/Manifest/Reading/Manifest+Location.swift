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
      throw node.fail(
        "`geometry` and `crs: auto` cannot stand beside another position; keep one of them",
        "geometry 和 crs: auto 不能与其他坐标规则并列;请只保留一个")
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
        throw node.fail(
          "give either `\(kind)` or `x`, `y` and `crs`; several rules make a list",
          "\(kind) 与 x、y、crs 只能选其一;多条规则请写成列表")
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
      throw node.fail("needs `field` and `level`", "需要 field 和 level")
    }
    return .grid(field: try one(field), level: try level.name())
  }

  private func readStatedCell(_ node: ManifestNode) throws -> StatedCell {
    guard case .grid(let field, let level) = try readGrid(node) else {
      throw node.fail("needs `field` and `level`", "需要 field 和 level")
    }
    return StatedCell(field: field, level: level)
  }

  private func readGeometry(_ node: ManifestNode) throws -> RecordLocation {
    let members = try node.members(known: ["type", "crs"])
    guard let type = members["type"], let crs = members["crs"] else {
      throw node.fail(
        "needs `type` (point, line or polygon) and `crs` (file, EPSG:n, …)",
        "需要 type(point、line 或 polygon)和 crs(file、EPSG:n 等)")
    }
    let system = try crs.name() == "file" ? nil : Self.crs(crs)
    return .geometry(type: try type.choice(GeometryType.self), crs: system)
  }

  private func readCoordinates(
    _ node: ManifestNode, _ parts: [String: ManifestNode]
  ) throws -> RecordLocation {
    guard let x = parts["x"], let y = parts["y"], let crs = parts["crs"] else {
      throw node.fail(
        "needs `x`, `y` and `crs` (EPSG:n, wgs84, cgcs2000, gcj02 or bd09); a system is never guessed",
        "需要 x、y 和 crs(EPSG:n、wgs84、cgcs2000、gcj02 或 bd09);坐标系从不猜测")
    }
    for axis in [x, y] {
      let name = try one(axis)
      guard field(name)?.type == .number else {
        throw axis.fail("field `\(name)` must be of type number", "字段 \(name) 的类型必须是 number")
      }
    }
    let isSwapped = try parts["axes"]?.choice(AxisOrder.self) == .northEast
    let (east, north) = try isSwapped ? (one(y), one(x)) : (one(x), one(y))
    let within = try parts["within"].map(readStatedCell)
    if try crs.name() == "auto" { return .undecided(x: east, y: north, within: within) }
    if within != nil, let node = parts["within"] {
      throw node.fail(
        "`within` helps to decide on `crs: auto`; remove it", "within 仅用于 crs: auto;请删除")
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
    do {
      return try CRSName(try node.name())
    } catch is GeometryError {
      let (name, names) = (try node.string(), NamedCRS.all.map(\.name))
      throw node.fail(
        "'\(name)' is not a known coordinate reference system; give EPSG:n, "
          + names.joined(separator: ", "),
        "未知的坐标系 \(name);可用 EPSG:n、\(names.joined(separator: "、"))")
    }
  }
}
