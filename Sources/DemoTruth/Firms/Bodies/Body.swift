/// A body that is known from where it stands: the canteen of a community, the operator of a hall.
///
/// It is a firm of ``Firms`` like all others; this says which one.
package struct Body: Sendable {
  package enum Kind: UInt8, Sendable, CaseIterable {
    /// 社区食堂, 居家养老服务中心: `place` is a community.
    case canteen, careCentre
    /// 养老服务综合体 of a street.
    case streetCare
    /// Associations of the district; `number` is the place in ``Associations/district``.
    case association
    /// 异地商会: of people from one prefecture elsewhere.
    case homeChamber
    /// Associations of a street; `number` is the place in ``Associations/street``.
    case streetAssociation
    /// 老年协会 of a community.
    case elderAssociation
    /// 民办非企业单位: sports clubs, art troupes, schools, museums; `number` is the place in
    /// ``Associations/clubs``.
    case club
    case foundation
    /// 公证处, 司法鉴定中心, and the 法律服务所 of a street.
    case notary, appraiser, legalOffice
    /// 村股份经济合作社; `place` is a community. 组经济合作社 beside it, `number` is the group.
    case collective, groupCollective
    /// Who runs a hall, a large hotel, an office tower: `place` is the building.
    case mall, hotel, tower
  }

  package var kind: Kind
  package var number: UInt8
  package var place: Int32
}

/// What firms must know of a community.
package struct CommunityPlace: Sendable {
  /// 明月社区, 石桥村.
  package var name: String
  /// The place of its street, and what that is called.
  package var street: Int32
  package var streetName: String
  package var isRural: Bool
  /// Its seat, a place in `premises`; -1 where it has none.
  package var seat: Int32
  /// Farmhouses, and the groups (组) of its villages.
  package var farmhouses: Int32
  package var groups: Int32

  /// Without 社区: 明月; villages keep their word.
  package var stem: String { name.hasSuffix("社区") ? String(name.dropLast(2)) : name }
}

extension Firms {
  /// Which body a firm is; nil for those that are none.
  package func body(of index: Int) -> Body? {
    bodies.indices.contains(index - firstBody) ? bodies[index - firstBody] : nil
  }

  /// The floor area that a firm has, in square metres: of who runs a hall, a tower or a large hotel that of
  /// the whole building, else that of its premises.
  package func area(of index: Int) -> Int {
    let premises = Int(list[index].premises)
    guard let body = body(of: index), [.mall, .hotel, .tower].contains(body.kind) else {
      return Int(places.premises[premises].area)
    }
    return areaOfBuilding(from: premises)
  }

  /// The premises of one building follow each other; those of the operator are the first.
  private func areaOfBuilding(from first: Int) -> Int {
    let building = places.premises[first].building
    var area = 0
    var place = first
    while place < places.premises.count, places.premises[place].building == building {
      area += Int(places.premises[place].area)
      place += 1
    }
    return area
  }
}

extension Firms {
  /// The kind of a mall in the list of commerce: 购物中心, 百货店, 超市, 农贸市场, 专业市场.
  package static func kind(ofMall body: Body, area: Int) -> String {
    BodyNames.mallKind(body, area: area)
  }

  /// The bureau that supervises an association of the district, or a club.
  package func supervisor(ofAssociation number: Int) -> String {
    Associations.district[number].supervisor
  }
  package func supervisor(ofClub number: Int) -> String { Associations.clubs[number].supervisor }
}
