import DemoTruth

extension Sight {
  var breaches: BreachBook { shared.market.breaches }

  func licence(_ index: Int) -> LicenceBook.Entry { shared.firms.licenceBook.entries[index] }

  func licenceFirm(_ index: Int) -> Firm { firm(Int(licence(index).firm)) }

  func listing(_ index: Int) -> Listing { breaches.listings[index] }

  func penalty(_ index: Int) -> Penalty { breaches.penalties[index] }

  func officer(_ index: Int) -> PostBook.Entry { shared.market.posts.posts[index] }

  /// The grid of a firm, a place in `ground.grids`.
  func street(ofFirm index: Int) -> String {
    let ground = shared.ground
    let building = Int(shared.firms.building(of: index))
    return ground.streets[Int(ground.grids[Int(ground.buildings[building].grid)].street)].name
  }

  /// The market supervision's office of a firm: that of the district for enterprises, of the street for others.
  func marketOffice(ofFirm index: Int) -> String {
    firm(index).form.isEnterprise
      ? division.fullName + "市场监督管理局"
      : division.name + "市场监督管理局" + street(ofFirm: index).streetStem + "市场监督管理所"
  }
}

extension String {
  /// The name of a street or town without its kind: 文渊街道 is 文渊.
  var streetStem: String {
    for kind in ["街道", "镇", "乡"] where hasSuffix(kind) { return String(dropLast(kind.count)) }
    return self
  }
}
