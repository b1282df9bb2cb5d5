/// The kinds of licences that firms hold, by the letter that ``Trade`` has for them.
package enum LicenceKind: Character, Sendable, CaseIterable {
  case foodSale = "F"
  case catering = "C"
  case canteen = "K"
  case foodProduction = "Q"
  case tobacco = "T"
  case publicHealth = "H"
  case drugs = "D"
  case devices = "E"
  case hotel = "S"
  case fireCheck = "X"
  case medical = "M"
  case privateSchool = "P"
  case fuel = "G"
  case chemicals = "Z"
  case roadTransport = "R"
  case entertainment = "N"
  case internet = "I"
  case travel = "V"
  case labour = "L"
  case building = "B"
  case pollution = "U"
  case hazardousWaste = "Y"
  case law = "J"
  case repair = "O"

  /// What it is called, and who gives it in the first district: see ``Division/own(_:)``.
  package var names: (name: String, authority: String) {
    switch self {
    case .foodSale, .catering, .canteen: ("食品经营许可证", "格物区市场监督管理局")
    case .foodProduction: ("食品生产许可证", "云溪市市场监督管理局")
    case .tobacco: ("烟草专卖零售许可证", "格物区烟草专卖局")
    case .publicHealth: ("公共场所卫生许可证", "格物区卫生健康局")
    case .drugs: ("药品经营许可证", "云溪市市场监督管理局")
    case .devices: ("第二类医疗器械经营备案凭证", "云溪市市场监督管理局")
    case .hotel: ("特种行业许可证", "格物区公安分局")
    case .fireCheck: ("公众聚集场所投入使用、营业前消防安全检查意见书", "格物区消防救援大队")
    case .medical: ("医疗机构执业许可证", "格物区卫生健康局")
    case .privateSchool: ("民办学校办学许可证", "格物区教育体育局")
    case .fuel: ("成品油零售经营批准证书", "云溪市商务局")
    case .chemicals: ("危险化学品经营许可证", "格物区应急管理局")
    case .roadTransport: ("道路运输经营许可证", "格物区交通运输局")
    case .entertainment: ("娱乐经营许可证", "格物区文化和旅游局")
    case .internet: ("网络文化经营许可证", "格物区文化和旅游局")
    case .travel: ("旅行社业务经营许可证", "云溪市文化和旅游局")
    case .labour: ("劳务派遣经营许可证", "格物区人力资源和社会保障局")
    case .building: ("建筑业企业资质证书", "云溪市住房和城乡建设局")
    case .pollution: ("排污许可证", "云溪市生态环境局")
    case .hazardousWaste: ("危险废物产生单位管理计划备案", "格物区生态环境分局")
    case .law: ("律师事务所执业许可证", "临江省司法厅")
    case .repair: ("机动车维修经营备案", "格物区交通运输局")
    }
  }

  /// For how many years it holds; 0 for one without an end.
  ///
  /// Food 5 (measure 78 of 2023, article 24), drugs 5, public health 4, hotels without end,
  /// pollution 5 (order 736), chemicals 3 (order 55), labour dispatch 3, fuel 5, road transport
  /// 4, entertainment 2.
  var years: Int {
    switch self {
    case .fireCheck, .hotel, .devices, .repair, .law, .travel: 0
    case .chemicals, .labour: 3
    case .publicHealth, .roadTransport: 4
    case .entertainment, .privateSchool: 2
    case .hazardousWaste: 1
    default: 5
    }
  }

  /// The share of firms of a trade with its letter that need it, in percent.
  var share: Int {
    switch self {
    case .tobacco: 62
    case .devices: 70
    case .chemicals: 35
    case .pollution: 80
    case .hazardousWaste: 70
    case .roadTransport: 60
    case .fireCheck: 55
    case .canteen: 85
    // Who only washes and polishes cars need not file.
    case .repair: 34
    default: 97
    }
  }

  /// Whether its counter begins anew each year, which the number then names.
  var isCountedByYear: Bool {
    switch self {
    case .publicHealth, .fireCheck, .chemicals, .devices, .hazardousWaste, .labour, .travel: true
    default: false
    }
  }

  /// The number of the licence.
  ///
  /// - Parameters:
  ///   - serial: the counter of the office, from 1: over all, or of the year.
  ///   - holder: the credit code of its holder, with the number among its permits of this kind.
  ///   - year: when it was given.
  ///   - division: the district.
  func number(serial: Int, holder: String, year: Int, in division: Division) -> String {
    let digits = Digits.padded(serial, 6)
    switch self {
    case .foodSale: return "JY1" + checked(division.code + digits)
    case .catering: return "JY2" + checked(division.code + digits)
    case .canteen: return "JY3" + checked(division.code + digits)
    // 124: cakes and bread (list of classes of food production licences).
    case .foodProduction: return "SC" + checked("124" + division.code + digits.suffix(4))
    case .tobacco: return division.code + digits
    case .pollution:
      return holder + ["P", "Q", "R", "U", "V", "W", "X", "Y", "Z"][serial % 9]
    case .medical: return "PDY" + digits + division.code + "17D1102"
    case .law: return "31" + Self.lawRegion(of: division) + digits
    case .publicHealth: return "\(division.abbreviation)卫公证字〔\(year)〕第\(digits.suffix(4))号"
    case .hotel: return "\(division.abbreviation)公特行字第\(digits.suffix(4))号"
    case .fireCheck: return "\(division.abbreviation)消安检字〔\(year)〕第\(digits.suffix(4))号"
    case .chemicals: return "临云危化经字〔\(year)〕\(division.code)\(digits.suffix(3))"
    case .devices:
      return "临云药监械经营备\(year)" + Digits.padded(serial + 1_000 * division.number, 4) + "号"
    case .privateSchool: return "教民2\(division.code)70\(digits.suffix(5))号"
    case .fuel: return "油零售证书第临\(division.courtCode)\(digits.suffix(3))号"
    case .entertainment: return division.code + "16" + digits.suffix(4)
    case .internet: return division.code + "20" + digits.suffix(4)
    case .hazardousWaste: return "GF\(division.code)\(year)\(digits.suffix(3))"
    case .roadTransport: return "临交运管许可云字\(division.code)\(digits)号"
    default: return division.code + String(rawValue) + String(year) + digits
    }
  }

  /// The six digits of the office that licenses lawyers: the province, which keeps its own for the first
  /// district.
  package static func lawRegion(of division: Division) -> String {
    division.number == 0 ? "990000" : division.code
  }

  /// A number with a last digit after all others (sum of digits by 3 and 1, as in GS1).
  private func checked(_ text: String) -> String {
    var sum = 0
    for (place, byte) in text.utf8.reversed().enumerated() {
      sum += Int(byte - 48) * (place % 2 == 0 ? 3 : 1)
    }
    return text + String((10 - sum % 10) % 10)
  }
}
