/// Who lives where when, read from the tenures of the households.
extension People {
  /// From when to when a person lives in the district, in the truth's knowledge: empty for one who never
  /// does.
  package func presence(of person: Int) -> Range<Int32> {
    let one = persons[person]
    guard one.household >= 0 else { return 0..<0 }
    let own = households[Int(one.household)].tenures
    let from = max(one.joined, tenures[own.lowerBound].from)
    let to = min(one.end, tenures[own.upperBound - 1].to)
    return from < to ? from..<to : from..<from
  }

  /// The place of the tenure in which a person lives on a day, or nil.
  package func tenure(of person: Int, on day: Int32) -> Int? {
    let one = persons[person]
    guard one.household >= 0, one.joined <= day, day < one.end else { return nil }
    return tenure(ofHousehold: Int(one.household), on: day)
  }

  /// The place of the tenure that a household has on a day, or nil.
  package func tenure(ofHousehold household: Int, on day: Int32) -> Int? {
    households[household].tenures.first { tenures[$0].covers(day) }
  }

  /// The members of a household on a day; empty while it has no dwelling here.
  package func members(ofHousehold household: Int, on day: Int32) -> [Int32] {
    guard tenure(ofHousehold: household, on: day) != nil else { return [] }
    return households[household].members.filter {
      persons[$0].joined <= day && day < persons[$0].end
    }.map(Int32.init)
  }
}
