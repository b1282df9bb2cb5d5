import ArgumentParser
import Geometry
import Words

extension Coordinate {
  /// Reads the two arguments of a position.
  ///
  /// - Throws: `ValidationError` for one that is not a finite number.
  init(longitude: String?, latitude: String?) throws {
    self.init(
      x: try Self.number(longitude, Usage.longitude), y: try Self.number(latitude, Usage.latitude))
  }

  private static func number(_ text: String?, _ name: Wording) throws -> Double {
    let text = String((text ?? "").drop { $0 == " " })
    guard let number = Double(text), number.isFinite else {
      throw ValidationError(Usage.number(text, name))
    }
    return number
  }
}
