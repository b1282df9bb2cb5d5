import HotSpots
import Testing

struct SpatialWeightsTests {
  let line = SpatialWeights(offsets: [0, 1, 3, 4, 4], neighbours: [1, 2, 0, 1])

  @Test func `rows are sorted and can be read a cell at a time`() {
    #expect(line.count == 4)
    #expect(line.linkCount == 4)
    #expect(Array(line.neighbours(of: 1)) == [0, 2])
    #expect(line.neighbours(of: 3).isEmpty)
  }

  @Test func `a cell without neighbours is an island, with and without itself`() {
    #expect(line.cardinalities == [1, 2, 1, 0])
    #expect(line.islands == [3])
    #expect(line.includingSelf.islands == [3])
  }

  @Test func `a cell is put into its row once, and taken out again`() {
    let closed = line.includingSelf

    #expect(Array(closed.neighbours(of: 1)) == [0, 1, 2])
    #expect(Array(closed.neighbours(of: 3)) == [3])
    #expect(closed.cardinalities == line.cardinalities)
    #expect(closed.includingSelf == closed)
    #expect(closed.excludingSelf == line)
  }

  @Test func `lists of neighbours and compressed rows are the same weights`() {
    #expect(SpatialWeights(rows: [[1], [2, 0], [1], []]) == line)
    #expect(SpatialWeights(offsets: [0], neighbours: []).count == 0)
  }
}
