/// Where people can work and learn: what lives need to know of firms and schools.
package struct Workplaces: Sendable {
  /// What someone looks for who needs a place: random bits of theirs, the community where they live,
  /// the first day, and of pupils the district of a primary school.
  package struct Search: Sendable {
    package var bits: UInt64
    package var community: Int32
    package var day: Int32
    package var area: Int16 = -1
  }

  /// An employer that is there on the first day: its place in `firms`, -1 for none, and the day after
  /// its last one, `Person.open` for one that goes on.
  package var employer: @Sendable (Search, Occupation) -> (firm: Int32, end: Int32)
  /// A school of a stage that is there on the first day: its place in `firms`, -1 for none.
  package var school: @Sendable (Search, Enrolment.Stage) -> Int32

  package init(
    employer: @escaping @Sendable (Search, Occupation) -> (firm: Int32, end: Int32),
    school: @escaping @Sendable (Search, Enrolment.Stage) -> Int32
  ) {
    (self.employer, self.school) = (employer, school)
  }

  /// So many employers of very unequal sizes, and one school of each stage for so many communities:
  /// for tests of lives alone.
  package static func numbered(employers: Int, communitiesPerSchool: Int = 6) -> Workplaces {
    Workplaces(
      employer: { search, occupation in
        guard occupation != .farmer, occupation != .fisher else { return (-1, Person.open) }
        // The cube of an even draw: the first hundredth of the firms has a fifth of the people.
        let unit = Double(search.bits >> 11) * 0x1p-53
        let firm = Int32(min(Int(unit * unit * unit * Double(employers)), employers - 1))
        return (firm, Person.open)
      },
      school: { search, _ in
        let own = search.community / Int32(max(communitiesPerSchool, 1))
        return search.bits % 20 == 0 && own > 0 ? own - 1 : own
      })
  }
}
