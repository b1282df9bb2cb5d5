import Addresses
import Testing

/// The traps of numerals and letters: what is the same, and what is not.
@Suite struct TrapTests {
  let parser: AddressParser

  init() throws { parser = try Fixture.parser() }

  private func keys(_ text: String) -> String? { parser.readings(of: text).first?.keys }

  @Test(
    "Written in many ways, the same building",
    arguments: ["三栋", "3栋", "3幢", "3号楼", "3#楼", "3#", "３栋", "③栋", "Ⅲ栋", "第3栋", "叁栋"])
  func sameBuilding(text: String) {
    let isSame = keys("\(text)501室") == "building=3 room=501"
    #expect(isSame == (text != "叁栋"))
  }

  @Test(
    "The same room by zeros, not by digits",
    arguments: [("0302室", "302室", true), ("302室", "3002室", false), ("302", "302室", true)])
  func rooms(one: String, other: String, same: Bool) {
    #expect((keys("3幢\(one)") == keys("3幢\(other)")) == same)
  }

  @Test(
    "Different plates",
    arguments: [
      ("人民路甲10号", "人民路10号"), ("人民路甲10号", "人民路10甲号"), ("人民路甲10号", "人民路乙10号"),
      ("人民路2A号", "人民路2号"), ("人民路144号", "人民路4号"), ("人民路临12号", "人民路12号"),
      ("人民路北甲13号", "人民路甲13号"), ("一期10幢", "二期10幢"), ("B栋", "8栋"), ("O栋", "0栋"),
      ("I栋", "1栋"), ("5号附1号", "5号附2号"), ("向阳路1号楼", "朝阳路1号楼"),
    ])
  func different(one: String, other: String) {
    #expect(keys(one) != nil)
    #expect(keys(one) != keys(other))
  }

  @Test(
    "The same in other characters",
    arguments: [
      ("人民路３号", "人民路3号"), ("人民路3－2", "人民路3-2"), ("人民路3ー2", "人民路3-2"),
      ("人民路3─2", "人民路3-2"), ("人民路3‐2", "人民路3-2"), ("人民路3−2", "人民路3-2"),
      ("人民路3–2", "人民路3-2"), ("人民路3—2", "人民路3-2"), ("人民路3―2", "人民路3-2"),
      ("А座", "A座"), ("a座", "A座"), ("Ⅱ期", "2期"), ("一期", "1期"), ("廣東路3號", "广东路3号"),
      ("人民路二〇五号", "人民路205号"), ("人民路二○五号", "人民路205号"), ("人民路二零五号", "人民路205号"),
      ("6一3一145", "6-3-145"), ("向阳路一号楼", "向阳路1号楼"), ("前进路3号之13号", "前进路3号自编13号"),
    ])
  func same(one: String, other: String) {
    #expect(keys(one) == keys(other))
  }

  @Test("Two is a count, twenty and thirty in a village's name are text") func noNumbers() {
    #expect(parser.readings(of: "两栋").first?[.building] == nil)
    #expect(keys("廿里村") == "community=廿里村")
    #expect(keys("卅铺村") == "community=卅铺村")
  }

  @Test("Near is no sub-number, and a river's name no sub-number's word") func words() {
    #expect(keys("人民路5号附近") == "road=人民路 roadNumber=5 remark=附近")
    #expect(keys("之江路5号") == "road=之江路 roadNumber=5")
  }

  @Test(
    "Names keep their numerals",
    arguments: ["六一路", "十里堡路", "八里湾路", "三里屯路", "万年路", "二七路", "五一大道"])
  func immune(name: String) {
    #expect(keys("\(name)3号") == "road=\(name) roadNumber=3")
  }

  @Test("A range and a list are one element each") func ranges() {
    #expect(keys("人民路12-14号") == "road=人民路 roadNumber=12-14")
    #expect(keys("人民路13、14、15、16号") == "road=人民路 roadNumber=13,14,15,16")
    #expect(keys("明发3期321-322栋") == "place=明发 estatePart=3 building=321-322")
  }

  @Test("12-1 stays open: a range or sub-number, and a building with an entrance or room")
  func open() {
    let kinds = Set(
      parser.readings(of: "幸福小区12-1").map { reading in
        reading.elements.dropFirst().map { "\($0.kind)" }.joined(separator: " ")
      })
    #expect(kinds.contains("building room"))
    #expect(kinds.contains("building entrance"))
    #expect(
      parser.readings(of: "人民路12-1号").map(\.keys).contains("road=人民路 roadNumber=12-1"))
  }
}
