import Geometry
import Testing
import Words

@Suite struct `The words of geometries` {
  @Test(
    arguments: [
      (
        .truncated(offset: 9, needed: 12),
        "The geometry ends at byte 9, where 12 more bytes were announced.",
        "几何数据在第 9 字节处中断，其后应还有 12 字节。"
      ),
      (
        .malformed(offset: 0, .byteOrder(2)),
        "The geometry is damaged at byte 0: the byte order is 2, neither 0 nor 1.",
        "几何数据在第 0 字节处损坏：字节序标志为 2，既非 0 也非 1。"
      ),
      (
        .malformed(offset: 1, .code(4095)),
        "The geometry is damaged at byte 1: 4095 is not a kind of geometry.",
        "几何数据在第 1 字节处损坏：4095 不是几何类型。"
      ),
      (
        .malformed(offset: 9, .surplus(bytes: 1)),
        "The geometry is damaged at byte 9: 1 bytes follow the end of the geometry.",
        "几何数据在第 9 字节处损坏：几何数据结束后还有 1 字节。"
      ),
      (
        .unexpectedKind(found: .circularString, needed: [.lineString]),
        "The geometry has arcs (CircularString), which are not read; make straight lines of them: "
          + "ogr2ogr -nlt CONVERT_TO_LINEAR straight.gpkg FILE",
        "几何含有圆弧（CircularString），不受支持；请转换为直线：ogr2ogr -nlt CONVERT_TO_LINEAR straight.gpkg 文件"
      ),
      (
        .unexpectedKind(found: .multiPoint, needed: [.point, .lineString, .polygon]),
        "The geometry is a MultiPoint; a Point, LineString or Polygon is needed here.",
        "几何类型为 MultiPoint，此处需要 Point、LineString 或 Polygon。"
      ),
      (
        .notFinite(offset: 13),
        "The geometry has an ordinate that is not a finite number at byte 13.",
        "几何数据在第 13 字节处的坐标不是有限数。"
      ),
      (
        .unknownCRS("utm"),
        "'utm' is not a known coordinate reference system. "
          + "Give EPSG:n (for example EPSG:4490), wgs84, cgcs2000, gcj02, bd09, or a definition "
          + "(well-known text or +proj=…).",
        "无法识别坐标系“utm”。请使用 EPSG:n（如 EPSG:4490）、wgs84、cgcs2000、gcj02、bd09，或一个定义（WKT 或 +proj=…）。"
      ),
    ] as [(GeometryError, String, String)])
  func `say what was found, where, and what was expected`(
    error: GeometryError, english: String, chinese: String
  ) {
    #expect(Words.wording(of: error) == Wording(english: english, chinese: chinese))
  }
}
