import HotSpots
import Testing

/// Faults of the caller stop the program instead of giving a wrong map.
struct FaultTests {
  @Test func `offsets that do not fit the links stop the program`() async {
    await #expect(processExitsWith: .failure) {
      _ = SpatialWeights(offsets: [], neighbours: [])
    }
    await #expect(processExitsWith: .failure) {
      _ = SpatialWeights(offsets: [0, 1, 3], neighbours: [1, 0])
    }
    await #expect(processExitsWith: .failure) {
      _ = SpatialWeights(offsets: [0, 2, 1, 2], neighbours: [1, 0])
    }
  }

  @Test func `a neighbour that is no cell, or is named twice, stops the program`() async {
    await #expect(processExitsWith: .failure) { _ = SpatialWeights(rows: [[1], [2]]) }
    await #expect(processExitsWith: .failure) { _ = SpatialWeights(rows: [[-1], [0]]) }
    await #expect(processExitsWith: .failure) { _ = SpatialWeights(rows: [[1, 1], [0]]) }
  }

  @Test func `values, keys and weights of different lengths stop the program`() async {
    await #expect(processExitsWith: .failure) {
      _ = try GiStar().statistics(of: [1, 2], weights: SpatialWeights(rows: [[]]))
    }
    await #expect(processExitsWith: .failure) {
      _ = try GiStar().statistics(of: [1], weights: SpatialWeights(rows: [[]]), keys: [])
    }
    await #expect(processExitsWith: .failure) {
      _ = try HotSpotAnalysis().report(
        codes: ["a"], counts: [1, 2], weights: SpatialWeights(rows: [[]]))
    }
  }
}
