/// What bodies are called in the register and on their signs.
struct BodyNames {
  let places: FirmPlaces
  let offices: OfficePlan

  private var division: Division { places.division }

  /// - Parameter word: a coined word of its own.
  func name(_ body: Body, word: String) -> String {
    let district = division.fullName
    switch body.kind {
    case .canteen: return district + community(body).name + "老年食堂"
    case .careCentre: return "\(district)\(community(body).name)居家养老服务照料中心"
    case .streetCare: return "\(district)\(street(body))综合养老服务中心"
    case .association: return division.name + Associations.district[Int(body.number)].name
    case .homeChamber: return "\(division.name)\(Associations.homes[Int(body.number)])商会"
    case .streetAssociation:
      return division.name + street(body) + Associations.street[Int(body.number)]
    case .elderAssociation: return division.name + community(body).name + "老年协会"
    case .club: return district + word + Associations.clubs[Int(body.number)].name
    case .foundation: return district + Associations.foundations[Int(body.number)]
    case .notary: return "\(Division.province)\(district)公证处"
    case .appraiser: return "\(Division.province)\(word)司法鉴定中心"
    case .legalOffice: return district + stem(street(body)) + "法律服务所"
    case .collective:
      let one = community(body)
      return district + one.streetName + (one.isRural ? one.name : one.stem) + "股份经济合作社"
    case .groupCollective:
      let one = community(body)
      return
        "\(district)\(one.streetName)\(one.name)第\(ChineseNumeral.text(Int(body.number) + 1))经济合作社"
    case .mall: return "云溪\(sign(body, word: word))" + operatorTail(body)
    case .hotel: return "云溪\(word)\(Self.hotels[Int(body.number) % Self.hotels.count])有限公司"
    case .tower: return "云溪\(word)大厦物业管理有限公司"
    }
  }

  /// What people know it by.
  func sign(_ body: Body, word: String) -> String {
    switch body.kind {
    case .canteen: return community(body).name + "老年食堂"
    case .careCentre: return community(body).name + "居家养老服务照料中心"
    case .mall:
      switch Self.mallKind(body, area: area(body)) {
      case "购物中心": return word + ["广场", "购物中心", "天地", "城"][Int(body.place) % 4]
      case "百货店": return word + "百货大楼"
      case "农贸市场":
        let stem = places.community(body.place)
        return stem + ["农贸市场", "菜市场", "综合市场"][Int(body.place) % 3]
      case "专业市场":
        return word + ["建材市场", "服装市场", "小商品市场", "花鸟市场"][Int(body.place) % 4]
      default: return word + ["大卖场", "购物广场", "生活广场"][Int(body.place) % 3]
      }
    case .hotel: return word + Self.hotels[Int(body.number) % Self.hotels.count]
    case .tower: return word + "大厦"
    default: return name(body, word: word)
    }
  }

  /// A kind of the list of malls, by the floor area in square metres.
  static func mallKind(_ body: Body, area: Int) -> String {
    // The place of the building, mixed, so that neighbours differ.
    let part = (Int(body.place) * 37 + Int(body.place) / 64) % 100
    switch area {
    case 15_000...: return part < 80 ? "购物中心" : "百货店"
    case 10_500...: return part < 35 ? "百货店" : part < 70 ? "专业市场" : "农贸市场"
    default: return part < 62 ? "农贸市场" : part < 80 ? "超市" : "专业市场"
    }
  }

  private static let hotels = ["大酒店", "国际酒店", "宾馆", "酒店", "度假酒店"]

  private func operatorTail(_ body: Body) -> String {
    switch Self.mallKind(body, area: area(body)) {
    case "农贸市场", "专业市场": "经营管理有限公司"
    case "超市": "超市有限公司"
    default: "商业管理有限公司"
    }
  }

  private func area(_ body: Body) -> Int { Int(places.areaOfBuilding(body.place)) }
  private func community(_ body: Body) -> CommunityPlace { places.communities[Int(body.place)] }

  private func street(_ body: Body) -> String {
    places.communities.first { $0.street == body.place }?.streetName ?? ""
  }

  private func stem(_ street: String) -> String {
    String(street.dropLast(street.hasSuffix("街道") ? 2 : 1))
  }
}
