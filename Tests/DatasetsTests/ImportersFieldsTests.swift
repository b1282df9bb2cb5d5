import Testing

@testable import Datasets

/// What the fields of the district's manifests have in common.
@Suite struct `The fields of the manifests in Importers` {
  let district: [Manifest]

  init() throws { district = try `The manifests in Importers`.district() }

  private func everyField(_ body: (Manifest, ManifestField) -> Void) {
    for manifest in district {
      for field in manifest.fields { body(manifest, field) }
    }
  }

  @Test func `a field whose name says resident ID is checked as one and protected`() {
    everyField { manifest, field in
      guard field.name == "resident_id" || field.name.hasSuffix("_resident_id") else { return }
      #expect(field.checks.map(\.name) == ["cn.resident-id"], "\(manifest.dataset).\(field.name)")
      #expect(field.sensitivity != .none, "\(manifest.dataset).\(field.name)")
    }
  }

  @Test func `a field whose name says credit code is checked as one`() {
    everyField { manifest, field in
      guard field.name == "credit_code" || field.name.hasSuffix("_credit_code") else { return }
      #expect(field.checks.map(\.name) == ["cn.credit-code"], "\(manifest.dataset).\(field.name)")
    }
  }

  @Test func `names, births, homes, mobiles and bank accounts of people are protected`() {
    let personal: Set<String> = [
      "full_name", "former_name", "head_name", "guardian_name", "legal_representative",
      "birth_date", "residence_address", "registered_address", "household_number", "phone",
      "guardian_phone", "bank_tail", "monthly_amount",
    ]
    everyField { manifest, field in
      guard personal.contains(field.name) || field.checks.contains(where: \.isPersonal) else {
        return
      }
      #expect(field.sensitivity != .none, "\(manifest.dataset).\(field.name)")
    }
  }

  @Test func `a data set of sensitivity 4 protects a field, one of sensitivity 1 no resident ID`() {
    for manifest in district {
      let isProtecting = manifest.fields.contains { $0.sensitivity != .none }
      let hasResidents = manifest.fields.contains {
        $0.checks.map(\.name).contains("cn.resident-id")
      }
      #expect(manifest.sensitivityLevel != nil, "\(manifest.dataset)")
      if manifest.sensitivityLevel == 4 { #expect(isProtecting, "\(manifest.dataset)") }
      if manifest.sensitivityLevel == 1 { #expect(!hasResidents, "\(manifest.dataset)") }
    }
  }

  @Test func `a table of people knows them by their resident ID, or by what stands for it`() {
    // Passports, and the staff number of grid workers and mediators.
    let others = ["psb_foreigner", "plc_grid_staff", "jus_mediator"]
    for manifest in district where manifest.subject == .person {
      #expect(!manifest.identity.isEmpty, "\(manifest.dataset)")
      if others.contains(manifest.dataset) { continue }
      #expect(manifest.identity.first == ["resident_id"], "\(manifest.dataset)")
    }
  }

  @Test func `the same name has the same type in all data sets`() {
    var types: [String: FieldType] = [:]
    everyField { manifest, field in
      let type = types[field.name] ?? field.type
      types[field.name] = type
      #expect(type == field.type, "\(manifest.dataset).\(field.name)")
    }
  }
}
