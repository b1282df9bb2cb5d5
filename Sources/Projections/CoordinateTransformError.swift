package import Geometry

/// Why coordinates could not be brought into another reference system.
package enum CoordinateTransformError: Error, Sendable, Equatable {
  /// PROJ does not know the system, or it is none for positions on the ground.
  case unknownCRS(CRSName, detail: String)
  /// There is no way between the two systems.
  case noOperation(from: CRSName, to: CRSName, detail: String)
  /// A position that the source system does not have, or the target cannot show.
  case outside(Coordinate, from: CRSName, to: CRSName)
  /// PROJ's database of systems is not installed.
  case noDatabase
}

extension CoordinateTransformError: CustomStringConvertible {
  /// What happened, and what to do next.
  package var description: String {
    switch self {
    case .unknownCRS(let crs, let detail):
      "\(Self.name(crs)) is not a coordinate reference system that PROJ knows (\(detail)); "
        + "give EPSG:n (for example EPSG:4490), wgs84, cgcs2000, gcj02 or bd09"
    case .noOperation(let from, let to, let detail):
      "there is no way from \(Self.name(from)) to \(Self.name(to)) (\(detail))"
    case .outside(let position, let from, let to):
      "the position \(position.x), \(position.y) is no place in \(Self.name(from)), "
        + "or cannot be shown in \(Self.name(to)); are the coordinates swapped, or the CRS wrong?"
    case .noDatabase:
      "PROJ's database proj.db is not found; install the package proj-data, or set PROJ_DATA"
    }
  }

  package var chineseDescription: String {
    switch self {
    case .unknownCRS(let crs, let detail):
      "PROJ 无法识别坐标系 \(Self.name(crs))（\(detail)）；"
        + "请使用 EPSG:n（如 EPSG:4490）、wgs84、cgcs2000、gcj02 或 bd09"
    case .noOperation(let from, let to, let detail):
      "无法从 \(Self.name(from)) 转换到 \(Self.name(to))（\(detail)）"
    case .outside(let position, let from, let to):
      "坐标 \(position.x), \(position.y) 不在 \(Self.name(from)) 范围内，"
        + "或无法用 \(Self.name(to)) 表示；请检查经纬度是否颠倒、坐标系是否正确"
    case .noDatabase:
      "找不到 PROJ 的数据库 proj.db；请安装 proj-data，或设置 PROJ_DATA"
    }
  }

  /// A short name: the first words of a definition, not all of it.
  private static func name(_ crs: CRSName) -> String {
    guard case .wkt(let text) = crs else { return crs.description }
    let quoted = text.split(separator: "\"", omittingEmptySubsequences: false)
    return quoted.count > 1 ? "'\(quoted[1])'" : "'\(text.prefix(40))'"
  }
}
