/// How two values stand to each other.
///
/// A value that is not known fulfils `missing` alone.
public enum Comparator: Hashable, Sendable {
  /// Equal as read.
  case exact(Int)
  /// So many edits apart at most: insertions, deletions, other characters, and neighbours swapped.
  case edit(Int, limit: Int)
  /// Days of one year, with month and day in each other's places, or two neighbouring digits
  /// swapped.
  case transposedDate(Int)
  /// Equal in so many first characters.
  case prefix(Int, length: Int)
  /// Of one list of names that stand for each other, or equal.
  case nickname(Int)
  /// Numbers, or days, that differ by so much at most.
  case within(Int, limit: Double)
  /// Each of two columns equals the other of the other row, as first and last name.
  case swapped(Int, Int)
  /// Both known and not equal.
  case differ(Int)
  /// Not known on one side at least.
  case missing(Int)
}

extension Comparator {
  /// The number of edits between two texts, counted up to a limit; more is limit + 1.
  ///
  /// Optimal string alignment: insertions, deletions, substitutions, and swaps of neighbours, none
  /// of which is edited again (Damerau 1964, in the restricted form).
  static func edits(_ left: [UInt32], _ right: [UInt32], limit: Int) -> Int {
    guard abs(left.count - right.count) <= limit else { return limit + 1 }
    if left == right { return 0 }
    let width = right.count + 1
    var (before, last) = ([Int](repeating: 0, count: width), Array(0..<width))
    var row = [Int](repeating: 0, count: width)
    for one in left.indices {
      row[0] = one + 1
      var least = row[0]
      for other in right.indices {
        var cost = last[other] + (left[one] == right[other] ? 0 : 1)
        cost = min(cost, last[other + 1] + 1, row[other] + 1)
        if one > 0, other > 0, left[one] == right[other - 1], left[one - 1] == right[other] {
          cost = min(cost, before[other - 1] + 1)
        }
        row[other + 1] = cost
        least = min(least, cost)
      }
      if least > limit { return limit + 1 }
      (before, last, row) = (last, row, before)
    }
    return min(last[right.count], limit + 1)
  }

  /// Whether eight digits are another day with month and day, or two neighbouring digits, swapped.
  static func areTransposed(_ left: ArraySlice<UInt8>, _ right: ArraySlice<UInt8>) -> Bool {
    let (one, other) = (Array(left), Array(right))
    guard one.count == 8, other.count == 8, one != other else { return false }
    if one[0..<4] == other[0..<4], one[4..<6] == other[6..<8], one[6..<8] == other[4..<6] {
      return true
    }
    let places = one.indices.filter { one[$0] != other[$0] }
    return places.count == 2 && places[1] == places[0] + 1 && one[places[0]] == other[places[1]]
      && one[places[1]] == other[places[0]]
  }
}
