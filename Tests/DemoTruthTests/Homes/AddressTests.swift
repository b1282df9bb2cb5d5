import Testing

@testable import DemoTruth

@Suite struct `Addresses` {
  private var flat: Address {
    var address = Address()
    address.street = "和风街道"
    address.community = "明月社区"
    address.road = "长安路"
    address.formerRoad = "北横路"
    address.door = Door(road: 0, number: 12)
    address.estate = "锦绣花园"
    address.secondEstate = "纺织厂宿舍"
    address.kind = .estate
    address.phase = 2
    address.building = 3
    address.entrance = 2
    address.floor = 3
    address.room = 1
    return address
  }

  private func style(_ change: (inout AddressStyle) -> Void) -> AddressStyle {
    var style = AddressStyle()
    style.divisions = .none
    change(&style)
    return style
  }

  @Test func `the standard form names everything that the police's register has`() {
    #expect(flat.standard == "临江省云溪市格物区和风街道长安路12号锦绣花园二期3幢2单元301室")
  }

  @Test func `departments write the same flat in their ways`() {
    #expect(flat.text(style { $0.form = .estate }) == "锦绣花园二期3幢2单元301室")
    #expect(flat.text(style { $0.form = .road }) == "长安路12号二期3幢2单元301室")
    #expect(
      flat.text(style { ($0.form, $0.buildingWord) = (.estate, "号楼") }) == "锦绣花园二期3号楼2单元301室")
    #expect(flat.text(style { ($0.form, $0.entranceWord) = (.estate, "门") }) == "锦绣花园二期3幢2门301室")
    #expect(flat.text(style { ($0.form, $0.room) = (.estate, .dashed) }) == "锦绣花园二期3-2-301")
    #expect(
      flat.text(style { ($0.form, $0.room) = (.estate, .entranceDashed) }) == "锦绣花园二期3幢2-301")
    #expect(
      flat.text(style { ($0.form, $0.room) = (.estate, .withFloor) }) == "锦绣花园二期3幢2单元3楼301室")
    #expect(flat.text(style { ($0.form, $0.room) = (.estate, .bare) }) == "锦绣花园二期3幢2单元301")
    #expect(
      flat.text(style { ($0.form, $0.isChinese) = (.estate, true) }) == "锦绣花园二期三幢二单元301室")
    #expect(
      flat.text(style { ($0.form, $0.hasChinesePhase) = (.estate, false) })
        == "锦绣花园2期3幢2单元301室")
    #expect(flat.text(style { $0.usesFormerRoad = true }) == "北横路12号锦绣花园二期3幢2单元301室")
    #expect(flat.text(style { $0.usesSecondName = true }) == "长安路12号纺织厂宿舍二期3幢2单元301室")
    #expect(flat.text(style { $0.divisions = .community }).hasPrefix("和风街道明月社区长安路"))
    #expect(flat.text(style { $0.divisions = .short }).hasPrefix("格物区和风街道长安路"))
  }

  @Test(arguments: [
    (AddressStyle.Level.road, "长安路"), (.door, "长安路12号锦绣花园"),
    (.building, "长安路12号锦绣花园二期3幢"), (.entrance, "长安路12号锦绣花园二期3幢2单元"),
    (.floor, "长安路12号锦绣花园二期3幢2单元3层"), (.community, ""),
  ])
  func `an address can be cut short`(level: AddressStyle.Level, text: String) {
    #expect(flat.text(style { $0.level = level }) == text)
  }

  @Test func `lanes, rows, villages and shops have forms of their own`() {
    var lane = flat
    (lane.kind, lane.estate, lane.phase, lane.entrance) = (.lane, "", 0, 0)
    #expect(lane.text(style { _ in }) == "长安路12弄3号301室")
    lane.sub = 1
    #expect(lane.text(style { _ in }) == "长安路12弄3号附1号301室")
    var rows = flat
    (rows.kind, rows.entrance, rows.floor) = (.rows, 0, 0)
    #expect(rows.text(style { _ in }) == "长安路12号锦绣花园2排3号")
    var village = Address()
    (village.street, village.community, village.estate) = ("青山镇", "李家店村", "沈家桥")
    (village.kind, village.phase, village.building, village.sub) = (.village, 5, 12, 1)
    #expect(village.standard == "临江省云溪市格物区青山镇李家店村沈家桥5组12号附1号")
    var shop = Address()
    (shop.road, shop.door, shop.shop) = ("长安路", Door(road: 0, number: 12), 3)
    #expect(shop.text(style { _ in }) == "长安路12-3号")
    shop.door.mark = .before
    shop.door.count = 1
    #expect(shop.text(style { _ in }) == "长安路甲12号-3")
    shop.shop = 0
    shop.door.mark = .of
    #expect(shop.text(style { _ in }) == "长安路12号之一")
    shop.door.mark = .sub
    #expect(shop.text(style { _ in }) == "长安路12号附1号")
  }

  @Test func `each dwelling has an address of its own`() {
    let ground = TestGround.whole
    let homes = TestGround.homes
    struct Place: Hashable {
      var entrance: Int
      var floor: Int
      var room: Int
    }
    var owners: Set<Address> = []
    for building in ground.buildings.indices {
      let mine = homes.dwellings(ofBuilding: building)
      guard !mine.isEmpty else { continue }
      let address = ground.address(ofBuilding: building)
      #expect(!address.road.isEmpty || !address.estate.isEmpty)
      #expect(owners.insert(address).inserted, "\(address.standard)")
      guard mine.count > 1, building % 4 == 0 else { continue }
      let inside = Set(
        mine.map { index -> Place in
          let one = ground.address(of: homes.dwellings[index])
          return Place(entrance: one.entrance, floor: one.floor, room: one.room)
        })
      #expect(inside.count == mine.count, "\(address.standard)")
    }
  }

  @Test(arguments: [(3, "三"), (10, "十"), (15, "十五"), (20, "二十"), (108, "一百零八"), (110, "一百一十")])
  func `numerals are written as people do`(number: Int, text: String) {
    #expect(ChineseNumeral.text(number) == text)
  }
}
