import Geometry
import Gewu
import Testing
import Warehouse

@Suite struct GridDiffTests {
  private func texts(_ changes: [GridDiff.Change]) -> [String] {
    changes.map { "\($0.code): \($0.from ?? "none") → \($0.to ?? "none")" }
  }

  @Test func `each way to redraw a cell is told apart, with the areas lost and won`() throws {
    let redrawn = try Redrawn()

    let diff = try redrawn.sample.district.diffGrids(from: 1, to: 2)

    let grids = try #require(diff.levels.last)
    #expect(grids.level == "grid" && grids.before == 16 && grids.after == 14)
    #expect(grids.added.map(\.code) == ["G1W"])
    #expect(grids.gone.map(\.code) == ["G10", "G11", "G33"])
    #expect(texts(grids.recoded) == ["X21: G21 → X21"])
    #expect(texts(grids.renamed) == ["G22: 格22 → 新名"])
    #expect(texts(grids.reparented) == ["G20: S0 → S1"])
    #expect(grids.moved.map(\.code) == ["G00", "G01"])
    #expect(grids.unchanged == 8)
    // 0.002° from 39.00° to 39.01° N on the WGS 84 ellipsoid, by the closed form of the authalic area.
    let strip = grids.moved.map { ($0.lost, $0.won) }
    #expect(strip[0].0 == 0 && abs(strip[0].1 - 192_324.066) < 0.01)
    #expect(abs(strip[1].0 - 192_324.066) < 0.01 && strip[1].1 == 0)
    #expect(abs(grids.moved[0].share - 0.2) < 1e-9)
    #expect(diff.levels[0].moved.map(\.code) == ["S0", "S1"])
  }

  @Test func `what changes hands equals a count cell by cell`() throws {
    let redrawn = try Redrawn()
    var expected: [[String?]: Int] = [:]
    for place in redrawn.places {
      let (from, to) = (redrawn.before.cell(at: place), redrawn.after.cell(at: place))
      if from != to { expected[[from, to], default: 0] += 1 }
    }

    let diff = try redrawn.sample.district.diffGrids(from: 1, to: 2)

    let lamps = try #require(diff.datasets.first { $0.dataset == "lamp" })
    #expect(lamps.examined == 600)
    #expect(lamps.changed == expected.values.reduce(0, +))
    #expect(
      Dictionary(uniqueKeysWithValues: lamps.pairs.map { ([$0.from, $0.to], $0.count) })
        == expected)
    #expect(lamps.pairs.map(\.count) == lamps.pairs.map(\.count).sorted(by: >))
    let reports = redrawn.places.prefix(40).count {
      redrawn.before.cell(at: $0) != redrawn.after.cell(at: $0)
    }
    #expect(diff.reports.examined == 40 && diff.reports.changed == reports && reports > 0)
  }

  @Test func `rows attached by code change hands where their code is gone`() throws {
    let diff = try Redrawn().sample.district.diffGrids(from: 1, to: 2)

    let posts = try #require(diff.datasets.first { $0.dataset == "post" })
    #expect(posts.examined == 16)
    #expect(posts.pairs.map(\.from) == ["G10", "G11", "G21", "G33"])
    #expect(posts.pairs.allSatisfy { $0.to == nil && $0.count == 1 })
  }

  @Test func `a generation is no different from itself, and backwards what was won is lost`() throws
  {
    let redrawn = try Redrawn()
    let district = redrawn.sample.district

    let same = try district.diffGrids(from: 2, to: 2)
    let back = try district.diffGrids(from: 2, to: 1)

    #expect(same.isEmpty && same.datasets.allSatisfy { $0.changed == 0 })
    #expect(back.levels.last?.added.map(\.code) == ["G10", "G11", "G33"])
    #expect(back.levels.last?.moved.first.map { $0.lost > 0 && $0.won == 0 } == true)
  }

  @Test func `the pairs are as many as are asked for`() throws {
    let diff = try Redrawn().sample.district.diffGrids(from: 1, to: 2, pairs: 1)

    #expect(diff.datasets.allSatisfy { $0.pairs.count <= 1 })
    let post = try #require(diff.datasets.first { $0.dataset == "post" })
    #expect(post.changed == 4 && post.examined == 16)
    #expect(post.pairs.map(\.from) == ["G10"] && post.pairs.map(\.to) == [nil])
  }

  @Test func `a generation that is not there is named`() throws {
    #expect(throws: GenerationFault.noGeneration(9)) {
      try Redrawn().sample.district.diffGrids(from: 1, to: 9)
    }
  }
}
