/// The format in which a data set's file is written.
enum FileForm: Hashable {
  case text(TextFlavour)
  case xlsx
  case xls
  case shapefile
  case geojson
  case geopackage

  var isText: Bool {
    if case .text = self { return true }
    return false
  }

  var isWorkbook: Bool { self == .xlsx || self == .xls }

  /// Whether each row has a geometry of its own.
  var hasGeometry: Bool { !isText && !isWorkbook }

  /// The ending of the file's name.
  var ending: String {
    switch self {
    case .text(.unicodeText): "txt"
    case .text: "csv"
    case .xlsx: "xlsx"
    case .xls: "xls"
    case .shapefile: "shp"
    case .geojson: "geojson"
    case .geopackage: "gpkg"
    }
  }

  /// What the key calls it.
  var name: String {
    switch self {
    case .text(let flavour): "text-\(flavour.rawValue)"
    default: ending
    }
  }
}
