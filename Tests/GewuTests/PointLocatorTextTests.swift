import Foundation
import Geometry
import Testing

@testable import Gewu

@Suite struct `The answer written without an encoder` {
  @Test func `is byte for byte the encoder's, for every grid and on borders`() throws {
    let sample = try Sample()
    _ = try sample.district.loadGrids(
      GridLoadRequest(
        file: sample.write(
          Sample.lattice(side: 4).replacing("格1", with: #"格\"\\\/\t\n1é"#), as: "grid.geojson"),
        level: "grid", codeField: "code", nameField: "name", parentField: "street",
        activates: true))
    let locator = try sample.district.pointLocator()
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]

    for step in 0..<17 * 17 {
      let position = Coordinate(
        longitude: 116 + Double(step % 17) / 400, latitude: 39 + Double(step / 17) / 400)
      var bytes: [UInt8] = []
      #expect(locator.appendAnswer(for: locator.slot(of: position), to: &bytes))
      let encoded = try encoder.encode(locator.answer(for: position))
      #expect(String(decoding: bytes, as: UTF8.self) == String(decoding: encoded, as: UTF8.self))
    }
  }

  @Test func `is left to the encoder for a position in no grid`() throws {
    let locator = try Sample.unitSquare()
    var bytes: [UInt8] = []
    for position in [Coordinate(x: 7, y: 7), Coordinate(x: .nan, y: 0)] {
      #expect(!locator.appendAnswer(for: locator.slot(of: position), to: &bytes))
    }
    #expect(bytes.isEmpty)
  }
}
