/// Where people can work and learn: what lives need to know of firms and schools.
package struct Workplaces: Sendable {
  /// The place of an employer in `firms`, by random bits, the community where the person lives, and
  /// the occupation; -1 for none.
  package var employer: @Sendable (_ bits: UInt64, _ community: Int32, Occupation) -> Int32
  /// The place of a school of a stage, by random bits and the community.
  package var school: @Sendable (_ bits: UInt64, _ community: Int32, Enrolment.Stage) -> Int32

  package init(
    employer: @escaping @Sendable (_ bits: UInt64, _ community: Int32, Occupation) -> Int32,
    school: @escaping @Sendable (_ bits: UInt64, _ community: Int32, Enrolment.Stage) -> Int32
  ) {
    (self.employer, self.school) = (employer, school)
  }

  /// So many employers of very unequal sizes, and one school of each stage for so many communities:
  /// for tests, and until firms are there.
  package static func numbered(employers: Int, communitiesPerSchool: Int = 6) -> Workplaces {
    Workplaces(
      employer: { bits, _, occupation in
        guard occupation != .farmer, occupation != .fisher else { return -1 }
        // The cube of an even draw: the first hundredth of the firms has a fifth of the people.
        let unit = Double(bits >> 11) * 0x1p-53
        return Int32(min(Int(unit * unit * unit * Double(employers)), employers - 1))
      },
      school: { bits, community, _ in
        let own = community / Int32(max(communitiesPerSchool, 1))
        return bits % 20 == 0 && own > 0 ? own - 1 : own
      })
  }
}
