import Foundation
import HotSpots
import Testing

/// A set of cells with what esda says of them; `Fixtures/README.md` says how it was made.
struct Fixture: CustomTestStringConvertible {
  static let names = [
    "columbus_CRIME_queen", "columbus_CRIME_rook", "sids2_SIDR74_queen", "sids2_SIDR74_rook",
    "stl_HR7984_queen", "stl_HR7984_rook",
  ]

  var name: String
  var values: [Double] = []
  var rows: [[Int]] = []
  var gi: [Double] = []
  var giZ: [Double] = []
  var giStar: [Double] = []
  var giStarZ: [Double] = []
  var pEsda: [Double] = []
  var pTails: [Double] = []

  var weights: SpatialWeights { SpatialWeights(rows: rows) }
  var testDescription: String { name }

  init(_ name: String) throws {
    self.name = name
    for fields in try Self.table(name) {
      let numbers = try fields.enumerated().map { column, field in
        column == 1 ? 0 : try #require(Double(field))
      }
      values.append(numbers[0])
      rows.append(fields[1].split(separator: " ").compactMap { Int($0) })
      gi.append(numbers[2])
      giZ.append(numbers[3])
      giStar.append(numbers[4])
      giStarZ.append(numbers[5])
      pEsda.append(numbers[6])
      pTails.append(numbers[7])
    }
  }

  /// The fields of a fixture's rows, its header left out.
  static func table(_ name: String) throws -> [[String]] {
    let url = try #require(
      Bundle.module.url(forResource: name, withExtension: "csv", subdirectory: "Fixtures"))
    let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline)
    return lines.dropFirst().map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
  }
}
