import DemoTruth

/// Which aid each department has in its list.
enum AidRules {
  static let rules: [String: RowRule] = [
    "mca_age_allow": monthly([.ageAllowance]),
    "mca_child_hard": monthly([.hardshipChild]),
    // What ended stays for three months as 停发.
    "mca_dibao": rule([.minimumLiving]) { aid, day in
      aid.from <= day && (aid.to == Person.open || day < aid.to + 92)
    },
    "mca_tekun": monthly([.extremePoverty]),
    "mca_low_income": monthly([.lowIncome]),
    "mca_temp_aid": rule([.temporary]) { aid, day in (0..<548).contains(day - aid.from) },
    "mia_med_aid": rule([.medical]) { aid, day in (0..<365).contains(day - aid.from) },
    "dpf_disabled_subsidy": monthly([.livingSubsidy, .careSubsidy]),
    "va_benefit": monthly([.benefit]),
    "nhc_fp_special": monthly([.specialFamily]),
    "agr_antipoverty": RowRule(count: { $0.lives.aids.count }) { sight, index in
      let aid = sight.aid(index)
      return aid.kind == .watched && aid.holds(on: sight.day)
        && sight.registration(Int(aid.person)).map {
          sight.shared.lives.head(ofRegister: Int($0.register), on: sight.day) != nil
        } == true
    },
  ]

  private typealias Person = DemoTruth.Person

  private static func monthly(_ kinds: Set<AidKind>) -> RowRule {
    rule(kinds) { $0.holds(on: $1) }
  }

  private static func rule(
    _ kinds: Set<AidKind>, _ isIn: @escaping @Sendable (Aid, Int32) -> Bool
  ) -> RowRule {
    RowRule(count: { $0.lives.aids.count }) { sight, index in
      let aid = sight.aid(index)
      return kinds.contains(aid.kind) && isIn(aid, sight.day)
    }
  }
}
