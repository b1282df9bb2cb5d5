/// The kinds of files that tables are exported to.
package enum ExportFormat: Sendable, Equatable, CaseIterable {
  case geoPackage, geoJSON, csv, xlsx
  /// A folder with a `.csv` file for each table.
  case csvFolder

  /// Reads the ending of a path, where `/` means a folder; nil for one that names no format.
  package init?(path: String) {
    guard !path.hasSuffix("/") else {
      self = .csvFolder
      return
    }
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "gpkg": self = .geoPackage
    case "geojson", "json": self = .geoJSON
    case "csv": self = .csv
    case "xlsx": self = .xlsx
    default: return nil
    }
  }

  /// Whether one file, or the folder, takes several tables.
  var takesSeveral: Bool {
    switch self {
    case .geoPackage, .xlsx, .csvFolder: true
    case .geoJSON, .csv: false
    }
  }
}
