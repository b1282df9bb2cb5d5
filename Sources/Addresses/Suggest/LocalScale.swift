/// Distances around a point, on a plane that touches the sphere there.
struct LocalScale {
  private let longitude: Double
  private let latitude: Double
  /// Metres in a unit of 10⁻⁷ degrees, east and north.
  private let east: Double
  private let north: Double

  init(longitude: Double, latitude: Double) {
    self.longitude = longitude * 1e7
    self.latitude = latitude * 1e7
    north = 6_371_008.8 * Double.pi / 180 / 1e7
    east = north * Self.cosine(latitude)
  }

  func square(_ longitude: Int32, _ latitude: Int32) -> Double {
    let x = (Double(longitude) - self.longitude) * east
    let y = (Double(latitude) - self.latitude) * north
    return x * x + y * y
  }

  /// To the nearest point of a box; zero inside and on its border.
  func square(west: Int32, south: Int32, east: Int32, north: Int32) -> Double {
    let x = max(0, Double(west) - longitude, longitude - Double(east)) * self.east
    let y = max(0, Double(south) - latitude, latitude - Double(north)) * self.north
    return x * x + y * y
  }

  /// The cosine of -90° to 90° by its series, exact to 10⁻¹², without a library of mathematics.
  static func cosine(_ degrees: Double) -> Double {
    let angle = degrees * Double.pi / 180
    var term = 1.0
    var sum = 1.0
    for step in stride(from: 1.0, through: 25, by: 2) {
      term *= -angle * angle / (step * (step + 1))
      sum += term
    }
    return max(0, sum)
  }
}
