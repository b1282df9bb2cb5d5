import Datasets
import Gewu
import HotSpots
import Testing
import Warehouse

/// The rows that an exposure is summed from, several of a cell.
@Suite struct ExposureRowsTests {
  private func sample() throws -> Sample {
    let sample = try Sample(levels: ["street", "grid"])
    try Patchwork(side: 4).load(into: sample)
    try load(["a,G00,", "b,G11,"], into: sample, as: "theft")
    return sample
  }

  private func load(_ rows: [String], into sample: Sample, as name: String) throws {
    let manifest = """
      name: \(name)
      primaryKey: [number]
      fields:
        - {name: number}
        - {name: code}
        - {name: residents, type: integer}
      gewu:
        load: full
        location: {grid: {field: code, level: grid}}
        exposures: [{name: \(name)_residents, field: residents}]
      """
    let text = (["number,code,residents"] + rows).joined(separator: "\n") + "\n"
    _ = try sample.district.importFile(
      at: sample.write(text, as: "\(name).csv"),
      manifest: Manifest(yaml: manifest, path: "\(name).yaml"))
  }

  private func ask(_ sample: Sample) throws -> HotSpotAnswer {
    try sample.district.hotSpots(
      HotSpotQuestion(dataset: "theft", exposure: "people_residents", permutations: 0))
  }

  @Test func `amounts that add up to more than an integer holds are summed all the same`() throws {
    let sample = try sample()
    try load(["1,G00,10", "2,G00,\(Int64.max)", "3,G11,7"], into: sample, as: "people")

    let answer = try ask(sample)

    #expect(answer.cells.first { $0.code == "G00" }?.exposure == 0x1p63)
    #expect(answer.cells.first { $0.code == "G11" }?.exposure == 7)
  }
}
