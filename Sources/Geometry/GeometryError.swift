/// What was wrong with the bytes of a geometry or the name of a reference system.
///
/// Every case says what was found, where, and what was expected.
public enum GeometryError: Error, Hashable, Sendable {
  /// The bytes end at `offset` although `needed` more were announced.
  case truncated(offset: Int, needed: Int)
  /// The bytes at `offset` are not what the format has there.
  case malformed(offset: Int, what: String)
  /// A geometry of another kind than the caller needs.
  case unexpectedKind(found: String, needed: String)
  /// An ordinate that is no number at `offset`.
  case notFinite(offset: Int)
  /// A name that is no reference system.
  case unknownCRS(String)
}

extension GeometryError: CustomStringConvertible {
  /// The message in English: what happened, where, and what was expected.
  public var description: String {
    switch self {
    case .truncated(let offset, let needed):
      "The geometry ends at byte \(offset), where \(needed) more bytes were announced."
    case .malformed(let offset, let what):
      "The geometry is damaged at byte \(offset): \(what)."
    case .unexpectedKind(let found, let needed):
      "The geometry is a \(found); a \(needed) is needed here."
    case .notFinite(let offset):
      "The geometry has an ordinate that is not a finite number at byte \(offset)."
    case .unknownCRS(let name):
      "'\(name)' is no coordinate reference system known here. "
        + "Give EPSG:n (for example EPSG:4490), wgs84, cgcs2000, gcj02 or bd09."
    }
  }

  /// The same message in Chinese.
  public var chineseDescription: String {
    switch self {
    case .truncated(let offset, let needed):
      "几何数据在第 \(offset) 字节处中断，其后应还有 \(needed) 字节。"
    case .malformed(let offset, let what):
      "几何数据在第 \(offset) 字节处损坏：\(what)。"
    case .unexpectedKind(let found, let needed):
      "几何类型为 \(found)，此处需要 \(needed)。"
    case .notFinite(let offset):
      "几何数据在第 \(offset) 字节处的坐标不是有限数。"
    case .unknownCRS(let name):
      "无法识别坐标系“\(name)”。请使用 EPSG:n（如 EPSG:4490）、wgs84、cgcs2000、gcj02 或 bd09。"
    }
  }
}
