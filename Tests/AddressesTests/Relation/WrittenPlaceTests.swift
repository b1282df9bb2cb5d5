import Addresses
import Testing

@Suite struct `What is written from the road down` {
  private func written(_ text: String) throws -> WrittenPlace? {
    var buffer = ParseBuffer()
    let readings = try Fixture.parser().readings(of: text, within: nil, using: &buffer)
    return readings.first.map(WrittenPlace.init)
  }

  private func place(_ text: String) throws -> [UInt8] { try written(text)?.text ?? [] }

  @Test func `has its parts as far as it goes`() throws {
    let room = try #require(try written("浙江省杭州市上城区中山路12号锦绣花园3幢2单元501室"))
    let text = { (bytes: [UInt8]) in String(decoding: bytes, as: UTF8.self) }
    #expect(text(room.text) == "中山路12号3幢2单元501室" && room.level == .room)
    #expect(text(room.door) == "中山路12号" && text(room.building) == "中山路12号3幢")
    #expect(room.dwelling == room.text)
    let door = try #require(try written("中山路12号"))
    #expect(door.level == .door && door.door == door.text)
    #expect(door.building.isEmpty && door.dwelling.isEmpty)
  }

  @Test(arguments: [
    ("中山路12号3幢2单元501室", "中山路12号3-2-501"), ("中山路12号3幢", "中山路十二号3栋"), ("中山路12号锦绣花园3幢", "中山路12号3幢"),
  ])
  func `is one place however it is spelled`(one: String, other: String) throws {
    #expect(try !place(one).isEmpty)
    #expect(try place(one) == place(other))
  }

  @Test(arguments: [
    ("中山路12号", "中山路21号"), ("中山路12号3幢", "中山路12号13幢"), ("中山路1号12幢", "中山路11号2幢"),
    ("中山路12号", "平安路12号"), ("中山路135-6号", "中山路135号"),
  ])
  func `is two places where a number or the road differs`(one: String, other: String) throws {
    #expect(try !place(one).isEmpty && place(one) != place(other))
  }

  @Test(arguments: ["中山路", "12号", "", "锦绣花园", "12号501室"])
  func `is nothing without a name and a number below it`(text: String) throws {
    #expect(try place(text).isEmpty)
  }
}
