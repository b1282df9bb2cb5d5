import Datasets
import Foundation
import Geometry
import Tabular
import TestSupport
import Testing
import Warehouse

@testable import Gewu

@Suite struct `Lines and areas of a data set` {
  /// Lines in steps of 0.01 degrees along 30° north, from 120° east on, in a store of another system.
  private static func sample(srid: Int) throws -> Sample {
    let sample = try Sample(levels: ["grid"], srid: srid)
    try load(50, into: sample)
    return sample
  }

  private static func load(_ count: Int, into sample: Sample) throws {
    let lines = (0..<count).map { index in
      let west = 120 + Double(index) / 100
      return
        #"{"type":"Feature","properties":{"code":"\#(index)"},"geometry":{"type":"LineString","#
        + #""coordinates":[[\#(west),30],[\#(west + 0.005),30.001]]}}"#
    }
    _ = try sample.district.importFile(
      at: sample.write(
        #"{"type":"FeatureCollection","features":["# + lines.joined(separator: ",") + "]}",
        as: "road-\(count).geojson"),
      manifest: Manifest(
        yaml: """
          name: road
          primaryKey: [code]
          fields: [{name: code}]
          gewu:
            load: full
            subject: place
            subjectMap: {code: code}
            sensitivity: 1
            location: {geometry: {type: line, crs: file}}
          """, path: "road.yaml"))
  }

  private static func codes(
    _ sample: Sample, _ west: Double, _ east: Double, after: Int64 = 0, limit: Int = 20_000
  ) throws -> (numbers: [Int64], next: Int64?) {
    let window = try #require(MapWindow(west: west, south: 29, east: east, north: 31))
    let source = try sample.district.featureSource(of: "road")
    let found = try sample.district.features(
      FeatureQuery(dataset: "road", within: window, after: after, limit: limit), of: source)
    return (found.ids, found.next)
  }

  @Test(arguments: [4326, 4490, 4549, 3857])
  func `a window finds the same rows in every reference system`(srid: Int) throws {
    let sample = try Self.sample(srid: srid)

    #expect(try Self.codes(sample, 119, 120.001).numbers == [1])
    #expect(try Self.codes(sample, 120.1045, 120.116).numbers == [11, 12])
    #expect(try Self.codes(sample, 120.107, 120.109).numbers == [])
    #expect(try Self.codes(sample, -180, 180).numbers == Array(1...50))
    #expect(try Self.codes(sample, 121, 122).numbers == [])
  }

  @Test func `a selection goes on where an earlier one was cut`() throws {
    let sample = try Self.sample(srid: 4490)
    var all: [Int64] = []
    var after: Int64? = 0

    while let last = after {
      let found = try Self.codes(sample, 119, 121, after: last, limit: 7)
      all += found.numbers
      after = found.next
    }

    #expect(all == Array(1...50))
  }

  @Test func `a selection stays what it was while another batch is published`() throws {
    let sample = try Self.sample(srid: 4490)
    let window = try #require(MapWindow(west: 119, south: 29, east: 121, north: 31))
    let source = try sample.district.featureSource(of: "road")
    let found = try sample.district.features(
      FeatureQuery(dataset: "road", within: window), of: source)
    var before = GeoJSONText(.drawn)
    try sample.district.write(0..<found.count, of: found, to: &before)
    try Self.load(40, into: sample)
    var after = GeoJSONText(.drawn)

    try sample.district.write(0..<found.count, of: found, to: &after)

    #expect(before.finish() == after.finish())
    #expect(try sample.district.featureSource(of: "road").edition != source.edition)
  }
}
