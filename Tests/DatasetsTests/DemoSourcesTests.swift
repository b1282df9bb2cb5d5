import Foundation
import Testing

@testable import Datasets

/// The tables that say which fact of the truth each column of the demonstration shows.
@Suite struct `Where the columns of the demonstration come from` {
  /// The first `count` cells of each line behind the heading; none of them is quoted.
  private static func table(_ name: String, _ count: Int) throws -> [[String]] {
    let url = URL(filePath: `The manifests in Importers`.root).deletingLastPathComponent()
      .appending(path: "GeoData/demo/\(name)")
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").dropFirst().map {
      $0.split(separator: ",", maxSplits: count, omittingEmptySubsequences: false).prefix(count)
        .map(String.init)
    }
  }

  @Test func `every column of every data set names its source once`() throws {
    let named = try Self.table("sources.csv", 4)
    let columns = try `The manifests in Importers`.district().flatMap { manifest in
      manifest.fields.map { [manifest.dataset, $0.name] }
    }

    #expect(
      named.map { Array($0.prefix(2)) }.sorted { $0.joined() < $1.joined() }
        == columns.sorted { $0.joined() < $1.joined() })
    #expect(named.allSatisfy { !$0[2].isEmpty && !$0[3].isEmpty })
  }

  @Test func `every data set says once which rows of the truth it has`() throws {
    let named = try Self.table("rows.csv", 2)
    let datasets = try `The manifests in Importers`.district().map(\.dataset)

    #expect(named.map(\.[0]).sorted() == datasets.sorted())
    #expect(named.allSatisfy { !$0[1].isEmpty })
  }
}
