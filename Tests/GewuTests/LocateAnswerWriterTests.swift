import Foundation
import Geometry
import Testing

@testable import Gewu

@Suite struct `The answer written without an encoder` {
  @Test func `is byte for byte the encoder's, for every grid, on borders and outside`() throws {
    let sample = try Sample()
    _ = try sample.district.loadGrids(
      GridLoadRequest(
        file: sample.write(
          Sample.lattice(side: 4).replacing("格1", with: #"格\"\\\/\t\n1é"#), as: "grid.geojson"),
        level: "grid", codeField: "code", nameField: "name", parentField: "street",
        activates: true))
    let locator = try sample.district.pointLocator()

    for step in 0..<19 * 19 {
      let position = Coordinate(
        longitude: 116 + Double(step % 19) / 400, latitude: 39 + Double(step / 19) / 400)
      try Self.expectEqual(position, locator)
    }
  }

  @Test func `is the encoder's outside too, with the nearest grid, and for no position`() throws {
    let locator = try Sample.unitSquare()
    for position in [
      Coordinate(x: 7, y: 7), Coordinate(x: 1.000_01, y: 0.5), Coordinate(x: .nan, y: 0),
    ] { try Self.expectEqual(position, locator) }
  }

  @Test func `takes further members before it is closed`() throws {
    let locator = try Sample.unitSquare()
    let (inside, outside) = (Coordinate(x: 0.5, y: 0.5), Coordinate(x: 7, y: 7))
    for position in [inside, outside] {
      var writer = LocateAnswerWriter()
      writer.open(position, locator.slot(of: position), in: locator)
      writer.append("a \"b\"", "[1]".utf8)
      writer.append(
        nets: ["x", "y"].map { NetLocator(net: $0, locator: locator) }, of: position)
      writer.close()
      let answer = try JSONDecoder().decode(LocateAnswer.self, from: Data(writer.bytes))
      var wanted = locator.answer(for: position)
      wanted.nets = ["x": wanted, "y": wanted]
      #expect(answer == wanted)
      #expect(String(decoding: writer.bytes, as: UTF8.self).contains(#","a \"b\"":[1],"nets":{"#))
    }
  }

  private static func expectEqual(_ position: Coordinate, _ locator: PointLocator) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var writer = LocateAnswerWriter()
    writer.open(position, locator.slot(of: position), in: locator)
    writer.close()
    let encoded = try encoder.encode(locator.answer(for: position))
    #expect(
      String(decoding: writer.bytes, as: UTF8.self) == String(decoding: encoded, as: UTF8.self))
  }
}
