import Datasets
import DemoTruth
import Time

/// What can be read of the manifests of the demonstration, which the catalogue of data lists.
enum CatalogueFacts {
  static let table: FactTable = {
    var table = FactTable()
    table.facts = [
      "manifest.number": { .text(number($0, $1)) },
      "manifest.title": { .text($0.manifest($1).titleChinese ?? $0.manifest($1).dataset) },
      "manifest.classification": { .text(classification($0.manifest($1))) },
      "manifest.department.name": { .text(department($0.manifest($1))) },
      "manifest.department.creditCode": { .optional(creditCode($0, $1)) },
      "manifest.abstract": { .text(abstract($0.manifest($1))) },
      "manifest.format": { sight, index in
        .text(
          FilePlan(sight.manifest(index), rows: 0, number: index).form.ending.uppercased())
      },
      "manifest.headings": { .text(headings($0.manifest($1)).joined(separator: "、")) },
      "manifest.sharing#code": { .integerText(sharing($0.manifest($1))) },
      "manifest.sharingCondition": { .optional(condition($0.manifest($1))) },
      "manifest.isOpen": { .boolean($0.manifest($1).sensitivityLevel == 1) },
      "manifest.frequency": { .text(frequency($0.manifest($1))) },
      "manifest.publishedOn": { .day(publishedOn($0, $1)) },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "gsb_catalog": RowRule(count: { $0.manifests.count }) { sight, index in
      publishedOn(sight, index) <= sight.day
    }
  ]

  private static func department(_ manifest: Manifest) -> String {
    manifest.departmentChinese ?? manifest.department ?? ""
  }

  /// 307 for the catalogue of departments (GB/T 21063.4), the district, the department's place, a serial.
  private static func number(_ sight: Sight, _ index: Int) -> String {
    let manifests = sight.shared.manifests
    let own = department(manifests[index])
    var names: [String] = []
    var serial = 0
    for (place, manifest) in manifests.enumerated() {
      let name = department(manifest)
      if !names.contains(name) { names.append(name) }
      if place <= index, name == own { serial += 1 }
    }
    let place = (names.firstIndex(of: own) ?? 0) + 1
    return "307\(sight.division.code)\(Digits.padded(place, 3))/\(Digits.padded(serial, 6))"
  }

  /// 基础类: people, firms, ground and certificates; 主题类: what several departments use; else 部门类.
  private static func classification(_ manifest: Manifest) -> String {
    let base = [
      "psb_hukou_pop", "psb_std_address", "samr_market_entity", "samr_individual", "mca_social_org",
      "nrb_admin_bound", "nrb_realty", "gsb_e_cert", "nrb_landuse", "stat_zone_code",
      "mca_place_name",
    ]
    if base.contains(manifest.dataset) { return "基础类" }
    let themes = [
      "gsb_credit_eval", "ndrc_dishonest", "gsb_gov_item", "gsb_order12345", "plc_grid",
      "plc_dispute", "tax_tax_credit", "fin_subsidy_card", "emb_hazard", "mca_low_income",
    ]
    return themes.contains(manifest.dataset) ? "主题类" : "部门类"
  }

  /// The code of the office, where the district has it as a body; of the others one of its kind.
  private static func creditCode(_ sight: Sight, _ index: Int) -> String? {
    let name = department(sight.manifest(index))
    let names = sight.shared.manifests.map { department($0) }
    guard let first = names.firstIndex(of: name) else { return nil }
    // Utilities are companies of the city.
    let kind = name.hasPrefix("公用事业") ? "91" : name == "残联" ? "13" : "11"
    return PersonalNumber.credit(
      kind: kind, index: 10_000_000 + first * 4_507, region: sight.division.code)
  }

  private static func headings(_ manifest: Manifest) -> [String] {
    manifest.fields.map { $0.titleChinese ?? $0.name }
  }

  private static func abstract(_ manifest: Manifest) -> String {
    let headings = headings(manifest)
    let some = headings.prefix(5).joined(separator: "、")
    let title = manifest.titleChinese ?? manifest.dataset
    return "\(title)\(title.hasSuffix("信息") ? "" : "信息")，包括\(some)等\(headings.count)项内容，由"
      + "\(department(manifest))\(frequency(manifest))更新"
  }

  /// By `open-condition.csv`, from the sensitivity.
  private static func sharing(_ manifest: Manifest) -> Int {
    switch manifest.sensitivityLevel ?? 2 {
    case 1: 1
    case 4: 3
    default: 2
    }
  }

  private static func condition(_ manifest: Manifest) -> String? {
    switch manifest.sensitivityLevel ?? 2 {
    case 1: nil
    case 2: "供政务部门履行职责使用，不得用于其他用途"
    case 3: "含个人信息，须经提供部门审核同意后按最小必要原则共享"
    default: "涉及个人敏感信息，仅限提供部门内部使用，确需使用的以核验方式提供"
    }
  }

  private static func frequency(_ manifest: Manifest) -> String {
    switch manifest.frequency {
    case .daily: "每日"
    case .weekly: "每周"
    case .monthly: "每月"
    case .quarterly: "每季度"
    case .yearly: "每年"
    default: "不定期"
    }
  }

  /// The catalogue went out in parts from 2021 to 2025 (assumption), on working days.
  private static func publishedOn(_ sight: Sight, _ index: Int) -> Int32 {
    var draw = Draw(Draw.stream(sight.shared.seed, "catalogue.day"), index)
    var day = Int32(Day(number: 2021_03_01).ordinal) + Int32(draw.below(1_700))
    while [0, 6].contains(Day(ordinal: Int(day)).weekday) { day += 1 }
    return day
  }
}

extension Sight {
  func manifest(_ index: Int) -> Manifest { shared.manifests[index] }
}
