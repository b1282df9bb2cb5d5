import Datasets
import DemoTruth
import Tabular
import Time

/// Which file is made for a data set.
struct FilePlan {
  let manifest: Manifest
  /// How many rows the file of the first month has, where the truth has so many.
  let rows: Int
  let form: FileForm
  /// The district that sends it.
  private let division: Division
  private let pattern: String

  /// - Parameter number: the place of the data set among those of the district.
  init(_ manifest: Manifest, rows: Int, number: Int, division: Division = .first) {
    (self.manifest, self.division) = (manifest, division)
    self.rows = rows
    let usable = manifest.files.filter { Self.form(of: $0, manifest, number) != nil }
    pattern = usable.isEmpty ? "\(manifest.dataset).csv" : usable[number % usable.count]
    form = Self.form(of: pattern, manifest, number) ?? .text(.utf8)
  }

  /// The name of a month's file: 1 is June 2026.
  func name(month: Int) -> String { Self.name(pattern, month: month, in: division) }

  /// The name of a month's file that comes besides the one with the usual name.
  func name(month: Int, suffix: String) -> String {
    Self.name(name(month: month), suffix: suffix)
  }

  private static func name(_ name: String, suffix: String) -> String {
    guard let dot = name.lastIndex(of: ".") else { return name + suffix }
    return name[..<dot] + suffix + name[dot...]
  }

  /// The name of a month's file for a pattern: 1 is June 2026; districts but the first add theirs.
  static func name(_ pattern: String, month: Int, in division: Division = .first) -> String {
    let day = TruthCalendar.day(ofMonth: month)
    let date = Digits.padded(day.year, 4) + Digits.padded(day.month, 2)
    let isDated = pattern.contains("20*")
    let plain = String(pattern.map { $0 == "?" ? "1" : $0 })
      .replacing("*", with: isDated ? String(date.dropFirst(2)) : date)
    return division == .first ? plain : name(plain, suffix: "_\(division.name)")
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
