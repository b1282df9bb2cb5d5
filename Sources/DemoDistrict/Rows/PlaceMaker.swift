import Datasets
import DemoTruth
import Geometry

/// Writes positions in the reference system of a data set.
struct PlaceMaker {
  /// How positions of CGCS2000 become those of the file.
  private enum Projection {
    case same
    case named(NamedCRS)
    case plane(GaussKruger)
  }

  private let projection: Projection

  /// - Throws: `DemoError` where the system is none that is known here.
  init(_ crs: CRSName, dataset: String) throws {
    switch crs {
    case .epsg(4326), .epsg(4490): projection = .same
    case .named(let system): projection = .named(system)
    case .epsg(let code):
      guard let plane = GaussKruger(epsg: code) else { throw Self.unknown(crs, dataset) }
      projection = .plane(plane)
    case .wkt, .proj, .adjusted: throw Self.unknown(crs, dataset)
    }
  }

  private static func unknown(_ crs: CRSName, _ dataset: String) -> DemoError {
    DemoError(
      "the demo district cannot write positions of \(dataset) in \(crs); use degrees or a "
        + "Gauss–Krüger zone of CGCS2000",
      "演示数据无法以 \(crs) 写出 \(dataset) 的坐标；请使用经纬度或 CGCS2000 高斯-克吕格投影带")
  }

  /// Whether positions are in degrees.
  var isGeographic: Bool {
    switch projection {
    case .same: true
    case .named(let system): system.isInDegrees
    case .plane: false
    }
  }

  /// A position in the file's system.
  func convert(_ position: Coordinate) -> Coordinate {
    switch projection {
    case .same: position
    case .named(let system): system.fromBase(position)
    case .plane(let plane): plane.project(position)
    }
  }

  /// An ordinate as text: 1e-7 degrees or millimetres.
  func text(_ ordinate: Double) -> String {
    Digits.decimal(ordinate, places: isGeographic ? 7 : 3)
  }
}
