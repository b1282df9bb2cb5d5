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

  private func load(_ rows: [String], into sample: Sample, as name: String, level: String = "grid")
    throws
  {
    let manifest = """
      name: \(name)
      primaryKey: [number]
      fields:
        - {name: number}
        - {name: code}
        - {name: residents, type: integer}
      gewu:
        load: full
        location: {grid: {field: code, level: \(level)}}
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

  @Test func `a cell with a blank amount has no value, and the exposure's missing rows are told`()
    throws
  {
    let sample = try sample()
    try load(
      ["1,G00,10", "2,G00,", "3,G11,7", "4,G99,5", "5,G22,x"], into: sample, as: "people")

    let answer = try ask(sample)
    try load(["1,G00,10", "2,G00,1", "3,G11,7"], into: sample, as: "people")
    let whole = try ask(sample).provenance

    let rows = ExposureRows(counted: 2, unattached: 1, quarantined: 1, withoutExposure: 1)
    #expect(answer.provenance.exposureSource?.rows == rows)
    #expect(
      answer.provenance.warnings.contains(.incompleteExposure(rows, cells: 1, dataset: "people")))
    #expect(answer.cells.filter { $0.exposure != nil }.map(\.code) == ["G11"])
    #expect(answer.cells.first { $0.code == "G00" }?.hotSpotClass == .lowData)
    #expect(answer.provenance.balance == RowBalance(total: 2, [.counted: 1, .withoutExposure: 1]))
    #expect(whole.exposureSource?.rows == ExposureRows(counted: 3))
    #expect(!whole.warnings.map(\.code).contains("incomplete_exposure"))
  }

  @Test func `where every cell has a blank amount, none has a value and the answer says why`()
    throws
  {
    let sample = try sample()
    try load(["1,G00,", "2,G11,"], into: sample, as: "people")

    let answer = try ask(sample)

    #expect(answer.cells.allSatisfy { $0.exposure == nil && $0.hotSpotClass == .lowData })
    #expect(answer.provenance.warnings.map(\.code).contains("incomplete_exposure"))
    // Of streets alone nothing is known by grids, blank or not.
    try load(["1,S0,", "2,S1,5"], into: sample, as: "people", level: "street")
    #expect(
      throws: HotSpotFault.exposureNotOnLevel(exposure: "people_residents", level: "grid")
    ) { try ask(sample) }
  }

}
