import Foundation
import Geometry
import Gewu
import Testing

@testable import Server

/// A world for batches: inside right of zero, on the border at it, outside left of it.
private func find(_ position: Coordinate) -> PositionAnswer {
  guard position.isFinite else { return (.invalid, nil) }
  if position.x > 0 { return (.inside, "g\(Int(position.y))") }
  return position.x == 0 ? (.border, "a,\"b") : (.outside, nil)
}

private func answer(_ form: BatchForm, _ body: String, _ fields: PositionFields = .init()) throws
  -> String
{
  String(
    decoding: try form.answer(Array(body.utf8), fields: fields, find: find), as: UTF8.self)
}

@Suite struct `Batches of positions` {
  @Test func `JSON comes back in order, whatever its white space`() throws {
    let text = try answer(.json, " [ [1.5,2] ,\n[-1, 0],[0,9e0],null,[null,1],[1,\"7\",100] ]\r\n")
    #expect(
      text == #"[{"status":"inside","code":"g2"},{"status":"outside","code":null},"#
        + #"{"status":"border","code":"a,\"b"},{"status":"invalid","code":null},"#
        + #"{"status":"invalid","code":null},{"status":"inside","code":"g7"}]"#)
    #expect(try answer(.json, "[]") == "[]")
  }

  @Test(arguments: [
    "", "[", "[[1,2]", "[[1,2]]]", "[[1,2],]", "[[1 2]]", "{}", "[1]", "[[1,2]] x", "[[1e,2]]",
    "[[0x1,2]]", "[[nan,2]]", "[[1,\"a]]", "[[--1,2]]",
  ])
  func `what is not JSON positions is refused with its place`(body: String) throws {
    let problem = #expect(throws: Problem.self) { try answer(.json, body) }
    #expect(problem?.code == "bad_body")
    #expect(problem?.detail.hasPrefix("byte ") == true)
  }

  @Test func `nesting without end is refused, not followed`() {
    let body = "[[" + String(repeating: "[", count: 100_000)
    #expect(throws: Problem.self) { try answer(.json, body) }
  }

  @Test func `lines are objects or arrays, and one line answers each`() throws {
    let text = try answer(
      .lines,
      """
      {"id":{"a":[1,{"b":null}]},"lat":3,"lon":"1"}
      [1,4]

      {"Longitude":1,"LATITUDE":5,"text":"\\"lon\\":-1"}
      {"name":true}
      """)
    #expect(
      text == #"{"status":"inside","code":"g3"}"# + "\n" + #"{"status":"inside","code":"g4"}"#
        + "\n" + #"{"status":"inside","code":"g5"}"# + "\n"
        + #"{"status":"invalid","code":null}"# + "\n")
  }

  @Test func `members are found by the names given`() throws {
    let fields = PositionFields(longitude: "px", latitude: "PY")
    #expect(
      try answer(.lines, #"{"lon":-1,"px":1,"py":2}"#, fields).contains(#""code":"g2""#))
  }

  @Test func `numbers are read to the last digit`() throws {
    let text = "113.37452187901234567"
    let body = Array("[[\(text),-0.1e-3]]".utf8)
    var read: Coordinate?
    _ = try BatchReader.json(body) {
      read = $0
      return (.inside, nil)
    }
    #expect(read?.x == Double(text))
    #expect(read?.y == -0.0001)
  }
}
