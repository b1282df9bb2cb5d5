import Geometry
import Words

extension QueryReader {
  /// The reference system of `crs`; WGS 84 where it is absent.
  mutating func crs(_ name: String = "crs") -> CRSName {
    guard let text = text(name) else { return .wgs84 }
    do {
      return try CRSName(text)
    } catch {
      note(name, FieldWords.unknownCRS(text))
      return .wgs84
    }
  }
}
