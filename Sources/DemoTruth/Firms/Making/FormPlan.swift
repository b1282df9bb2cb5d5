/// Legal forms, lives, capital and staff by kind of premises and form.
enum FormPlan {
  /// Weights of the first eleven forms, from sole trader to cooperative, by kind of premises.
  ///
  /// Over all about two thirds are sole traders: 124 of 184 million entities at the end of 2023
  /// (state administration for market regulation), 2.2 million cooperatives. Of companies 0.6 %
  /// have capital from Hong Kong, Macao and Taiwan, 0.6 % foreign and 0.4 % are state owned
  /// (fourth economic census, 2018).
  private static let forms = [
    [870, 62, 40, 1, 1, 1, 5, 1, 1, 18, 0],
    [880, 56, 34, 1, 1, 1, 4, 2, 2, 20, 0],
    [210, 400, 250, 4, 4, 26, 14, 8, 8, 60, 0],
    [260, 430, 220, 4, 8, 3, 30, 12, 12, 16, 0],
    [480, 120, 40, 4, 1, 1, 10, 1, 1, 4, 320],
  ].map { CumulativeWeights($0) }
  private static let companies = CumulativeWeights([0, 560, 340, 4, 5, 20, 0, 8, 8, 40])

  static func draw(group: Int, trade: Trade, _ draw: inout Draw) -> LegalForm {
    let part = draw.below(100)
    let form = LegalForm(rawValue: UInt8(forms[group].draw(&draw))) ?? .soleTrader
    switch trade.forms {
    case "s": return part < 92 ? .soleTrader : form
    case "b" where part < 30: return .branch
    case "c" where form == .soleTrader || form == .soleProprietorship:
      return LegalForm(rawValue: UInt8(companies.draw(&draw))) ?? .limited
    case "l": return .lawFirm
    case "p": return trade.code == "9521" ? .socialGroup : .nonProfit
    default: break
    }
    return form == .cooperative && trade.section != "A" ? .soleTrader : form
  }

  /// Half of firms live so long, in years.
  ///
  /// Companies: of those founded 68.9 % lived after 5 years, 49.6 % after 9, 38.8 % after 13
  /// (state administration for industry and commerce, 2013, on all of 2000 to 2012): a constant
  /// rate of about 7.5 % a year. Sole traders: shorter by a third (assumption).
  static func halfLife(_ form: LegalForm) -> Double {
    switch form {
    case .soleTrader: 7
    case .stateOwned, .jointStock: 20
    case .foreign, .hongKong: 13
    case .lawFirm, .socialGroup, .nonProfit: 18
    default: 9.6
    }
  }

  /// Capital and staff.
  ///
  /// Staff: 43 % of companies are registered and do nothing (58 million enterprises in the register
  /// of 2023, 33 million legal entities in the census of that year). The others by the classes of
  /// the fourth economic census: micro 85.3 %, small 13.2 %, medium 1.3 %, large 0.2 %, taken here
  /// as under 10, 100, 300 and more people. Sole traders: 2.04 people each (fifth census).
  static func size(_ firm: inout Firm, area: Int, _ draw: inout Draw) {
    if firm.form == .soleTrader {
      firm.staff = Int32([1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4, 6][draw.below(13)])
      if draw.happens(12_000) { firm.staff = Int32(draw.logUniform(7, 30)) }
      firm.capital = Int32([2, 5, 10, 10, 20, 30, 50, 50, 80, 100, 100, 200, 500][draw.below(13)])
      return
    }
    if firm.form == .branch {
      firm.staff = Int32(draw.logUniform(2, 16))
      return
    }
    let part = draw.below(1_000)
    firm.isDormant = firm.form != .lawFirm && draw.happens(430_000)
    if !firm.isDormant {
      switch part {
      case ..<853: firm.staff = Int32(draw.logUniform(1, 9.99))
      case ..<985: firm.staff = Int32(draw.logUniform(10, 99.9))
      case ..<998: firm.staff = Int32(draw.logUniform(100, 299))
      default: firm.staff = Int32(draw.logUniform(300, 3_000))
      }
      // No more people than there is room for: 4 m2 each.
      firm.staff = min(firm.staff, Int32(max(area / 4, 9)))
    }
    switch firm.form {
    case .lawFirm, .socialGroup, .nonProfit: firm.capital = [30, 50, 100, 100][draw.below(4)]
    default:
      firm.capital =
        [
          100, 300, 500, 500, 1_000, 1_000, 1_000, 1_000, 2_000, 2_000, 3_000, 5_000, 5_000, 10_000,
        ][
          draw.below(14)]
      // The tail: one in fourteen from 10 to 300 million yuan, so that one in fifty has 100 million (assumption).
      if firm.form != .cooperative, draw.happens(70_000) {
        let step: Int32 = 5_000
        firm.capital = Int32(draw.logUniform(10_000, 300_000)) / step * step
      }
    }
  }
}
