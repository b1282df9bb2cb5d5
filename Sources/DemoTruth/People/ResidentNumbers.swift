/// Gives out the sequences of resident IDs so that no two people of one region share one.
enum ResidentNumbers {
  /// Sets the sequence of everyone, by region and birth day in the order of the people.
  ///
  /// A day of a region has 500 slots of two sequences, the odd one for men (GB 11643-1999). Those who
  /// follow each other in the list get slots that do: twins have neighbouring numbers. Those who come from one
  /// region into several districts of the city have slots of their own in each: a tenth of them.
  static func assign(_ persons: inout [Person], in division: Division) {
    let shift = 500 / Division.all.count
    let own = Origin.own + UInt16(division.number)
    var keys = [UInt64](repeating: 0, count: persons.count)
    for (place, person) in persons.enumerated() {
      let day = UInt64(Int64(person.birth) + 100_000)
      keys[place] = UInt64(person.region) << 44 | day << 24 | UInt64(place)
    }
    keys.sort()
    var (group, slot, first, most) = (UInt64.max, 0, 0, 500)
    for key in keys {
      if key >> 24 != group {
        (group, slot) = (key >> 24, 0)
        var draw = Draw(0x5EED, Int(group))
        let isOwn = group >> 20 == UInt64(own)
        first = draw.below(500) + (isOwn ? 0 : shift * division.number)
        most = isOwn || division.number == 0 ? 500 : shift
      }
      let place = Int(key & 0xFF_FFFF)
      precondition(slot < most, "more than \(most) people of one region have one birth day")
      let sequence = (first + slot) % 500 * 2 + (persons[place].sex == .male ? 1 : 0)
      persons[place].sequence = UInt16(sequence)
      slot += 1
    }
  }
}
