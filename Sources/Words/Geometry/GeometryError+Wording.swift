package import Geometry

extension GeometryError {
  /// What was found, where, and what was expected.
  package var wording: Wording {
    switch self {
    case .truncated(let offset, let needed):
      Wording(
        "The geometry ends at byte \(offset), where \(needed) more bytes were announced.",
        "几何数据在第 \(offset) 字节处中断，其后应还有 \(needed) 字节。")
    case .malformed(let offset, let damage):
      Wording("The geometry is damaged at byte \(offset): ", "几何数据在第 \(offset) 字节处损坏：")
        + damage.wording + Wording(".", "。")
    case .unexpectedKind(let found, _) where Self.curves.contains(found):
      Wording(
        "The geometry has arcs (\(found)), which are not read; make straight lines of them: "
          + "ogr2ogr -nlt CONVERT_TO_LINEAR straight.gpkg FILE",
        "几何含有圆弧（\(found)），不受支持；请转换为直线："
          + "ogr2ogr -nlt CONVERT_TO_LINEAR straight.gpkg 文件")
    case .unexpectedKind(let found, let needed):
      Wording(
        "The geometry is a \(found); a \(Self.alternatives(needed, " or ")) is needed here.",
        "几何类型为 \(found)，此处需要 \(Self.alternatives(needed, " 或 ", between: "、"))。")
    case .notFinite(let offset):
      Wording(
        "The geometry has an ordinate that is not a finite number at byte \(offset).",
        "几何数据在第 \(offset) 字节处的坐标不是有限数。")
    case .unknownCRS(let name):
      Wording(
        "'\(name)' is not a known coordinate reference system. Give ", "无法识别坐标系“\(name)”。请使用 ")
        + CRSName.choices + Wording(".", "。")
    }
  }

  private static let curves: Set<GeometryKind> = [
    .circularString, .compoundCurve, .curvePolygon, .multiCurve, .multiSurface, .curve, .surface,
  ]

  private static func alternatives(
    _ kinds: [GeometryKind], _ last: String, between: String = ", "
  ) -> String {
    let names = kinds.map(\.description)
    guard let end = names.last, names.count > 1 else { return names.joined() }
    return names.dropLast().joined(separator: between) + last + end
  }
}

extension GeometryError.Damage {
  fileprivate var wording: Wording {
    switch self {
    case .byteOrder(let byte):
      Wording("the byte order is \(byte), neither 0 nor 1", "字节序标志为 \(byte)，既非 0 也非 1")
    case .code(let code):
      Wording("\(code) is not a kind of geometry", "\(code) 不是几何类型")
    case .part(let kind, let whole):
      Wording("a part of a \(whole) is a \(kind)", "\(whole) 的一个部分是 \(kind)")
    case .surplus(let bytes):
      Wording("\(bytes) bytes follow the end of the geometry", "几何数据结束后还有 \(bytes) 字节")
    case .openRing: Wording("the ring does not end where it begins", "环未闭合")
    case .missing(let mark): mark.wording
    case .shortPoint(let code):
      Wording("\(code) is not a form of a short point", "\(code) 不是短点格式")
    }
  }
}

extension GeometryError.Mark {
  fileprivate var wording: Wording {
    switch self {
    case .start:
      Wording("a SpatiaLite geometry begins with 00", "SpatiaLite 几何数据应以 00 开头")
    case .part: Wording("a part does not begin with 69", "部分未以 69 开头")
    case .boxEnd:
      Wording("the end of the box is not marked with 7C", "外接矩形末尾缺少 7C 标志")
    case .end:
      Wording("a SpatiaLite geometry ends with FE here", "SpatiaLite 几何数据应在此处以 FE 结尾")
    }
  }
}

extension CRSName {
  /// The names that a reference system can be given by: `EPSG:n (for example EPSG:4490), wgs84, …`.
  package static var choices: Wording {
    let names = NamedCRS.all.map(\.name)
    return Wording(
      "EPSG:n (for example EPSG:4490), \(names.joined(separator: ", ")), "
        + "or a definition (well-known text or +proj=…)",
      "EPSG:n（如 EPSG:4490）、\(names.joined(separator: "、"))，"
        + "或一个定义（WKT 或 +proj=…）")
  }
}
