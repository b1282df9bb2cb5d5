import Testing

@testable import Addresses

/// Properties of all readings of any text.
@Suite struct AccountingTests {
  let parser: AddressParser

  init() throws { parser = try Fixture.parser() }

  private static let pieces = [
    "浙江省", "杭州", "绍兴市", "朝阳区", "人民路", "文三西路", "幸福小区", "大厦", "村", "镇", "号", "幢", "单元", "室",
    "楼", "弄", "巷", "组", "附", "之", "甲", "第", "负", "-", "—", "、", " ", "_", "#", "A", "b", "F", "一",
    "十",
    "二〇", "廿", "1", "12", "305", "1402", "71161", "13800000000", "电联", "电话", "对面", "东单元", "米", "Ⅱ",
    "③",
    "😀", "é", "路", "期", "区",
  ]

  private func text(_ random: inout FixedGenerator) -> String {
    (0..<Int.random(in: 0...14, using: &random)).map { _ in
      Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
    }.joined()
  }

  @Test("Every scalar is used once at most, every digit used once or unused") func digits() {
    var random = FixedGenerator(state: 11)
    var buffer = ParseBuffer()
    for _ in 0..<3_000 {
      let text = text(&random)
      let scalars = Array(text.unicodeScalars)
      let readings = parser.readings(of: text, using: &buffer)
      #expect((1...AddressParser.mostReadings).contains(readings.count))
      for reading in readings {
        var uses = Array(repeating: 0, count: scalars.count)
        for range in reading.elements.map(\.source) + reading.unused {
          for place in range { uses[place] += 1 }
        }
        let isRight = zip(scalars, uses).allSatisfy { scalar, uses in
          ("0"..."9").contains(scalar) ? uses == 1 : uses <= 1
        }
        #expect(isRight, "\(text): \(reading.shown(of: text))")
      }
      let costs = readings.map(\.cost)
      #expect(costs == costs.sorted())
      #expect(Set(readings.map(\.elements)).count == readings.count)
    }
  }

  @Test("The fast way costs what the first reading costs, and reads the same where no other does")
  func fastWay() {
    var random = FixedGenerator(state: 12)
    var buffer = ParseBuffer()
    var same = 0
    for _ in 0..<1_000 {
      var text = text(&random)
      let first = parser.readings(of: text).first
      text.withUTF8 { parser.read(utf8: $0, using: &buffer) }
      #expect(buffer.paths.ends.first.map { Int($0.cost) } == first?.cost, "\(text)")
      let written = first?.elements.filter { !$0.source.isEmpty }
        .map { ElementSpan(kind: $0.kind, source: $0.source) }
      if buffer.spans == written { same += 1 }
    }
    #expect(same > 900)
  }

  @Test("Any bytes, any length, and memory that was used before") func anyBytes() {
    var random = FixedGenerator(state: 13)
    var buffer = ParseBuffer()
    for length in [0, 1, 2, 3, 7, 40, 300, 2_000] {
      for _ in 0..<20 {
        let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
        let again = bytes.withUnsafeBufferPointer { parser.readings(utf8: $0, using: &buffer) }
        var fresh = ParseBuffer()
        #expect(again == bytes.withUnsafeBufferPointer { parser.readings(utf8: $0, using: &fresh) })
      }
    }
    let long = String(repeating: "12号", count: 200)
    let unused = parser.readings(of: long).first?.unused.last
    #expect(unused?.upperBound == 600)
  }

  @Test("The cheapest paths are those of a search through all of them") func paths() {
    var random = FixedGenerator(state: 14)
    for _ in 0..<200 {
      var lattice = Lattice()
      lattice.reset(count: 5, stateCount: 2)
      lattice.connect(from: -1, to: 0, 0, cost: 0, start: 0, end: 0, .unused)
      for from in 0..<5 {
        for state in 0..<2 where lattice.nodes[from * 2 + state].distance < Lattice.unreached {
          for to in (from + 1)...min(5, from + 2) {
            lattice.connect(
              from: Int32(from * 2 + state), to: to, Int.random(in: 0..<2, using: &random),
              cost: Int32.random(in: -2...9, using: &random), start: Int32(from), end: Int32(to),
              .remark)
          }
        }
      }
      var all: [Int32] = []
      func follow(_ node: Int32, _ cost: Int32) {
        if node < 0 {
          all.append(cost)
          return
        }
        for edge in lattice.edges.indices {
          let to = lattice.edges[edge]
          var incoming = lattice.nodes[Int(node)].last
          while incoming >= 0, incoming != Int32(edge) {
            incoming = lattice.edges[Int(incoming)].next
          }
          if incoming >= 0 { follow(to.from, cost + to.cost) }
        }
      }
      for state in 0..<2 { follow(Int32(5 * 2 + state), 0) }
      var search = PathSearch()
      search.paths(of: lattice, limit: 6, margin: 12)
      let cheapest = all.sorted()
      let expected = cheapest.filter { $0 <= cheapest[0] + 12 }.prefix(6)
      #expect(search.ends.map(\.cost) == Array(expected))
      search.best(of: lattice)
      #expect(search.ends.map(\.cost) == [cheapest[0]])
    }
  }
}
