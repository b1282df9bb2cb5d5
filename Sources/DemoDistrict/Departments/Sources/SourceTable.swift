import Datasets
import Foundation
import Tabular

/// Which rows of the truth each data set has, and which fact each of its columns shows: `rows.csv` and
/// `sources.csv` of `GeoData/demo`.
struct SourceTable {
  /// A column: the term and the forms in which it is written.
  struct Column {
    var name: String
    var term: SourceTerm
    var forms: [SourceForm]
    /// The forms as the table has them.
    var formText = ""
  }

  /// How the number of rows of a data set is met.
  enum Size: String {
    case whole, ranked, window, balance
    case lowestDraw = "lowest-draw"
  }

  /// The rows of a data set.
  struct Rows {
    var dataset: String
    var subject: SubjectKind
    var wanted: Int
    var size: Size
    /// How many days a change in the truth takes to reach the department.
    var lag: Int32
  }

  let rows: [String: Rows]
  let columns: [String: [Column]]
  /// The data sets in the order of `rows.csv`.
  let datasets: [String]

  /// Reads the tables of a folder.
  ///
  /// - Throws: `DemoError` where they are not there or say what nobody knows.
  init(folder: String) throws {
    var rows: [String: Rows] = [:]
    var columns: [String: [Column]] = [:]
    var datasets: [String] = []
    for (line, cells) in try Self.table("\(folder)/rows.csv", columns: 6) {
      let place = "\(folder)/rows.csv:\(line)"
      guard let subject = SubjectKind(rawValue: cells[1]), let wanted = Int(cells[3]),
        let size = Size(rawValue: cells[4]), let lag = Int32(cells[5])
      else { throw DemoError.badTerm(cells.joined(separator: ","), at: place) }
      datasets.append(cells[0])
      rows[cells[0]] = Rows(
        dataset: cells[0], subject: subject, wanted: wanted, size: size, lag: lag)
    }
    for (line, cells) in try Self.table("\(folder)/sources.csv", columns: 4) {
      let place = "\(folder)/sources.csv:\(line)"
      columns[cells[0], default: []].append(
        Column(
          name: cells[1], term: try SourceTerm(cells[2], at: place),
          forms: try SourceForm.all(cells[3], at: place), formText: cells[3]))
    }
    (self.rows, self.columns, self.datasets) = (rows, columns, datasets)
  }

  /// The tables that come with a folder of manifests, in `GeoData/demo` beside it.
  init(besideManifestsAt path: String) throws {
    let beside = URL(filePath: path).standardizedFileURL.deletingLastPathComponent()
    try self.init(folder: beside.appending(path: "GeoData/demo").path)
  }

  /// The rows of a table without its heading, with the numbers of their lines.
  private static func table(_ path: String, columns: Int) throws -> [(Int, [String])] {
    guard FileManager.default.fileExists(atPath: path) else {
      throw DemoError(
        "\(path) is not there; the folder GeoData that comes with Gewu belongs beside the manifests",
        "没有 \(path)；随附的 GeoData 目录应与清单目录并列")
    }
    return try CSVTable(try TextFile(path: path)).rows.map { row in
      let cells = row.values.map { $0 ?? "" }
      guard cells.count >= columns else {
        throw DemoError.badTerm(cells.joined(separator: ","), at: "\(path):\(row.line)")
      }
      return (row.line, cells)
    }
  }
}
