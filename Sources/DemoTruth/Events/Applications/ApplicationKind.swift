/// What people and firms apply for at the service halls.
package enum ApplicationKind: UInt8, Sendable, CaseIterable {
  case birth, movedIn, movedWithin, death, residencePermit
  case marriage, divorce, ageAllowance, minimumLiving
  case joblessness, pension, residentPension, staff
  case medicalMembership, disabilityCard
  case company, soleTrader, closure, soleTraderClosure
  case title, inheritance, lease
  case food, health, hotel, medical, school, drugs, transport, culture, pollution, otherLicence

  /// The departments of the halls, in the order of their numbers in the halls' codes.
  package static let departments = [
    "公安分局", "民政局", "人力资源和社会保障局", "医疗保障局", "残疾人联合会", "市场监督管理局",
    "自然资源和规划局", "住房和城乡建设局", "卫生健康局", "教育体育局", "交通运输局", "文化和旅游局",
    "生态环境分局", "行政审批局",
  ]

  /// The place of the department in ``departments``, the item, its place in the department's list of items,
  /// and how many working days it may take; 0 for what is done at once.
  ///
  /// The items are those of the usual lists of a district's hall; the days are the promised ones
  /// (assumption, half of the statutory ones).
  private static let table: [(department: Int, item: String, serial: Int, days: Int)] = [
    (0, "出生登记", 1, 0), (0, "户口迁入审批（市外迁入）", 2, 5), (0, "市内户口移居登记", 3, 0),
    (0, "死亡、宣告死亡注销户口登记", 4, 0), (0, "居住证申领", 11, 7),
    (1, "内地居民结婚登记", 1, 0), (1, "内地居民离婚登记", 2, 0), (1, "高龄津贴申领", 21, 10),
    (1, "最低生活保障对象认定", 23, 15), (2, "失业登记", 1, 3), (2, "养老保险待遇领取申请", 12, 10),
    (2, "城乡居民基本养老保险参保登记", 13, 1), (2, "单位职工参保登记", 14, 1),
    (3, "城乡居民基本医疗保险参保登记", 2, 1), (4, "残疾人证新办", 1, 12),
    (5, "公司设立登记", 1, 1), (5, "个体工商户注册登记", 2, 0), (5, "公司注销登记", 3, 2),
    (5, "个体工商户注销登记", 4, 0), (6, "国有建设用地使用权及房屋所有权转移登记", 5, 3),
    (6, "不动产继承转移登记", 6, 5), (7, "房屋租赁登记备案", 8, 1),
    (5, "食品经营许可", 11, 6), (8, "公共场所卫生许可", 3, 5), (0, "旅馆业特种行业许可", 31, 8),
    (8, "医疗机构执业登记", 5, 15), (9, "民办学校办学许可", 2, 15), (5, "药品零售企业经营许可", 13, 8),
    (10, "道路货物运输经营许可", 4, 6), (11, "娱乐场所经营许可", 3, 8), (12, "排污许可证核发", 2, 12),
    (13, "其他许可事项", 9, 8),
  ]

  package var department: Int { Self.table[Int(rawValue)].department }
  package var item: String { Self.table[Int(rawValue)].item }
  package var serial: Int { Self.table[Int(rawValue)].serial }
  package var days: Int { Self.table[Int(rawValue)].days }

  /// Whether it is a permit: it is granted or refused, other things are done.
  package var isPermit: Bool { rawValue >= Self.food.rawValue || self == .movedIn }

  /// Whether a firm applies.
  package var isOfFirm: Bool {
    switch self {
    case .staff, .company, .soleTrader, .closure, .soleTraderClosure: true
    default: rawValue >= Self.food.rawValue
    }
  }

  /// The kind for a licence; nil for those that other offices than the hall's give.
  init?(_ licence: LicenceKind) {
    switch licence {
    case .foodSale, .catering, .canteen: self = .food
    case .publicHealth: self = .health
    case .hotel: self = .hotel
    case .medical: self = .medical
    case .privateSchool: self = .school
    case .drugs: self = .drugs
    case .roadTransport: self = .transport
    case .entertainment: self = .culture
    case .pollution: self = .pollution
    default: return nil
    }
  }
}
