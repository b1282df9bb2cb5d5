/// Where the things of each owner begin in a list that is ordered by owner.
package struct SpanIndex: Sendable {
  private var starts: [Int32] = []

  init() {}

  /// - Parameters:
  ///   - count: how many owners there are.
  ///   - things: how many things there are.
  ///   - owner: the owner of a thing; things are in the order of their owners.
  init(count: Int, things: Int, owner: (Int) -> Int32) {
    starts = [Int32](repeating: 0, count: count + 1)
    for thing in 0..<things { starts[Int(owner(thing)) + 1] += 1 }
    for place in 0..<count { starts[place + 1] += starts[place] }
  }

  /// How many owners there are.
  package var count: Int { max(starts.count - 1, 0) }

  /// The places of the things of an owner.
  package subscript(owner: Int) -> Range<Int> { Int(starts[owner])..<Int(starts[owner + 1]) }

  /// The places of many things by owner, kept in their order within one, and where each owner's begin.
  static func order(count: Int, owners: [Int32]) -> (index: SpanIndex, order: [Int32]) {
    var index = SpanIndex()
    index.starts = [Int32](repeating: 0, count: count + 1)
    for owner in owners where owner >= 0 { index.starts[Int(owner) + 1] += 1 }
    for place in 0..<count { index.starts[place + 1] += index.starts[place] }
    var next = index.starts
    var order = [Int32](repeating: 0, count: Int(index.starts[count]))
    for (thing, owner) in owners.enumerated() where owner >= 0 {
      order[Int(next[Int(owner)])] = Int32(thing)
      next[Int(owner)] += 1
    }
    return (index, order)
  }
}
