import Addresses
import Testing

@Suite struct RegisterBuilderTests {
  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `any order of the rows makes the same register`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let rows = smallTown(seed: 7)
    let plain = register(rows)

    let shuffled = register(rows.shuffled(using: &generator))

    #expect(plain == shuffled)
    #expect(plain.version == shuffled.version)
    #expect(plain.count == rows.count)
  }

  @Test func `a row by its path lies where the row by its parent lies`() throws {
    let built = register([
      row(1, .county("测试区")), row(2, in: 1, .road("杨柳路"), name: "杨柳路"),
      row(3, .county("测试区"), .road("杨柳路"), .number("0012"), .building("a3")),
    ])

    let path = built.path(to: try #require(built.index(of: 3)))

    #expect(path.map(\.id) == [1, 2, nil, 3])
    #expect(path.map(\.element) == [.county("测试区"), .road("杨柳路"), .number("12"), .building("A3")])
    #expect(path.map(\.level) == [.county, .road, .door, .building])
    #expect(String(decoding: path[1].name, as: UTF8.self) == "杨柳路")
  }

  @Test func `a path leads through the entry in force, not through the historic one`() throws {
    let built = register([
      row(1, .road("杨柳路"), status: .historic), row(2, .road("杨柳路")),
      row(3, .road("杨柳路"), .number("1")), row(4, in: 1, .number("1")),
    ])

    #expect(built.path(to: try #require(built.index(of: 3))).map(\.id) == [2, 3])
    #expect(built.path(to: try #require(built.index(of: 4))).map(\.id) == [1, 4])
  }

  @Test func `faults name what was left out`() {
    var builder = RegisterBuilder()
    let point = AddressPosition(.doorPlate, longitude: .nan, latitude: 0)
    for row in [
      row(1, in: 2, .road("一")), row(2, in: 1, .road("二")), row(3, in: 1, .number("1")),
      row(4, in: 99, .number("1")), row(5), row(6, .road("三"), successor: 77, main: 78),
      row(6, .road("三")), row(7, .road("四"), positions: [point]),
      row(8, .road("五"), aliases: [AddressAlias(.formerName, under: 4, elements: [.road("六")])]),
    ] { builder.add(row) }

    let (built, faults) = builder.build()

    #expect(built.count == 3)
    #expect(
      faults == [
        .cycle(id: 1), .cycle(id: 2), .parentMissing(id: 3, parent: 1),
        .parentMissing(id: 4, parent: 99), .noElement(id: 5), .duplicateID(6),
        .positionOutside(id: 7), .aliasParentMissing(id: 8, parent: 4),
      ])
  }

  @Test func `rows of one id give the same entry in any order`() {
    let rows = [
      row(1, .road("一")), row(1, .road("二")), row(1, .road("三"), successor: 5),
      row(1, .road("三"), name: "三"),
    ]
    let first = register(rows)
    for order in [[3, 2, 1, 0], [1, 0, 3, 2], [2, 3, 0, 1]] {
      #expect(register(order.map { rows[$0] }) == first)
    }
  }

  @Test func `a successor is followed to the end, and not round in a circle`() throws {
    let built = register([
      row(1, .road("一"), status: .historic, successor: 2),
      row(2, .road("二"), status: .historic, successor: 3), row(3, .road("三")),
      row(4, .road("四"), successor: 5), row(5, .road("五"), successor: 4),
    ])
    let first = try #require(built.index(of: 1))
    let fourth = try #require(built.index(of: 4))

    #expect(built.successor(of: first) == built.index(of: 3))
    #expect(built.successor(of: fourth) == nil)
  }

  @Test func `an entry without a point has that of the nearest above`() throws {
    let door = AddressPosition(.doorPlate, longitude: 119.5, latitude: 31.25)
    let entrance = AddressPosition(.entrance, longitude: 119.6, latitude: 31.25)
    let built = register([
      row(1, .road("一")), row(2, in: 1, .number("1"), positions: [door, entrance]),
      row(3, in: 2, .building("1")),
    ])

    #expect(built.position(for: try #require(built.index(of: 3))) == entrance)
    #expect(built.positions(of: try #require(built.index(of: 2))) == [entrance, door])
    #expect(built.position(for: try #require(built.index(of: 1))) == nil)
  }

  @Test func `numbers are put in one form, ranges hold their parity`() {
    #expect(NumberAtom.canonical(Array("0302".utf8)) == Array("302".utf8))
    #expect(NumberAtom.canonical(Array("3002".utf8)) == Array("3002".utf8))
    #expect(NumberAtom.canonical(Array("a08-0".utf8)) == Array("A8-0".utf8))
    #expect(NumberAtom.canonical(Array("甲008".utf8)) == Array("甲8".utf8))
    #expect(NumberAtom.range(Array("12-14".utf8)) == 12...14)
    #expect(NumberAtom.range(Array("14-12".utf8)) == nil)
    #expect(NumberAtom.range(Array("1-2-3".utf8)) == nil)
    #expect((10...16).filter { NumberAtom.contains(12...14, $0) } == [12, 14])
    #expect((10...16).filter { NumberAtom.contains(12...15, $0) } == [12, 13, 14, 15])
  }
}
