import Geometry
package import Projections

extension CoordinateTransformError {
  /// Why coordinates could not be brought into another reference system.
  package var wording: Wording {
    switch self {
    case .unknownCRS(let crs, let reason):
      Wording(
        "\(Self.name(crs)) is not a coordinate reference system that PROJ knows "
          + "(\(reason.wording.english)); "
          + "give ",
        "PROJ 无法识别坐标系 \(Self.name(crs))（\(reason.wording.chinese)）；"
          + "请使用 ") + CRSName.choices
    case .noOperation(let from, let to, let reason):
      Wording(
        "there is no way from \(Self.name(from)) to \(Self.name(to)) (\(reason.wording.english))",
        "无法从 \(Self.name(from)) 转换到 \(Self.name(to))（\(reason.wording.chinese)）")
    case .unknownAccuracy(let from, let to, let hasOthers):
      Wording(
        "between \(Self.name(from)) and \(Self.name(to)) no transformation is published"
          + (hasOthers ? " for where the positions are" : "")
          + ", and without one positions would be off by an unknown distance, often 50 to 500 m; "
          + "give the parameters of the datum behind the system (+towgs84=dx,dy,dz or "
          + "+towgs84=dx,dy,dz,rx,ry,rz,s, or +nadgrids=file), a definition that has them, or how "
          + "far off they may be (+accuracy=metres)",
        "\(Self.name(from)) 与 \(Self.name(to)) 之间"
          + (hasOthers ? "，在坐标所在的区域" : "")
          + "没有公布的基准转换，直接使用时误差未知，常达 50 至 500 米；请在坐标系后给出转换参数"
          + "（+towgs84=dx,dy,dz 或 +towgs84=dx,dy,dz,rx,ry,rz,s，或 +nadgrids=文件）、"
          + "使用含有参数的定义，或注明可接受的误差（+accuracy=米）")
    case .noGrid(let grid, let crs):
      Wording(
        "the grid of shifts '\(grid)' of \(Self.name(crs)) is not found, or cannot be read",
        "找不到或无法读取 \(Self.name(crs)) 的格网改正文件“\(grid)”")
    case .outside(let position, let from, let to):
      Wording(
        "the position \(position.x), \(position.y) is not a place in \(Self.name(from)), "
          + "or cannot be shown in \(Self.name(to)); are the coordinates swapped, or the CRS wrong?",
        "坐标 \(position.x), \(position.y) 不在 \(Self.name(from)) 范围内，"
          + "或无法用 \(Self.name(to)) 表示；请检查经纬度是否颠倒、坐标系是否正确")
    case .noDatabase:
      Wording(
        "PROJ's database proj.db is not found; install the package proj-data, or set PROJ_DATA",
        "找不到 PROJ 的数据库 proj.db；请安装 proj-data，或设置 PROJ_DATA")
    }
  }

  /// A short name: the first words of a definition, not all of it.
  private static func name(_ crs: CRSName) -> String {
    guard case .wkt(let text) = crs else { return crs.description }
    let quoted = text.split(separator: "\"", omittingEmptySubsequences: false)
    return quoted.count > 1 ? "'\(quoted[1])'" : "'\(text.prefix(40))'"
  }
}

extension ProjReason {
  fileprivate var wording: Wording {
    switch self {
    case .noSuchCode: Wording("no such code in its registry", "其注册表中没有该代码")
    case .notOnTheGround:
      Wording(
        "it has no longitude and latitude, or easting and northing, on the earth",
        "该坐标系没有地面上的经纬度或平面坐标")
    case .said(let text): Wording(verbatim: text)
    case .none: Wording("PROJ gives no reason", "PROJ 未说明原因")
    }
  }
}
