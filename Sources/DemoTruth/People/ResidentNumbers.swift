/// Gives out the sequences of resident IDs so that no two people of one region share one.
enum ResidentNumbers {
  /// Sets the sequence of everyone, by region and birth day in the order of the people.
  ///
  /// A day of a region has 500 slots of two sequences, the odd one for men (GB 11643-1999). Those who
  /// follow each other in the list get slots that do: twins have neighbouring numbers.
  static func assign(_ persons: inout [Person]) {
    var keys = [UInt64](repeating: 0, count: persons.count)
    for (place, person) in persons.enumerated() {
      let day = UInt64(Int64(person.birth) + 100_000)
      keys[place] = UInt64(person.region) << 44 | day << 24 | UInt64(place)
    }
    keys.sort()
    var (group, slot, first) = (UInt64.max, 0, 0)
    for key in keys {
      if key >> 24 != group {
        (group, slot) = (key >> 24, 0)
        var draw = Draw(0x5EED, Int(group))
        first = draw.below(500)
      }
      let place = Int(key & 0xFF_FFFF)
      precondition(slot < 500, "more than 500 people of one region have one birth day")
      let sequence = (first + slot) % 500 * 2 + (persons[place].sex == .male ? 1 : 0)
      persons[place].sequence = UInt16(sequence)
      slot += 1
    }
  }
}
