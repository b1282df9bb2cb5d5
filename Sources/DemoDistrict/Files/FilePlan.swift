import Datasets
import Tabular

/// Which file is made for a data set.
struct FilePlan {
  let manifest: Manifest
  let profile: Profile
  let rows: Int
  let name: String
  let form: FileForm

  /// - Parameters:
  ///   - number: the place of the data set in the catalogue.
  ///   - month: 1 for June 2026, 2 for July.
  init(_ manifest: Manifest, profile: Profile, rows: Int, number: Int, month: Int = 1) {
    self.manifest = manifest
    self.profile = profile
    self.rows = rows
    let usable = manifest.files.filter { Self.form(of: $0, manifest, number) != nil }
    let pattern = usable.isEmpty ? "\(manifest.dataset).csv" : usable[number % usable.count]
    form = Self.form(of: pattern, manifest, number) ?? .text(.utf8)
    name = Self.name(pattern, month: 5 + month)
  }

  /// The name of a month of 2026 for a pattern.
  static func name(_ pattern: String, month: Int) -> String {
    let isDated = pattern.contains("20*")
    return String(
      pattern.map { letter in
        letter == "?" ? "1" : letter
      }
    ).replacing("*", with: isDated ? "260\(month)" : "20260\(month)")
  }

  private static func form(of pattern: String, _ manifest: Manifest, _ number: Int) -> FileForm? {
    switch pattern.split(separator: ".").last {
    case "csv", "txt", "tsv": return .text(flavour(manifest, number))
    case "xlsx": return .xlsx
    case "xls": return .xls
    case "shp": return .shapefile
    case "geojson", "json": return .geojson
    case "gpkg": return .geopackage
    default: return nil
    }
  }

  private static func flavour(_ manifest: Manifest, _ number: Int) -> TextFlavour {
    if manifest.dialect.delimiter == 9 { return .unicodeText }
    switch manifest.encoding?.name {
    case "utf-8": return .utf8
    case "gb18030": return .gb18030
    case "utf-16le", "utf-16": return .unicodeText
    default: return [TextFlavour.gb18030, .utf8, .utf8Mark][number % 3]
    }
  }
}
