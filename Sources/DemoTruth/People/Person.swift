internal import Time

/// One person of the district, or one who owns a home in it: what does not change, and the days of
/// the life that the truth tells.
///
/// Days are ordinals of `Day`; a span runs from its first day up to, not including, its end.
package struct Person: Sendable {
  /// By GB/T 2261.1.
  package enum Sex: UInt8, Sendable {
    case male = 1
    case female = 2
  }

  /// What is true of a person, each yes or no.
  package struct Traits: OptionSet, Sendable {
    package let rawValue: UInt16
    package init(rawValue: UInt16) { self.rawValue = rawValue }

    /// 流动人口: the hukou is in another city; also of those who have none, being from abroad.
    package static let floating = Self(rawValue: 1)
    /// A citizen of another country, with a passport.
    package static let foreigner = Self(rawValue: 2)
    /// From Hong Kong, Macao or Taiwan, with a permit.
    package static let compatriot = Self(rawValue: 4)
    /// Born on one day with the person before; their numbers follow each other.
    package static let twin = Self(rawValue: 8)
    /// 收养: came into the family as a child; the former name is in `people.formerNames`.
    package static let adopted = Self(rawValue: 16)
    /// A child of an earlier marriage of one of the couple.
    package static let stepchild = Self(rawValue: 32)
    /// Owns a home here and never lived in it: no household, no residence.
    package static let ownerElsewhere = Self(rawValue: 64)
    /// Left for a university on the day that the membership ends.
    package static let leftToStudy = Self(rawValue: 128)
    /// Came here by moving the hukou in; the number still has the region of birth.
    package static let movedIn = Self(rawValue: 256)
    /// Lives in the household that cares for, without being related: a live-in carer.
    package static let carer = Self(rawValue: 512)
    /// 外地务工父母的留守儿童: lives with grandparents while the parents work elsewhere.
    package static let leftBehind = Self(rawValue: 1_024)
    /// One of `people.plants`.
    package static let planted = Self(rawValue: 2_048)
    /// Had a child in an earlier marriage or was married before the present one.
    package static let marriedBefore = Self(rawValue: 4_096)
  }

  /// The end of what had not ended by the last day of the truth.
  package static let open = Int32.max

  package var birth: Int32
  /// The day of death, or `open`.
  package var death = Self.open
  /// The first day as a member of the household.
  package var joined: Int32
  /// The day on which the person no longer is one, or `open`.
  package var left = Self.open
  /// The place in `people.households`; -1 for an owner who lives elsewhere.
  package var household: Int32 = -1
  /// The places of the parents in `people`; -1 where they are not in it.
  package var father: Int32 = -1
  package var mother: Int32 = -1
  package var traits: Traits = []
  package var name = PersonName()
  /// The region of the number less 990000: 101 for the district's own.
  package var region: UInt16 = 101
  /// The sequence of the number, odd for men.
  package var sequence: UInt16 = 0
  /// The relation to the head of the living household by GB/T 4761; 2 for the head.
  package var relation: UInt8 = 2
  /// By GB/T 3304.
  package var ethnicGroup: UInt8 = 1
  package var sex: Sex

  package init(birth: Int32, joined: Int32, sex: Sex) {
    (self.birth, self.joined, self.sex) = (birth, joined, sex)
  }

  /// The whole years of age on a day.
  package func age(on day: Int32) -> Int {
    let (now, then) = (Day(ordinal: Int(day)), Day(ordinal: Int(birth)))
    let hadBirthday = (now.month, now.day) >= (then.month, then.day)
    return now.year - then.year - (hadBirthday ? 0 : 1)
  }

  /// Whether the person is born and not dead on a day.
  package func isAlive(on day: Int32) -> Bool { birth <= day && day < death }

  /// The day from which the person is no member of the household any more, dead or gone.
  package var end: Int32 { min(left, death) }
}
