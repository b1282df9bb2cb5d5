/// What the state gives to people and families in need, or for what they did.
package enum AidKind: UInt8, Sendable, CaseIterable {
  /// 最低生活保障: each member of the family has one; detail 1 in town, 2 in a village.
  case minimumLiving
  /// 低保边缘家庭 (detail 1), 刚性支出困难家庭 (2): each member has one.
  case lowIncome
  /// 特困供养: detail 1 in a home, 2 at home; level the care (1 to 3).
  case extremePoverty
  /// 高龄津贴.
  case ageAllowance
  /// 孤儿 (detail 1), 事实无人抚养儿童 (2), 困境儿童 (3).
  case hardshipChild
  /// 困难残疾人生活补贴 and 重度残疾人护理补贴; level that of the disability.
  case livingSubsidy
  case careSubsidy
  /// 计生特殊家庭: detail 1 lost, 2 disabled (`birth-kind.csv`).
  case specialFamily
  /// 优抚: detail by `benefit-kind.csv`; level the grade of a wound, or the years of service.
  case benefit
  /// 防返贫监测: the head of a household under watch; detail 1 to 3.
  case watched
  /// 临时救助: a grant; detail 1 to 7 the reason.
  case temporary
  /// 医疗救助: a grant; detail 1 住院, 2 门诊, 3 资助参保, 4 一次性.
  case medical

  /// Whether it is a single payment instead of one a month.
  package var isGrant: Bool { self == .temporary || self == .medical }
}

/// Aid that a person has, from its first day up to, not including, its end; of grants the day of the decision.
package struct Aid: Sendable, Hashable {
  package var person: Int32
  /// Who applied for the family: a member of it; else the person.
  package var applicant: Int32
  package var from: Int32
  /// The day on which it no longer holds, or `Person.open`.
  package var to: Int32
  /// The number of the family among those that have aid, in the order of the households; -1 for none.
  package var family: Int32 = -1
  /// Hundredths of a yuan, of grants.
  package var cents: Int32 = 0
  /// The income a head, in thousandths of the line of the day.
  package var income: UInt16 = 0
  package var kind: AidKind
  package var detail: UInt8 = 0
  package var level: UInt8 = 0
  /// Why, by `poverty-risk.csv`: 1 illness, 2 school, 3 disability, 4 disaster, 5 no labour, 99 else.
  package var cause: UInt8 = 0

  /// Whether it is given on a day.
  package func holds(on day: Int32) -> Bool { from <= day && day < to }
}
