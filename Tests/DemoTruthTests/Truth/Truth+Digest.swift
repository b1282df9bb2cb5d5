@testable import DemoTruth

extension Truth {
  /// A number over everything that is kept: different bytes, different number.
  var digest: UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ values: Int32...) {
      for value in values {
        hash = (hash ^ UInt64(truncatingIfNeeded: value)) &* 0x100_0000_01B3
      }
    }
    for one in homes.dwellings { add(one.building, Int32(one.area), Int32(one.floor)) }
    for one in homes.premises { add(one.building, Int32(one.area), Int32(one.kind.rawValue)) }
    for one in fixtures.all { add(one.number, one.grid, one.recorded) }
    for one in people.persons { for field in one.fields { add(field) } }
    for one in people.tenures { add(one.dwelling, one.household, one.from, one.to) }
    for one in people.marriages { add(one.husband, one.wife, one.from, one.to) }
    for one in lives.facts { add(one.person, one.from, one.to, Int32(one.kind.rawValue)) }
    for one in lives.jobs { add(one.person, one.employer, one.from, one.to) }
    for one in lives.enrolments { add(one.person, one.school, one.from, one.to) }
    for one in lives.registrations { add(one.person, one.register, one.from, one.to) }
    for one in lives.ownerships { add(one.dwelling, one.owner, one.coOwner, one.from, one.to) }
    for one in lives.tenancies { add(one.dwelling, one.tenant, one.from, Int32(one.rent)) }
    for one in firms.list { add(one.premises, one.from, one.to, one.staff, one.representative) }
    for one in posts.list { add(one.person, one.employer, one.grid, one.unit, one.from, one.to) }
    for one in water.plants { add(one.account, one.from, one.to) }
    for one in events.list { add(one.minute, one.building, one.person, one.firm, one.key) }
    return hash
  }
}
