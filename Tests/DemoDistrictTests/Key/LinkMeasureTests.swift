import DemoDistrict
import Testing

@Suite struct `Rows that are together in truth and as found` {
  @Test func `are counted in pairs`() {
    var measure = LinkMeasure<String>()
    // Found: a = {1, 1, 2}, b = {1}, c = {3, 3}; the truth of one row is not known.
    for (found, truth, source) in [
      ("a", 1, "x"), ("a", 1, "y"), ("a", 2, "x"), ("b", 1, "y"), ("c", 3, "x"), ("c", 3, "x"),
    ] {
      measure.add(found, truth, source: source)
    }
    measure.add("d", nil, source: "x")
    let result = measure.result()
    #expect(result.rows == 6 && result.unknown == 1)
    #expect(result.found == 3 && result.truths == 3)
    #expect(result.foundPairs == 4 && result.truePairs == 4 && result.rightPairs == 2)
    #expect(result.precision == 0.5 && result.recall == 0.5)
    #expect(result.wrongMerges == 1 && result.merged == [1, 2])
    #expect(result.apart == ["y": 1])
  }

  @Test(arguments: 1...20)
  func `as all pairs compared one by one`(seed: Int) {
    var state = UInt64(seed)
    let draw = { (limit: Int) -> Int in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }
    let rows = (0..<200).map { _ in (found: draw(40), truth: draw(40)) }
    var measure = LinkMeasure<Int>()
    for row in rows { measure.add(row.found, row.truth, source: "x") }
    var (found, true_, both) = (0, 0, 0)
    for (place, one) in rows.enumerated() {
      for other in rows[(place + 1)...] {
        if one.found == other.found { found += 1 }
        if one.truth == other.truth { true_ += 1 }
        if one == other { both += 1 }
      }
    }
    let result = measure.result()
    #expect(result.foundPairs == found && result.truePairs == true_ && result.rightPairs == both)
  }

  @Test func `are right where there is nothing to compare`() {
    let result = LinkMeasure<Int>().result()
    #expect(result.precision == 1 && result.recall == 1 && result.found == 0)
  }
}
