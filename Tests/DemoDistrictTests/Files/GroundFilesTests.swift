import DemoSupport
import DemoTruth
import Foundation
import Testing

@testable import DemoDistrict

@Suite struct `The boundary files of the demo district` {
  private struct Collection: Decodable {
    struct Feature: Decodable { var properties: [String: String] }
    var features: [Feature]

    init(_ path: String) throws {
      self = try JSONDecoder().decode(
        Collection.self, from: Data(contentsOf: URL(filePath: path)))
    }

    func values(_ name: String) -> [String] { features.compactMap { $0.properties[name] } }
  }

  private static func codes(_ path: String) throws -> Set<Substring> {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    return Set(text.split(whereSeparator: \.isNewline).dropFirst().map { $0.prefix { $0 != "," } })
  }

  @Test func `four nets are written, each with the units above it`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ground-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)

    try GroundFiles(ground: SharedTruths.ground(seed: 1)).write(into: folder)

    let grids = try Collection("\(folder)/grids.geojson")
    #expect(Set(grids.values("code")).count == 706)
    #expect(grids.values("name").count == 706)
    let communities = try Self.codes("\(folder)/communities.csv")
    #expect(communities.count == 90)
    #expect(Set(grids.values("community").map { $0[...] }) == communities)
    #expect(try Self.codes("\(folder)/streets.csv").count == 12)
    #expect(try Self.codes("\(folder)/district.csv") == ["990101"])
    let beats = try Collection("\(folder)/police.geojson")
    #expect(Set(beats.values("code")).count == 126)
    #expect(
      try Set(beats.values("parent").map { $0[...] }) == Self.codes("\(folder)/stations.csv"))
    let schools = try Collection("\(folder)/schools.geojson")
    #expect(Set(schools.values("code")).count == 46)
    let professional = try Collection("\(folder)/professional.geojson")
    #expect(Set(professional.values("code")).count == 160)
    #expect(professional.values("name").count == 160)
  }

  @Test func `the broken set says which grids are wrong, and how`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "ground-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let ground = SharedTruths.ground(seed: 1)
    let broken = BrokenBorders(ground)

    try GroundFiles(ground: ground).writeBroken(into: folder)

    let grids = try Collection("\(folder)/grids.geojson")
    #expect(grids.features.count == 707)
    let notes = try String(contentsOfFile: "\(folder)/faults.txt", encoding: .utf8)
    #expect(notes.split(separator: "\n").count == 6)
    for fault in broken.faults {
      for grid in fault.grids {
        #expect(notes.contains(broken.grids[grid].code))
        #expect(grids.values("code").contains(broken.grids[grid].code))
      }
    }
  }
}
