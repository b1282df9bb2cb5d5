import Addresses
import Testing

@Suite struct `What is written from the road down` {
  private func place(_ text: String) throws -> [UInt8] {
    var buffer = ParseBuffer()
    let readings = try Fixture.parser().readings(of: text, within: nil, using: &buffer)
    return readings.first?.writtenPlace ?? []
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
