/// A primary organisation of the Party (基层党组织).
package struct PartyOrganisation: Sendable {
  package enum Kind: UInt8, Sendable {
    /// 党委, of a hundred members and more, and of streets and towns.
    case committee
    /// 党总支, of fifty and more.
    case general
    /// 党支部.
    case branch
    /// 联合党支部: of several firms.
    case joint

    /// By how many members it has (党章 and 支部工作条例, 2018).
    init(members: Int) { self = members >= 100 ? .committee : members >= 50 ? .general : .branch }
  }

  /// Of what it is.
  package enum Owner: Sendable, Hashable {
    /// 机关, 教育, 卫生健康, 两新: what stands beside the streets.
    case system(Int)
    case street(Int)
    case community(Int)
    /// Some grids of a community: the number of the branch, from 1.
    case grids(Int, number: Int)
    case firm(Int)
    /// The firms of a street without one of their own.
    case firms(ofStreet: Int)
  }

  package var kind: Kind
  package var owner: Owner
  /// The place of the one above in the tree; -1 where that is the district's committee.
  package var parent: Int32
  /// Three digits for each level below the district.
  package var code: String
  /// Where it sits: a place in `homes.premises`, or -1.
  package var premises: Int32
  package var founded: Int32
  /// The day after the last one, or `Person.open`.
  package var to: Int32 = Person.open
}
