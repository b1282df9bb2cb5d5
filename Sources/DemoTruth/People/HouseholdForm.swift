/// How the people of a living household belong together.
package enum HouseholdForm: UInt8, Sendable, CaseIterable {
  /// 单身户.
  case single
  /// 夫妻二人: young, or with the children gone.
  case couple
  /// 核心家庭: a couple with unmarried children.
  case nuclear
  /// 三代同堂: a couple, its children and one or two of the grandparents.
  case threeGenerations
  /// 隔代: grandparents with the children of those who work elsewhere.
  case skipped
  /// 单亲.
  case singleParent
  /// 再婚: with a child of an earlier marriage.
  case remarried
  /// Brothers and sisters, or an elder with a grown-up child.
  case siblings
  case elderAndChild
  /// An elder with a live-in carer: 住家保姆.
  case withCarer
  /// 大家庭: at least seven related people in one dwelling.
  case large
  /// 合租: unrelated tenants.
  case flatShare
  /// 群租: 12 to 25 unrelated people in one flat.
  case groupRental
  /// 集体宿舍.
  case dormitory
  /// 养老机构.
  case careHome

  /// 家庭户 by the census: related people, or one person alone.
  package var isFamily: Bool { rawValue <= Self.large.rawValue }
}
