/// The legal forms of organisations, with the codes that registers have for them.
package enum LegalForm: UInt8, Sendable, CaseIterable {
  case soleTrader, limited, onePerson, stateOwned, jointStock, partnership, soleProprietorship
  case foreign, hongKong, branch, cooperative
  case lawFirm, notary, legalService, forensic
  case socialGroup, nonProfit, foundation, committee
  case government, institution, massOrganisation, religious, collective

  /// The first two characters of the credit code (GB 32100-2015, annex A; 54 for the committees of
  /// residents and villagers as the ministry of civil affairs gives them).
  package var creditKind: String {
    switch self {
    case .soleTrader: "92"
    case .limited, .onePerson, .stateOwned, .jointStock, .partnership, .soleProprietorship,
      .foreign, .hongKong, .branch:
      "91"
    case .cooperative: "93"
    case .lawFirm: "31"
    case .notary: "32"
    case .legalService: "33"
    case .forensic: "34"
    case .socialGroup: "51"
    case .nonProfit: "52"
    case .foundation: "53"
    case .committee: "54"
    case .government: "11"
    case .institution: "12"
    case .massOrganisation: "13"
    case .religious: "71"
    case .collective: "N2"
    }
  }

  /// The class in the register of firms (`enterprise-type.csv`); nil for who is in another one.
  package var enterpriseType: String? {
    switch self {
    case .soleTrader: "9500"
    case .limited: "1130"
    case .onePerson: "1150"
    case .stateOwned: "1110"
    case .jointStock: "1200"
    case .partnership: "4530"
    case .soleProprietorship: "4540"
    case .foreign: "5000"
    case .hongKong: "6000"
    case .branch: "2000"
    case .cooperative: "9100"
    default: nil
    }
  }

  /// Whether the market supervision registers it: companies, sole traders, cooperatives.
  package var isMarketEntity: Bool { enterpriseType != nil }

  /// Whether it is in the register of enterprises: no sole trader, no public body.
  package var isEnterprise: Bool { isMarketEntity && self != .soleTrader }
}
