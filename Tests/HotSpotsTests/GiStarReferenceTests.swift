import HotSpots
import Testing

/// Published digits; the cases are numbered as in the project's reference.
struct GiStarReferenceTests {
  let star = GiStar(permutations: 0)
  let plain = GiStar(permutations: 0, window: .neighboursOnly)

  @Test(arguments: [
    (30.0, 1.2219791625854988), (60, 1.7480975429706986), (90, 1.986135427161182),
    (120, 1.8933738244030647), (150, 1.23745425267759),
  ])
  func `R6: Gi of a cell of Getis and Ord's grid equals spdep's`(
    radius: Double, z: Double
  ) throws {
    let grid = try getisAndOrd()

    let cell = try plain.statistics(
      of: grid.values, weights: distanceBand(grid.points, radius: radius))[119]

    #expect(grid.values[119] == 83)
    #expect(agree(cell.z, z), "\(cell)")
  }

  @Test func `R6: Gi* divides the variance by n, not by one less as printed in 1996`() throws {
    let grid = try getisAndOrd()

    let cell = try star.statistics(of: grid.values, weights: distanceBand(grid.points, radius: 30))[
      119]

    #expect(agree(cell.z, 1.45077980738707), "\(cell)")
    #expect(!agree(cell.z, 1.447943, within: 1e-6))
  }

  @Test func `R7: Gi and Gi* of six points equal esda's for binary weights`() throws {
    let points = [(10.0, 10.0), (20, 10), (40, 10), (15, 20), (30, 20), (30, 30)]
    let values: [Double] = [2, 3, 3.2, 5, 8, 7]
    let weights = distanceBand(points.map { (x: $0.0, y: $0.1) }, radius: 15)

    let gi = try plain.statistics(of: values, weights: weights)
    let giStar = try star.statistics(of: values, weights: weights)

    #expect(weights.cardinalities == [2, 3, 1, 3, 4, 1])
    let giZ = [-1.0136729, -0.04361589, 1.31558703, -0.31412676, 1.15373986, 1.77833941]
    let starZ = [-1.39727626, -0.28917762, 0.65064964, -0.28917762, 1.23452088, 2.02424331]
    for cell in 0..<6 {
      #expect(agree(gi[cell].z, giZ[cell], within: 0.51e-7))
      #expect(agree(giStar[cell].z, starZ[cell], within: 0.51e-8))
    }
    #expect(agree(gi[0].z, -1.0136728986, within: 1e-10))
    #expect(agree(gi[1].z, -0.0436158942, within: 1e-10))
  }

  @Test(arguments: Fixture.names)
  func `Gi, Gi* and both z equal esda's on its teaching sets`(name: String) throws {
    let set = try Fixture(name)

    let gi = try plain.statistics(of: set.values, weights: set.weights)
    let giStar = try star.statistics(of: set.values, weights: set.weights)

    for cell in set.values.indices where gi[cell].status == .defined {
      #expect(agree(gi[cell].statistic, set.gi[cell]))
      #expect(agree(gi[cell].z, set.giZ[cell]))
      #expect(agree(giStar[cell].statistic, set.giStar[cell]))
      #expect(agree(giStar[cell].z, set.giStarZ[cell]))
    }
    #expect(gi.count { $0.status == .defined } >= set.values.count - 2)
  }

  @Test(arguments: Fixture.names)
  func `z is the same for binary, row-standardised and any other scaling of rows`(
    name: String
  ) throws {
    let set = try Fixture(name)
    let gi = try plain.statistics(of: set.values, weights: set.weights)
    let giStar = try star.statistics(of: set.values, weights: set.weights)
    let scalings: [(Int, Int) -> Double] = [
      { _, _ in 1 }, { _, size in 1 / Double(size) }, { cell, _ in 0.37 + Double(cell) },
    ]

    for scaling in scalings {
      let other = GeneralWeights(
        values: set.values, rows: set.rows, withCell: false, factor: scaling)
      let whole = GeneralWeights(
        values: set.values, rows: set.rows, withCell: true, factor: scaling)
      for cell in set.values.indices where gi[cell].status == .defined {
        #expect(agree(gi[cell].z, other.giZ(cell)))
        #expect(agree(giStar[cell].z, whole.giStarZ(cell)))
      }
    }
  }

  private func getisAndOrd() throws -> (points: [(x: Double, y: Double)], values: [Double]) {
    let rows = try Fixture.table("getisord").map { try $0.map { try #require(Double($0)) } }
    return (rows.map { (x: $0[0], y: $0[1]) }, rows.map { $0[2] })
  }
}
