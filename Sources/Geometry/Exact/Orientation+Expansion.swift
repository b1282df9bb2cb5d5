extension Orientation {
  /// A sum of doubles that do not overlap, smallest first: its value is exact.
  ///
  /// Holds the sixteen partial products that a cross product of differences
  /// needs; none of the operations rounds (Shewchuk 1997, sections 2.1 to 2.4).
  struct Expansion {
    /// A rounded value and its rounding error; their exact sum is meant.
    typealias Pair = (head: Double, tail: Double)

    private var components = SIMD16<Double>()
    private var count = 0

    /// The sign of the exact value: that of the greatest component.
    var sign: Int {
      guard count > 0 else { return 0 }
      let greatest = components[count - 1]
      return greatest > 0 ? 1 : greatest < 0 ? -1 : 0
    }

    /// Adds the exact product of two exact pairs.
    mutating func addProduct(of a: Pair, _ b: Pair) {
      addProduct(a.tail, b.tail)
      addProduct(a.head, b.tail)
      addProduct(a.tail, b.head)
      addProduct(a.head, b.head)
    }

    private mutating func addProduct(_ a: Double, _ b: Double) {
      let product = a * b
      // A fused multiply-add rounds once, so this is the exact error.
      add((-product).addingProduct(a, b))
      add(product)
    }

    /// Grow-Expansion with zero elimination.
    private mutating func add(_ value: Double) {
      guard value != 0 else { return }
      var carried = value
      var kept = 0
      for index in 0..<count {
        let sum = Self.twoSum(carried, components[index])
        carried = sum.head
        if sum.tail != 0 {
          components[kept] = sum.tail
          kept += 1
        }
      }
      if carried != 0 {
        components[kept] = carried
        kept += 1
      }
      count = kept
    }

    /// `a` + `b` as a rounded value and its exact rounding error (Two-Sum).
    static func twoSum(_ a: Double, _ b: Double) -> Pair {
      let head = a + b
      let virtualB = head - a
      let virtualA = head - virtualB
      return (head, (a - virtualA) + (b - virtualB))
    }
  }
}
