import DemoDistrict
import Foundation
import Geometry
import Gewu
import HotSpots
import Words

/// What a store answers to the questions for the clusters that were planted in a demo district.
struct HotSpotFindings {
  let answers: [DemoFigures.HotSpot]

  /// Asks each question whose data set the files have.
  init(_ key: AnswerKey, in district: District) throws {
    let datasets = Set(key.files.map(\.dataset))
    answers = try key.hotSpots.filter { datasets.contains($0.dataset) }.map { spot in
      let answer = try district.hotSpots(
        HotSpotQuestion(
          dataset: spot.dataset, categories: [spot.category], from: spot.from, to: spot.to,
          level: spot.level, exposure: spot.exposure), for: .program)
      let hot = Set(answer.cells.filter { $0.hotSpotClass.bin >= 2 }.map(\.code))
      let there = try spot.place.map { try Self.cells(of: $0, in: district) }
      return DemoFigures.HotSpot(
        dataset: spot.dataset, category: spot.category, from: spot.from, to: spot.to,
        level: spot.level, exposure: spot.exposure, isPlanted: there != nil, hot: hot.count,
        hotThere: there.map { hot.intersection($0).count } ?? 0)
    }
  }

  /// The cells of all levels that a place meets.
  private static func cells(
    of place: HotSpotKey.Place, in district: District
  ) throws -> Set<String> {
    var cells: Set<String> = []
    for ring in 0...8 {
      let reach = place.radius / 8 * Double(ring)
      for turn in 0..<max(1, ring * 8) {
        let angle = Double(turn) / Double(max(1, ring * 8)) * 2 * Double.pi
        let north = reach * cos(angle) / 111_195
        let east = reach * sin(angle) / (111_195 * cos(place.latitude * Double.pi / 180))
        let position = Coordinate(x: place.longitude + east, y: place.latitude + north)
        for step in try district.locate(position, crs: .cgcs2000).path { cells.insert(step.code) }
      }
    }
    return cells
  }
}
