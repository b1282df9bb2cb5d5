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
