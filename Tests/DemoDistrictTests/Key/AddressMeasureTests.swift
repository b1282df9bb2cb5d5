import DemoDistrict
import Testing

@Suite struct `Addresses that a register gave rows` {
  private let province = "临江省云溪市格物区"

  private func measure(
    _ entry: String?, _ truth: String?, isSure: Bool = true, isRoom: Bool = false,
    hasFault: Bool = false
  ) -> AddressMeasure {
    let rooms = ["和风街道长安路12号3幢2单元301室", "和风街道长安路12号"].map { province + $0 }
    var measure = AddressMeasure(register: rooms, fine: [rooms[0]])
    measure.add(
      AddressMeasure.Answer(
        entry: entry.map { province + $0 }, isSure: isSure, isFine: true, isRoom: isRoom),
      truth: truth.map { province + $0 }, hasFault: hasFault)
    return measure
  }

  @Test(arguments: [
    ("和风街道长安路12号3幢2单元301室", true), ("和风街道长安路12号3幢", true), ("和风街道长安路12号", true),
    ("长安路12号3幢", true), ("和风街道长安路12号3幢2单元302室", false), ("和风街道长安路1", false),
    ("和风街道平安路12号3幢", false),
  ])
  func `are right where they hold the true one`(entry: String, isRight: Bool) {
    let found = measure(entry, "和风街道长安路12号3幢2单元301室", isRoom: true)
    #expect(found.wrong == (isRight ? 0 : 1) && found.wrongRooms == found.wrong)
    #expect(found.rows == 1 && found.told == 1 && found.inRegister == 1 && found.matched == 1)
  }

  @Test func `count only where they are sure and the truth is known`() {
    let wrong = "和风街道平安路1号"
    #expect(measure(wrong, "和风街道长安路12号3幢2单元301室", isSure: false).wrong == 0)
    #expect(measure(nil, "和风街道长安路12号3幢2单元301室").matched == 0)
    #expect(measure(wrong, nil).told == 0 && measure(wrong, nil).rows == 1)
    #expect(measure(wrong, "和风街道长安路12号", hasFault: true).wrong == 0)
    #expect(measure("和风街道长安路12号3幢2单元301室", "和风街道长安路12号").finer == 1)
  }
}
