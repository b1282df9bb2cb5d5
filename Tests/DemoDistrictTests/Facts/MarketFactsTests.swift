import Datasets
import DemoTruth
import Testing
import Time

@testable import DemoDistrict

/// What departments see of firms, their licences and their breaches.
@Suite struct `Departments see the market` {
  private static let shared = `Departments see the truth`.shared

  private static let datasets = [
    "samr_legal_rep", "samr_license", "samr_food_lic", "samr_catering", "samr_drug_lic", "samr_abn",
    "samr_ill", "samr_penalty", "tax_tax_credit", "tax_tax_arrears", "tax_abnormal_tp",
    "gsb_credit_eval", "gsb_e_cert", "iit_scale_ent", "iit_hitech", "ndrc_dishonest",
    "eeb_pollut_lic", "eeb_hazwaste", "emb_hazchem", "com_fuel", "ct_ent_venue", "psb_hotel",
    "nhc_pub_health_lic", "edu_training_inst",
  ]

  private func rows(
    _ dataset: String, _ wanted: Int = .max, month: Int = 1
  ) throws -> [[String: String]] {
    try SharedLists.small.rows(dataset, wanted, month: month)
  }

  @Test(arguments: datasets)
  func `every column can be read`(dataset: String) throws {
    #expect(try Repository.sources().unresolved(dataset).isEmpty)
  }

  @Test func `a licence has one number in all lists`() throws {
    var food: [String: [String: String]] = [:]
    for row in try rows("samr_food_lic") { food[row["licence_number"] ?? ""] = row }
    let permits = try rows("samr_license").filter { $0["permit_name"] == "食品经营许可证" }
    let certificates = try rows("gsb_e_cert").filter { $0["certificate_kind"] == "食品经营许可证" }
    let places = try rows("samr_catering")
    #expect(!permits.isEmpty && !certificates.isEmpty && !places.isEmpty)
    for permit in permits {
      // One that lapsed for more than a year is in the list of what was granted alone.
      guard let row = food[permit["licence_number"] ?? ""] else { continue }
      #expect(row["credit_code"] == permit["credit_code"])
      #expect(row["issued_on"] == permit["valid_from"] && row["valid_to"] == permit["valid_to"])
    }
    #expect(permits.contains { food[$0["licence_number"] ?? ""] != nil })
    #expect(certificates.allSatisfy { food[$0["certificate_number"] ?? ""] != nil })
    #expect(places.allSatisfy { food[$0["licence_number"] ?? ""] != nil })
  }

  @Test func `officers are those of enterprises that are registered`() throws {
    let known = Set(try rows("samr_market_entity").compactMap { $0["entity_id"] })
    let posts = try rows("samr_legal_rep")
    #expect(posts.count > 100)
    #expect(posts.allSatisfy { known.contains($0["entity_id"] ?? "") })
    var heads: [String: Int] = [:]
    for post in posts where post["is_legal_representative"] == "true" {
      heads[post["entity_id"] ?? "", default: 0] += 1
    }
    #expect(heads.values.allSatisfy { $0 == 1 })
  }

  @Test func `graded taxpayers are registered, and D is who cannot be found`() throws {
    let known = Set(try rows("tax_taxpayer").compactMap { $0["credit_code"] })
    let grades = try rows("tax_tax_credit")
    #expect(grades.count > 100 && grades.allSatisfy { known.contains($0["credit_code"] ?? "") })
    #expect(Set(grades.compactMap { $0["year"] }) == ["2025"])
    let codes = Set(grades.filter { $0["grade"] == "D" }.compactMap { $0["credit_code"] })
    let missing = try rows("tax_abnormal_tp").filter {
      ($0["declared_on"] ?? "") < "2025-12-31" && $0["released_on"] == nil
    }
    let graded = Set(grades.compactMap { $0["credit_code"] })
    for row in missing where graded.contains(row["credit_code"] ?? "") {
      #expect(codes.contains(row["credit_code"] ?? ""))
    }
  }

  @Test func `a bad assessment has its cause in a list`() throws {
    let bad = Set(
      try rows("gsb_credit_eval").filter { $0["grade"] == "差" || $0["grade"] == "中" }
        .compactMap { $0["credit_code"] })
    #expect(!bad.isEmpty)
    var causes: Set<String> = []
    for (dataset, column) in [
      ("samr_abn", "credit_code"), ("samr_ill", "credit_code"), ("samr_penalty", "credit_code"),
      ("tax_abnormal_tp", "credit_code"), ("tax_tax_arrears", "credit_code"),
    ] {
      causes.formUnion(try rows(dataset).compactMap { $0[column] })
    }
    let debtors = Set(
      try rows("ndrc_dishonest").filter { $0["holder_code_kind"] == "法人" }
        .compactMap { $0["name"] })
    let names = try rows("gsb_credit_eval").reduce(into: [String: String]()) {
      $0[$1["credit_code"] ?? ""] = $1["organisation_name"]
    }
    let without = bad.filter { !causes.contains($0) && !debtors.contains(names[$0] ?? "") }
    // Older entries and debts that were paid since are in no list any more.
    #expect(without.count * 4 <= bad.count, "\(without.count) of \(bad.count)")
  }

  @Test func `a petrol station's tanks are those of its dangerous goods`() throws {
    let stores = try rows("emb_hazchem").reduce(into: [String: String]()) {
      $0[$1["credit_code"] ?? ""] = $1["storage"]
    }
    for station in try rows("com_fuel") {
      let tonnes = (Double(station["tank_volume"] ?? "") ?? 0) * 0.8
      #expect(tonnes > 0)
      guard let store = stores[station["credit_code"] ?? ""] else { continue }
      #expect(abs((Double(store) ?? 0) - tonnes) < 0.1)
    }
  }

  @Test func `dates are in order`() throws {
    for (dataset, first, last) in [
      ("samr_food_lic", "issued_on", "valid_to"), ("samr_abn", "listed_on", "removed_on"),
      ("samr_ill", "listed_on", "removed_on"), ("tax_abnormal_tp", "declared_on", "released_on"),
      ("gsb_e_cert", "valid_from", "valid_to"), ("nhc_pub_health_lic", "issued_on", "valid_to"),
    ] {
      for row in try rows(dataset) {
        guard let end = row[last] else { continue }
        #expect(row[first] ?? "9" < end, "\(dataset)")
      }
    }
  }

  @Test func `reports are of the last month and debts of the last two quarters`() throws {
    #expect(Set(try rows("iit_scale_ent").compactMap { $0["period"] }) == ["2026-05-01"])
    #expect(Set(try rows("iit_scale_ent", month: 2).compactMap { $0["period"] }) == ["2026-06-01"])
    let quarters = Set(try rows("tax_tax_arrears").compactMap { $0["period"] })
    #expect(quarters.isSubset(of: ["2025-12-01", "2026-03-01"]))
  }

  @Test func `a key is one row's in both months`() throws {
    for dataset in Self.datasets {
      let manifest = try Repository.manifests().manifest(dataset: dataset)
      for month in 1...2 {
        let rows = try rows(dataset, 2_000, month: month)
        let keys = Set(rows.map { row in manifest.primaryKey.map { row[$0] ?? "" } })
        #expect(keys.count == rows.count, "\(dataset)")
      }
    }
  }
}
