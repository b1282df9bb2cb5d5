internal import Time

/// Something that was put into the district so that a method can be proved on it.
package struct Plant: Sendable {
  package enum Kind: UInt8, Sendable, CaseIterable {
    /// Two children of one birth day, one surname and numbers that follow each other.
    case twins
    /// A father and a son of one name.
    case namesakes
    /// One of the men named 张伟 who were born on one day.
    case zhangWei
    /// A flat let to unrelated people.
    case coTenants
    /// A dormitory of 400.
    case dormitory
    /// A head of a household in a second marriage.
    case remarriedHead
    /// An adopted child whose name was changed.
    case adoptee
    /// 12 to 25 people in one flat.
    case groupRental
    /// At least seven related people in one flat.
    case largeFamily
    /// A flat that its owners, who live elsewhere in the district, leave empty.
    case secondHome

    /// How many of them a district of 400,000 people has; a smaller one has its share.
    package var fullCount: Int {
      switch self {
      case .twins: 60
      case .namesakes, .adoptee: 40
      case .zhangWei: 300
      case .coTenants: 200
      case .dormitory: 2
      case .remarriedHead: 50
      case .groupRental, .largeFamily, .secondHome: 30
      }
    }

    /// How many of them a district of so many people has: at least one.
    package func count(of people: Int) -> Int {
      max(1, fullCount * min(people, 400_000) / 400_000)
    }
  }

  package var kind: Kind
  package var dwelling: Int32
  /// The place of the household, or of the owners' one for a second home.
  package var household: Int32
  /// The two twins, the father and the son, the one 张伟, the head, the child; else everyone who
  /// lives there on the day of month 1.
  package var members: [Int32]

  /// The birth day of every planted 张伟.
  package static let zhangWeiBirth = Int32(Day(number: 1985_10_01).ordinal)
}
