/// What a dated fact about a person says.
package enum FactKind: UInt8, Sendable, CaseIterable {
  /// 残疾: detail is the category (1 to 7), level the degree (1 to 4).
  case disability
  /// 残疾人证 in force; detail and level as above.
  case disabilityCard
  /// 困难残疾人生活补贴 and 重度残疾人护理补贴.
  case disabilityLivingSubsidy
  case disabilityCareSubsidy
  /// 退役军人, from the day of discharge; level tells the service: see ``MilitaryService``.
  case veteran
  /// 中共党员, from the day of joining.
  case partyMember
  /// 职工基本养老保险: detail 110 for firms, 120 for public institutions.
  case employeePension
  /// 城乡居民基本养老保险.
  case residentPension
  /// A pension is paid: detail 110, 120 or 170.
  case pensionPaid
  /// 职工医保 and 城乡居民医保.
  case employeeMedical
  case residentMedical
  /// 登记失业.
  case unemployed
  /// 最低生活保障: detail 1 in town, 2 in a village.
  case minimumLiving
  /// 低保边缘 (detail 1), 刚性支出困难 (2).
  case lowIncome
  /// 特困供养: detail 1 in a home, 2 at home; level the care (1 to 3).
  case extremePoverty
  /// 临时救助: one payment, on the first day, of the years since July 2024; detail the reason.
  case temporaryAid
  /// 高龄津贴, from the month after the 80th birthday.
  case ageAllowance
  /// 独居 (detail 1) and 空巢 (detail 2) elders.
  case lonelyElder
  /// 留守儿童.
  case leftBehindChild
  /// 孤儿 (1), 事实无人抚养 (2), 困境儿童 (3).
  case hardshipChild
  /// 计生特殊家庭: detail 1 or 2 (`birth-kind.csv`).
  case specialFamily
  /// 居住证: detail the reason of the stay (`stay-reason.csv`).
  case residencePermit
  /// 公益性岗位.
  case publicJob
  /// A grant for severe illness: 大病保险 paid on the first day.
  case illnessInsurance
}
