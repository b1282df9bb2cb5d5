import Testing

@testable import HotSpots

struct CounterStreamTests {
  @Test func `words are those of SplitMix64`() {
    // The first words of the published generator from state 0.
    var counter: UInt64 = 0
    var words: [UInt64] = []
    for _ in 0..<3 {
      counter &+= CounterStream.step
      words.append(CounterStream.mix(counter))
    }

    #expect(words == [0xE220_A839_7B1D_CDAF, 0x6E78_9E6A_A1B9_65F4, 0x06C4_5D18_8009_454F])
  }

  @Test func `a stream is a function of seed, key and permutation`() {
    let base = CounterStream.base(seed: 1, key: 7)
    var one = CounterStream(base: base, permutation: 3)
    var same = CounterStream(base: CounterStream.base(seed: 1, key: 7), permutation: 3)
    let first = (0..<9).map { _ in one.next() }

    #expect(first == (0..<9).map { _ in same.next() })
    for (seed, key, permutation) in [(2, 7, 3), (1, 8, 3), (1, 7, 4)] as [(UInt64, UInt64, Int)] {
      var other = CounterStream(
        base: CounterStream.base(seed: seed, key: key), permutation: permutation)
      #expect(first != (0..<9).map { _ in other.next() })
    }
  }

  @Test(arguments: [1, 2, 3, 7, 100, 1000])
  func `bounded integers are uniform over streams and within one`(range: Int) {
    let bound = CounterStream.Bound(range)
    var counts = [Int](repeating: 0, count: range)
    for permutation in 0..<5000 {
      var stream = CounterStream(
        base: CounterStream.base(seed: 5, key: 11), permutation: permutation)
      for _ in 0..<5 {
        let word = stream.next()
        for half in [UInt32(truncatingIfNeeded: word), UInt32(truncatingIfNeeded: word >> 32)] {
          if let index = bound.index(for: half) { counts[Int(index)] += 1 }
        }
      }
    }

    #expect(chiSquareDeviate(counts) < 4)
  }

  @Test func `the refused share of words is what does not divide evenly`() {
    #expect(CounterStream.Bound(1).rejected == 0)
    #expect(CounterStream.Bound(1 << 20).rejected == 0)
    #expect(CounterStream.Bound(3).rejected == 1)
    #expect(CounterStream.Bound(Int(UInt32.max)).rejected == 1)
  }
}

/// How far counts are from equal, as a standard deviate of chi-square.
func chiSquareDeviate(_ counts: [Int]) -> Double {
  guard counts.count > 1 else { return 0 }
  let expected = Double(counts.reduce(0, +)) / Double(counts.count)
  let chiSquare = counts.reduce(0) { sum, count in
    sum + (Double(count) - expected) * (Double(count) - expected) / expected
  }
  let freedom = Double(counts.count - 1)
  return (chiSquare - freedom) / (2 * freedom).squareRoot()
}
