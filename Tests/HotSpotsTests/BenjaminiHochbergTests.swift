import HotSpots
import TestSupport
import Testing

struct BenjaminiHochbergTests {
  @Test func `the 15 p of the paper of 1995 give its four discoveries at 0.05`() {
    let p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1.000,
    ]

    let adjusted = BenjaminiHochberg.adjust(p).compactMap(\.self)

    #expect(adjusted.count { $0 <= 0.05 } == 4)
    #expect(agree(adjusted[0], 0.0015))
    #expect(agree(adjusted[3], 0.035625))
    #expect(agree(adjusted[4], 0.0201 * 15 / 5))
    #expect(adjusted[14] == 1)
  }

  @Test(arguments: 0..<20)
  func `adjusted p says what the rule of the largest passing rank says`(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 1...40, using: &generator)
    let p = (0..<count).map { _ in Double(Int.random(in: 1...50, using: &generator)) / 50 }
    let adjusted = BenjaminiHochberg.adjust(p)

    for level in [0.013, 0.051, 0.11, 0.33, 0.97] {
      let sorted = p.sorted()
      let passing = (1...count).last { sorted[$0 - 1] <= Double($0) * level / Double(count) }
      let limit = passing.map { sorted[$0 - 1] }
      for index in p.indices {
        let isFound = limit.map { p[index] <= $0 } ?? false
        #expect((adjusted[index] ?? 2) <= level ? isFound : !isFound)
      }
    }
    for (raw, value) in zip(p, adjusted) { #expect((value ?? 0) >= raw && (value ?? 2) <= 1) }
  }

  @Test func `a cell without p is no test`() {
    let adjusted = BenjaminiHochberg.adjust([0.01, nil, 0.04, .nan, 0.03])

    #expect(adjusted[1] == nil && adjusted[3] == nil)
    #expect(adjusted[0] == 0.01 * 3 && adjusted[2] == 0.04 && adjusted[4] == 0.04)
    #expect(BenjaminiHochberg.adjust([]).isEmpty)
    #expect(BenjaminiHochberg.adjust([nil]) == [nil])
  }
}
