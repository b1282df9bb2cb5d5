import DemoTruth
import Time

/// What can be read of certificates: of all licences by their place in the book, then of each firm its business
/// licence and two terms of its certificate as a technology enterprise, then of each person the resident card.
enum CertificateFacts {
  private enum Kind {
    case licence(Int)
    case business(firm: Int)
    case technology(firm: Int, term: Int)
    case card(person: Int)
  }

  static let table: FactTable = {
    var table = FactTable()
    table.steps["certificate.firm"] = (.firm, { firm($0, $1) ?? -1 })
    table.facts = [
      "certificate.number": { number($0, $1) },
      "certificate.kind": { .text(title($0, $1)) },
      "certificate.holderKind": { .text(firm($0, $1) == nil ? "公民身份号码" : "统一社会信用代码") },
      "certificate.holder.code": { sight, index in
        if case .card(let person) = kind(sight, index) {
          return .text(sight.people.number(of: person))
        }
        return firm(sight, index).map { .text(sight.shared.firms.code(of: $0)) } ?? .none
      },
      "certificate.holder.name": { sight, index in
        if case .card(let person) = kind(sight, index) {
          return .text(sight.people.name(of: person))
        }
        return firm(sight, index).map { .text(sight.shared.firms.name(of: $0)) } ?? .none
      },
      "certificate.issuer.name": { .text(issuer($0, $1)) },
      "certificate.issuer.creditCode": {
        .text(Authorities.code(of: issuer($0, $1), $0.shared.market.offices, in: $0.division))
      },
      "certificate.from": { .day(span($0, $1)?.from) },
      "certificate.to": { sight, index in
        let to = span(sight, index)?.to
        return .day(to == Firm.open ? nil : to)
      },
      "certificate.year": { sight, index in
        span(sight, index).map { .integer(Day(ordinal: Int($0.from)).year) } ?? .none
      },
    ]
    return table
  }()

  static let rules: [String: RowRule] = [
    "iit_hitech": RowRule(count: count) { sight, index in
      guard case .technology = kind(sight, index) else { return false }
      return holds(sight, index)
    },
    "gsb_e_cert": RowRule(count: count) { sight, index in
      switch kind(sight, index) {
      case .licence(let place):
        return holds(sight, index) && sight.shared.firms.hasName(Int(sight.licence(place).firm))
          && sight.firm(Int(sight.licence(place).firm)).isOpen(on: sight.day)
      case .business(let firm):
        return sight.firm(firm).form.isMarketEntity && sight.firm(firm).isOpen(on: sight.day)
          && sight.shared.firms.hasName(firm)
      case .technology: return holds(sight, index)
      // One in ten has the card in the telephone.
      case .card(let person):
        var draw = Draw(Draw.stream(sight.shared.seed, "certificate.card"), person)
        return draw.below(10) == 0 && sight.registration(person) != nil
          && sight.person(person).age(on: sight.day) >= 16
          && sight.people.documentKind(of: person) == 111
      }
    },
  ]

  @Sendable private static func count(_ shared: SharedTruth) -> Int {
    shared.firms.licenceBook.entries.count + shared.firms.list.count * 3
      + shared.lives.people.persons.count
  }

  private static func kind(_ sight: Sight, _ index: Int) -> Kind {
    let licences = sight.shared.firms.licenceBook.entries.count
    let firms = sight.shared.firms.list.count
    var rest = index
    if rest < licences { return .licence(rest) }
    rest -= licences
    if rest < firms { return .business(firm: rest) }
    rest -= firms
    if rest < firms * 2 { return .technology(firm: rest / 2, term: rest % 2) }
    return .card(person: rest - firms * 2)
  }

  private static func firm(_ sight: Sight, _ index: Int) -> Int? {
    switch kind(sight, index) {
    case .licence(let place): Int(sight.licence(place).firm)
    case .business(let firm), .technology(let firm, _): firm
    case .card: nil
    }
  }

  private static func span(_ sight: Sight, _ index: Int) -> (from: Int32, to: Int32)? {
    switch kind(sight, index) {
    case .licence(let place): sight.licence(place).term(on: sight.day)
    case .business(let firm): (sight.firm(firm).from, Firm.open)
    case .technology(let firm, let term): sight.shared.firms.technologyTerm(term, of: firm)
    case .card(let person): card(sight, person)
    }
  }

  /// A card of ten years to 25, of twenty to 45, then for good (law on resident cards, article 5).
  private static func card(_ sight: Sight, _ person: Int) -> (from: Int32, to: Int32) {
    let one = sight.person(person)
    let birth = Day(ordinal: Int(one.birth))
    let age = one.age(on: sight.day)
    var draw = Draw(Draw.stream(sight.shared.seed, "certificate.since"), person)
    let (given, years) = age < 26 ? (16, 10) : age < 46 ? (26, 20) : (46, 0)
    let from = WorkDays.next(
      Int32(Day.ordinal(year: birth.year + given, month: birth.month, day: birth.day))
        + Int32(draw.below(20)) - 19)
    guard years > 0 else { return (from, Firm.open) }
    let day = Day(ordinal: Int(from))
    return (from, Int32(Day.ordinal(year: day.year + years, month: day.month, day: day.day)))
  }

  private static func holds(_ sight: Sight, _ index: Int) -> Bool {
    guard let span = span(sight, index) else { return false }
    if case .licence(let place) = kind(sight, index) {
      return sight.licence(place).holds(on: sight.day)
    }
    return span.from <= sight.day && sight.day <= span.to
  }

  private static func title(_ sight: Sight, _ index: Int) -> String {
    switch kind(sight, index) {
    case .licence(let place): sight.licence(place).kind.names.name
    case .business: "营业执照"
    case .technology(let firm, _): sight.shared.firms.technology(of: firm)?.level ?? ""
    case .card: "居民身份证"
    }
  }

  private static func issuer(_ sight: Sight, _ index: Int) -> String {
    switch kind(sight, index) {
    case .licence(let place): LicenceFacts.issuer(sight.licence(place).kind, in: sight.division)
    case .business: sight.division.fullName + "市场监督管理局"
    case .technology: "临江省科学技术厅"
    case .card: LicenceFacts.police(in: sight.division)
    }
  }

  private static func number(_ sight: Sight, _ index: Int) -> DemoValue {
    switch kind(sight, index) {
    case .licence(let place):
      return FactTable.all.facts["licence.number"]?(sight, place) ?? .none
    case .business(let firm): return .text(sight.shared.firms.code(of: firm))
    case .card(let person): return .text(sight.people.number(of: person))
    case .technology(let firm, _):
      guard let span = span(sight, index),
        let level = sight.shared.firms.technology(of: firm)?.level
      else { return .none }
      let year = Day(ordinal: Int(span.from)).year
      let serial = Digits.padded((firm * 7 + 1_009) % 1_000_000, 6)
      switch level {
      case "国家高新技术企业": return .text("GR\(year)\(99 - sight.division.number)\(serial)")
      case "省科技型中小企业": return .text("\(year)\(sight.division.code)0C\(serial)")
      case "小巨人企业": return .text("XJR\(year)\(99 - sight.division.number)\(serial)")
      default: return .text("LJZJTX\(year)\(serial)")
      }
    }
  }
}

/// The credit codes of those who issue certificates.
enum Authorities {
  private static let names = [
    "云溪市格物区市场监督管理局", "云溪市市场监督管理局", "云溪市格物区烟草专卖局", "云溪市格物区卫生健康局", "云溪市公安局格物分局", "云溪市格物区消防救援大队",
    "云溪市格物区教育体育局", "云溪市商务局", "云溪市格物区应急管理局",
    "云溪市格物区交通运输局", "云溪市格物区文化和旅游局", "云溪市文化和旅游局", "云溪市格物区人力资源和社会保障局",
    "云溪市住房和城乡建设局", "云溪市生态环境局", "云溪市生态环境局格物分局", "临江省司法厅", "临江省科学技术厅",
  ]

  /// That of the office among the bodies of the district, else one of its own.
  static func code(
    of name: String, _ offices: [String: String], in division: Division
  ) -> String {
    offices[name]
      ?? PersonalNumber.credit(
        kind: "11",
        index: 700_000 + 131 * (names.map(division.own).firstIndex(of: name) ?? names.count),
        region: division.code)
  }
}
