import Foundation
import Geometry
import HotSpots
import Testing
import Time
import Warehouse

@testable import Gewu

@Suite struct `Writing hot spots` {
  /// Three cells in a row, the first two neighbours, the third alone.
  static let result = Result {
    let report = try HotSpotAnalysis(permutations: 99, seed: 7).report(
      codes: ["a", "b,b", "c"], counts: [5, 1, 0], exposures: [10, 4, nil],
      weights: SpatialWeights(offsets: [0, 1, 2, 2], neighbours: [1, 0]))
    var cells = report.cells
    cells[0].name = "A"
    return HotSpotAnswer(
      provenance: HotSpotProvenance(
        question: Question(
          .dataset("crime"), categories: ["a", "b"], from: "2017-07-01", exposure: "people",
          batch: 5),
        batch: BatchMark(id: 4, period: "2017-07", published: Moment(milliseconds: 0)),
        countedFrom: "2017-07-01", zone: "Europe/London", level: "grid", generation: 3,
        isCoverageValid: true,
        exposureSource: ExposureSource(
          dataset: "census", batch: BatchMark(id: 2),
          rows: ExposureRows(counted: 3, unattached: 1, quarantined: 2, withoutExposure: 4)),
        weightsHash: "ab12", rowsIn: 9, rowsAttached: 7,
        balance: RowBalance(
          total: 15,
          [.counted: 6, .unattached: 2, .quarantined: 4, .outsidePeriod: 2, .otherLevel: 1]),
        summary: report.summary, warnings: report.warnings.map { .analysis($0) }),
      cells: cells)
  }

  @Test func `CSV has one row a cell, and how it was made on every row`() throws {
    let text = String(decoding: HotSpotCSVWriter(try Self.result.get()).bytes, as: UTF8.self)
    let lines = text.split(separator: "\n").map(String.init)

    #expect(
      lines[0] == "code,name,count,exposure,rate,expected,neighbours,statistic,z,p,p_permutation,"
        + "permutations,p_attainable,p_adjusted,class,dataset,category,from,to,counted_from,counted_to,zone,level,generation,"
        + "coverage_valid,batch,batch_period,batch_published,exposure,exposure_source_dataset,"
        + "exposure_source_batch,exposure_source_batch_period,exposure_source_batch_published,"
        + "weights,weights_hash,version,method,islands,permutation_rule,seed,fdr,"
        + "rows_in,rows_attached,rows_used,source,net,as_of_batch,rows_total,rows_counted,"
        + "rows_other_level,rows_earlier_generation,rows_unattached,rows_quarantined,"
        + "rows_outside_period,rows_without_exposure,exposure_source_rows_total,"
        + "exposure_source_rows_counted,exposure_source_rows_unattached,"
        + "exposure_source_rows_quarantined,exposure_source_rows_without_exposure")
    #expect(lines.count == 4)
    #expect(lines[1].hasPrefix("a,A,5,10.0,0.5,4.28"))
    #expect(lines[2].hasPrefix("\"b,b\",,1,4.0,0.25,1.71"))
    let run =
      ",crime,a|b,2017-07-01,,2017-07-01,,Europe/London,grid,3,true,4,2017-07,1970-01-01T00:00:00.000Z,people,census,2,,,queen,"
      + "ab12,0.1.0,gi-star,keep,99,7,bh,9,7,6,dataset,base,5,15,6,1,0,2,4,2,0,10,3,1,2,4"
    #expect(lines[3] == "c,,0,,,,,,,,,,,,low_data" + run)
    #expect(lines.dropFirst().allSatisfy { $0.hasSuffix(run) })
  }

  @Test func `GeoJSON has one feature a cell, the provenance, and null for a missing boundary`()
    throws
  {
    let ring = Ring([(0, 0), (0, 1), (1, 1), (1, 0), (0, 0)].map { Coordinate(x: $0.0, y: $0.1) })
    let summary = GridSummary(
      level: "grid", code: "a", name: "A", parent: nil, parentShare: nil, isDerived: false,
      bbox: [])
    let boundary = MultiPolygon([Polygon(rings: [ring])])

    let bytes = try HotSpotGeoJSONWriter(
      Self.result.get(), provenance: #"{"rows_attached":7}"#,
      boundaries: [(grid: summary, boundary: boundary)]
    ).bytes
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])

    let features = try #require(document["features"] as? [[String: Any]])
    let provenance = try #require(document["provenance"] as? [String: Any])
    let geometry = try #require(features[0]["geometry"] as? [String: Any])
    #expect(document["type"] as? String == "FeatureCollection")
    #expect(provenance["rows_attached"] as? Int == 7)
    #expect(features.count == 3)
    #expect(features.map { $0["id"] as? String } == ["a", "b,b", "c"])
    #expect((features[0]["properties"] as? [String: Any])?["name"] as? String == "A")
    #expect(geometry["type"] as? String == "Polygon")
    // The outer ring was given clockwise and is turned round.
    #expect(
      geometry["coordinates"] as? [[[Double]]] == [
        [[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]
      ])
    #expect(features[1]["geometry"] is NSNull)
    let properties = try #require(features[2]["properties"] as? [String: Any])
    #expect(properties["class"] as? String == "low_data")
    #expect(properties["z"] is NSNull)
  }
}
