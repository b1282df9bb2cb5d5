import Datasets

extension ReasonWords {
  /// What the named checks find, module by module.
  static func template(of reason: CheckReason) -> Wording {
    switch reason {
    case .china(let reason): template(of: reason)
    }
  }

  private static func template(of reason: ChinaReason) -> Wording {
    switch reason {
    case .residentIDForm:
      Wording("is not a resident ID: 18 digits, the last may be X", "不是身份证号：应为 18 位数字，末位可为 X")
    case .residentIDDate:
      Wording("the date of birth in the resident ID is not a date", "身份证号中的出生日期无效")
    case .residentIDCheck:
      Wording("the check character of the resident ID is wrong", "身份证号校验码错误")
    case .creditCodeForm:
      Wording(
        "is not a social credit code: 18 digits or capitals", "不是统一社会信用代码：应为 18 位数字或大写字母")
    case .creditCodeCheck:
      Wording("the check character of the credit code is wrong", "统一社会信用代码校验码错误")
    case .mobile: Wording("is not a mobile number of 11 digits", "不是 11 位手机号码")
    case .residentIDLegacy:
      Wording("is a resident ID of 15 digits; kept as 18", "是 15 位身份证号；已按 18 位保存")
    case .organisationCodeForm:
      Wording(
        "is not an organisation code: 8 characters and a check character",
        "不是组织机构代码：应为 8 位代码加 1 位校验码")
    case .organisationCodeCheck:
      Wording("the check character of the organisation code is wrong", "组织机构代码校验码错误")
    case .organisationCodeEmbedded:
      Wording(
        "the organisation code within the credit code has a wrong check character",
        "统一社会信用代码中的组织机构代码校验码错误")
    case .registrationNumberForm:
      Wording("is not a registration number of 15 digits", "不是 15 位工商注册号")
    case .registrationNumberCheck:
      Wording("the check digit of the registration number is wrong", "工商注册号校验码错误")
    case .registrationNumberLegacy:
      Wording("is a registration number of 13 digits", "是 13 位旧工商注册号")
    case .phone: Wording("is not a telephone number", "不是电话号码")
    case .plate: Wording("is not a number plate", "不是机动车号牌号码")
    case .divisionCode:
      Wording(
        "is not a division code of 6, 9, 12 or 15 digits whose levels agree",
        "不是 6、9、12 或 15 位且各级一致的区划代码")
    }
  }
}
