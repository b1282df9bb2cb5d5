import Addresses
import Testing

@Suite struct SuggestTests {
  let register = AddressesTests.register(
    streets + [row(90, in: 4, .number("128")), row(91, in: 4, .number("13"))])

  func ids(_ typed: String, within context: Int64? = nil, limit: Int = 10) -> [Int64?] {
    AddressSuggester(register)
      .suggestions(for: typed, within: context.flatMap { register.index(of: $0) }, limit: limit)
      .map { register.id($0) }
  }

  @Test func `names that begin with what was typed come first, then those that hold it`() {
    #expect(ids("杨") == [4, 5])
    #expect(ids("明发") == [50, 51])
    #expect(ids("二园") == [51])
    #expect(ids("绿") == [10])
    #expect(ids("东街") == [2])
    #expect(ids("无") == [])
    #expect(ids("") == [])
  }

  @Test func `the last number may be unfinished, the whole one comes first`() {
    #expect(ids("杨柳路1", within: 2) == [10, 91, 90, 11])
    #expect(ids("杨柳路 １２") == [10, 90, 11])
    #expect(ids("杨柳路12号3") == [21])
    #expect(ids("杨柳路12号3幢2单元") == [31])
    #expect(ids("杨柳路12号3幢2单元1") == [41, 43])
    #expect(ids("杨柳路", within: 3) == [5])
    #expect(ids("3", within: 10) == [21])
    #expect(ids("杨柳路1", within: 2, limit: 2) == [10, 91])
  }

  @Test func `answers equal those of looking at all entries`() {
    let rows = smallTown(seed: 21)
    let register = AddressesTests.register(rows)
    let suggester = AddressSuggester(register)
    let names = (1...UInt32(register.count)).compactMap { number -> (EntryIndex, String)? in
      let index = EntryIndex(rawValue: number)
      guard let entry = register.entry(index), entry.element.kind.isName else { return nil }
      return (index, String(decoding: entry.element.key, as: UTF8.self))
    }
    for typed in ["杨", "柳路", "路", "街", "社区", "长桥路", "西街"] {
      let expected = names.filter { $0.1.contains(typed) }.sorted { one, other in
        let first = (one.1.hasPrefix(typed) ? 0 : 1, one.1.utf8.count, one.0.rawValue)
        return first < (other.1.hasPrefix(typed) ? 0 : 1, other.1.utf8.count, other.0.rawValue)
      }.map(\.0)
      let withoutAliases = suggester.suggestions(for: typed, limit: 1000).filter { index in
        names.contains { $0.0 == index && $0.1.contains(typed) }
      }
      #expect(withoutAliases == expected, "\(typed)")
    }
  }
}

@Suite struct NearestAddressesTests {
  @Test func `the nearest is that of measuring to every point`() {
    var generator = SeededGenerator(seed: 8)
    let rows = smallTown(seed: 4)
    let register = AddressesTests.register(rows)
    let nearest = NearestAddresses(register)
    let points = rows.flatMap { row in row.positions.map { (row.id, $0) } }
      .filter { $0.1.kind == .doorPlate }
    for _ in 0..<300 {
      let longitude = Double.random(in: 119.4...119.7, using: &generator)
      let latitude = Double.random(in: 31.4...31.6, using: &generator)
      func metres(_ point: AddressPosition) -> Double {
        // A degree of the sphere is 111,195.08 m; the cosine is that of 31.5° to the test's latitude.
        let north = (point.latitude - latitude) * 111_195.08
        let angle = latitude * Double.pi / 180
        let cosine =
          1 - angle * angle / 2 + angle * angle * angle * angle / 24
          - angle * angle * angle * angle * angle * angle / 720
        let east = (point.longitude - longitude) * 111_195.08 * cosine
        return (north * north + east * east).squareRoot()
      }
      let best = points.map { metres($0.1) }.min() ?? 0
      let found = nearest.nearest(longitude: longitude, latitude: latitude)

      #expect(abs((found?.metres ?? -1) - best) < 0.01 + best / 10_000)
      let id = register.id(found?.entry)
      #expect(points.contains { $0.0 == id && metres($0.1) < best + 0.01 + best / 10_000 })
    }
  }

  @Test func `beyond the distance, for no number and without points there is none`() {
    let point = AddressPosition(.building, longitude: 119, latitude: 31)
    let register = AddressesTests.register([
      row(1, .road("一路"), positions: [point]), row(2, .road("二路"), positions: [point]),
      row(3, .road("三路"), status: .wrong, positions: [point]),
    ])
    let nearest = NearestAddresses(register)

    #expect(register.id(nearest.nearest(longitude: 119, latitude: 31)?.entry) == 1)
    #expect(nearest.nearest(longitude: 119, latitude: 31, within: 0)?.metres == 0)
    #expect(nearest.nearest(longitude: 119.01, latitude: 31, within: 900) == nil)
    #expect(nearest.nearest(longitude: 119.01, latitude: 31, within: 1000) != nil)
    #expect(nearest.nearest(longitude: .nan, latitude: 31) == nil)
    #expect(
      NearestAddresses(register, kinds: [.room]).nearest(longitude: 119, latitude: 31) == nil)
  }
}
