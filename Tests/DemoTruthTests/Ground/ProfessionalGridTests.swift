import Geometry
import Testing

@testable import DemoTruth

@Suite struct `The professional grids of the ground` {
  private let ground = TestGround.whole
  private var units: [Net.Unit] { ground.professional.units }

  @Test func `are 160 with codes of their own and names of places`() {
    #expect(units.count == 160)
    #expect(units.map(\.code) == (1...160).map { "990101Z" + Digits.padded($0, 3) })
    #expect(Set(units.map(\.name)).count == 160)
    for unit in units {
      let theme = ProfessionalTheme.allCases.first { unit.name.contains($0.title) }
      #expect(theme != nil && unit.name.hasSuffix("专属网格"), "\(unit.name)")
    }
    #expect(Division.all.map(\.professionalCount).allSatisfy { (100...160).contains($0) })
  }

  @Test func `are about campuses, markets, works and hospitals before they are about homes`() throws
  {
    var counts: [ProfessionalTheme: Int] = [:]
    for unit in units {
      let block = ground.blocks[Int(unit.heart)]
      counts[try #require(ProfessionalTheme(block.use)), default: 0] += 1
      // It is named for the community that its heart is in.
      let community = ground.communities[Int(ground.grids[Int(block.grid)].community)]
      #expect(unit.name.hasPrefix(community.name.dropLast(community.isRural ? 1 : 2)))
    }
    for theme in [ProfessionalTheme.campus, .hospital, .market, .works, .park] {
      #expect(counts[theme, default: 0] > 2, "\(theme): \(counts)")
    }
    #expect(counts[.shops, default: 0] < 80, "\(counts)")
  }

  @Test func `keep a campus or a works whole, and hang together`() {
    let unitOfBlock = ground.professional.unitOfBlock
    #expect(unitOfBlock.count == ground.blocks.count)
    #expect(Set(unitOfBlock) == Set(units.indices.map(Int32.init)))
    for (index, unit) in units.enumerated() {
      let heart = Int(unit.heart)
      #expect(unitOfBlock[heart] == Int32(index))
      let theme = ProfessionalTheme(ground.blocks[heart].use)
      for half in ground.plane.loop(heart) where theme != .shops {
        let other = ground.plane.face[half ^ 1]
        guard other >= 0, ground.blocks[other].grid >= 0,
          ProfessionalTheme(ground.blocks[other].use) == theme
        else { continue }
        #expect(unitOfBlock[other] == Int32(index), "\(unit.name)")
      }
      // Each block is reached from the heart without leaving the grid.
      var reached: Set<Int> = [heart]
      var next = [heart]
      while let block = next.popLast() {
        for half in ground.plane.loop(block) {
          let other = ground.plane.face[half ^ 1]
          guard other >= 0, unitOfBlock[other] == Int32(index), reached.insert(other).inserted
          else { continue }
          next.append(other)
        }
      }
      #expect(reached.count == unitOfBlock.count { $0 == Int32(index) }, "\(unit.name)")
    }
  }
}
