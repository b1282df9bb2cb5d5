import Gewu
import Tabular
import Testing
import Words

@testable import Server

@Suite struct `Batches of positions` {
  let locator: PointLocator
  private let test: TestDistrict

  init() throws {
    test = try TestDistrict()
    locator = try test.district.pointLocator()
  }

  private func answer(
    _ form: BatchForm, _ body: [UInt8], piece: Int = 1 << 20, longitude: String? = nil,
    latitude: String? = nil
  ) throws -> [UInt8] {
    var stream = form.stream(locator, longitude: longitude, latitude: latitude)
    var output: [UInt8] = []
    var rest = body[...]
    while !rest.isEmpty {
      try Array(rest.prefix(piece)).withUnsafeBytes { try stream.take($0, isLast: false) }
      output += stream.output
      rest = rest.dropFirst(piece)
    }
    try stream.take(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true)
    return output + stream.output
  }

  private func text(_ form: BatchForm, _ body: String, piece: Int = 1 << 20) throws -> String {
    String(decoding: try answer(form, Array(body.utf8), piece: piece), as: UTF8.self)
  }

  @Test func `JSON comes back in order, whatever its white space`() throws {
    let text = try text(
      .json,
      " [ [120.015,30.005] ,\n[-1, 0],[120.01,3.0005e1],null,[null,1],[120.015,\"30.015\",100] ]\r\n"
    )
    #expect(
      text == #"[{"status":"inside","code":"g01"},{"status":"outside","code":null},"#
        + #"{"status":"border","code":"g01"},{"status":"invalid","code":null},"#
        + #"{"status":"invalid","code":null},{"status":"inside","code":"g11"}]"#)
    #expect(try self.text(.json, "[]") == "[]")
  }

  @Test(arguments: [
    ("", 1, 0), ("[", 1, 1), ("[[1,2]", 2, 6), ("[[1,2]]]", 2, 7), ("[[1,2],]", 2, 7),
    ("[[1 2]]", 1, 4), ("{}", 1, 0), ("[1]", 1, 1), ("[[1,2]] x", 2, 8), ("[[1,2],[1e,2]]", 2, 8),
    ("[[0x1,2]]", 1, 3), ("[[nan,2]]", 1, 2), ("[[1,\"a]]", 1, 5), ("[[--1,2]]", 1, 2),
    ("[[1,2],nul]", 2, 7),
  ])
  func `what is not JSON positions is refused with its place`(
    body: String, position: Int, byte: Int
  ) throws {
    for piece in [1, 3, 1 << 20] {
      let problem = #expect(throws: Problem.self) { try text(.json, body, piece: piece) }
      #expect(problem?.code == "bad_body")
      #expect(
        problem?.words.detail.english
          == "position \(position), byte \(byte): is not what [[lon,lat],…] needs there",
        "\(body), \(piece)")
    }
  }

  @Test func `nesting without end is refused, not followed`() {
    let body = "[[" + String(repeating: "[", count: 100_000)
    #expect(throws: Problem.self) { try text(.json, body) }
  }

  @Test(arguments: [(200, true), (201, false)])
  func `values are nested 200 deep, as in files`(depth: Int, isRead: Bool) throws {
    func nested(_ count: Int) -> String {
      String(repeating: "[", count: count) + String(repeating: "]", count: count)
    }
    // The array of positions, and the position in it, count too; so does the object of a line.
    let array = "[[1,2,\(nested(depth - 2))]]"
    let line = #"{"lon":1,"lat":2,"a":\#(nested(depth - 1))}"#
    let row = Array(nested(depth).utf8)

    for piece in [7, 1 << 20] {
      #expect(((try? text(.json, array, piece: piece)) != nil) == isRead)
      #expect(((try? text(.lines, line, piece: piece)) != nil) == isRead)
    }
    row.withUnsafeBufferPointer { bytes in
      var scanner = JSONScanner(bytes, file: "row.json")
      #expect(((try? scanner.skipValue()) != nil) == isRead)
    }
  }

  @Test func `what is left aside may say anything that JSON can, NUL too`() throws {
    let array = #"[[120.005,30.025,{"\u0000a":"\u0000"}],["\u0000",1],[{"\u0000":[]},null]]"#
    let line = #"{"lon":120.005,"lat":30.025,"a":{"\u0000":"\ud800"}}"#

    #expect(try text(.json, array) == text(.json, "[[120.005,30.025],[null,1],[null,null]]"))
    #expect(try text(.lines, line + "\n").contains(#""code""#))
    #expect(throws: Problem.self) { try text(.json, #"[[1,2,"\u00"]]"#) }
    #expect(throws: Problem.self) { try text(.json, #"[[1,2,"\q"]]"#) }
  }

  @Test func `an element without end is refused before it fills the memory`() {
    let body = Array(("[[1,\"" + String(repeating: "x", count: 2 << 20)).utf8)
    #expect(throws: Problem.self) { try answer(.json, body, piece: 64 << 10) }
    #expect(throws: Problem.self) { try answer(.lines, body, piece: 64 << 10) }
  }

  private static let lines = """
    {"id":{"a":[1,{"b":null}]},"lat":30.025,"lon":"120.005"}
    [120.015,30.005]

    {"Longitude":120.005,"LATITUDE":30.005,"text":"\\"lon\\":-1"}
    {"name":true}
    """

  @Test func `lines are objects or arrays, and one line answers each`() throws {
    #expect(
      try text(.lines, Self.lines) == #"{"status":"inside","code":"g20"}"# + "\n"
        + #"{"status":"inside","code":"g01"}"# + "\n\n" + #"{"status":"inside","code":"g00"}"#
        + "\n" + #"{"status":"invalid","code":null}"# + "\n")
  }

  @Test func `the answer to a line stands in the line of the same number`() throws {
    let lines = ["", "[120.015,30.005]", " \t", "\r", "[1,2]", "", ""]
    let answer = try text(.lines, lines.joined(separator: "\n") + "\n")
    let answers = answer.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(answers.count == lines.count + 1)
    #expect(answers.map(\.isEmpty) == [true, false, true, true, false, true, true, true])
  }

  @Test(arguments: [
    #"{"lon":1,"lon":2,"lat":3}"#, #"{"lon":1,"x":2,"lat":3}"#, #"{"lat":1,"lon":2,"\u006cat":3}"#,
  ])
  func `a line with two that could be the same ordinate is refused`(line: String) {
    let problem = #expect(throws: Problem.self) { try text(.lines, "[1,2]\n\(line)\n") }
    #expect(problem?.words.detail.english.hasPrefix("line 2, byte ") == true)
  }

  @Test func `a line that is no JSON is named`() {
    let problem = #expect(throws: Problem.self) { try text(.lines, "[1,2]\n\n[1,2\n[1,2]\n") }
    #expect(
      problem?.words.detail.english
        == "line 3, byte 4: is not what {\"lon\":…,\"lat\":…} needs there")
  }

  @Test func `members and columns are found by the names given`() throws {
    let line = Array(#"{"lon":-1,"px":120.005,"py":30.005}"#.utf8)
    let found = try answer(.lines, line, longitude: "px", latitude: "PY")
    #expect(String(decoding: found, as: UTF8.self).contains(#""code":"g00""#))
    let table = Array("x,y,EAST,North\n9,9,120.005,30.005\n".utf8)
    let rows = try answer(.csv, table, longitude: "East", latitude: "north")
    #expect(String(decoding: rows, as: UTF8.self).hasSuffix("120.005,30.005,g00,inside\n"))
  }

  @Test(arguments: 1...33)
  func `the size of the pieces does not matter`(piece: Int) throws {
    let json =
      " [[120.015,30.005], [1.5e0,-2],null,[null , \"a\\\"]\"],[120.0049999999999999999,30]]"
    #expect(try text(.json, json, piece: piece) == text(.json, json))
    #expect(try text(.lines, Self.lines, piece: piece) == text(.lines, Self.lines))
    let table = "\u{FEFF}n,lon,lat\r\n\"a\r\n\",120.005,30.005\r\n\r\n2,1,1"
    #expect(try text(.csv, table, piece: piece) == text(.csv, table))
    let numbers = (0..<7).flatMap { Self.bytes(of: [120.005 + Double($0) / 100, 30.005]) }
    #expect(try answer(.numbers, numbers, piece: piece) == answer(.numbers, numbers))
  }

  private static func bytes(of numbers: [Double]) -> [UInt8] {
    numbers.flatMap { number in withUnsafeBytes(of: number.bitPattern.littleEndian) { Array($0) } }
  }

  @Test func `numbers are answered with the places of their codes`() throws {
    let body = Self.bytes(of: [120.015, 30.005, 1, 1, .nan, 0, 999, 0, 120.025, 30.025])
    let answer = try answer(.numbers, body)
    #expect(Array(answer[..<8]) == Array("GEWULOC1".utf8))
    func word(_ offset: Int) -> Int32 {
      answer.withUnsafeBytes {
        Int32(littleEndian: $0.loadUnaligned(fromByteOffset: offset, as: Int32.self))
      }
    }
    #expect(word(8) == 1 && word(12) == 0, "the generation")
    #expect(word(16) == 1, "the coverage is valid")
    #expect(word(20) == 9, "nine codes")
    let start = Int(word(28))
    #expect(start == 32 + Int(word(24)) && start % 8 == 0)
    let table = String(decoding: answer[32..<start], as: UTF8.self)
    #expect(
      table.hasPrefix(#"["g00","g01","g02","g10","g11","g12","g20","g21","g22"]"#))
    let places = stride(from: start, to: answer.count, by: 4).map(word)
    #expect(places == [1, -1, -2, -2, 8])
  }

  @Test func `numbers that end within a position are refused`() {
    let problem = #expect(throws: Problem.self) {
      try answer(.numbers, Self.bytes(of: [120.015, 30.005, 1]))
    }
    #expect(
      problem?.words.detail.english
        == "the body ends 8 bytes into position 2; a position is two little-endian float64, 16 bytes"
    )
  }

  @Test func `what is wrong with a table is said with its line`() {
    let fault = #expect(throws: TableStreamFault.self) {
      try answer(.csv, Array("lon,lat\n1,2\n\"1,2\n".utf8))
    }
    #expect(fault == .malformed(line: 3))
    #expect(
      fault.map { $0.problem.words.detail.english }
        == "line 3: the quotation marks do not match (the header is line 1)")
  }
}
