import Testing

@testable import Subjects

/// Keys by which rows of a store find the subjects that they may belong to.
struct LinkKeyTests {
  private static let hash = SecretHash(high: 0x0001_0203_0405_0607, low: 0x0809_0A0B_0C0D_0E0F)

  /// From the reference implementation: the key 00 to 0f, the bytes 00, 01 and so on.
  @Test(arguments: [
    (0, 0x726F_DB47_DD0E_0E31 as UInt64), (1, 0x74F8_39C5_93DC_67FD), (8, 0x93F5_F579_9A93_2462),
    (15, 0xA129_CA61_49BE_45E5),
  ])
  func `the hash is SipHash-2-4`(length: Int, hash: UInt64) {
    let bytes = (0..<length).map { UInt8($0) }
    #expect(Self.hash.hash(bytes) == hash)
  }

  @Test func `a key says what it is for, and fits into seven bytes`() {
    for use in [LinkKey.Use.proposes, .links, .decided] {
      let key = LinkKey(use, hash: .max)
      #expect(key.use == use && key.number < 1 << 56)
      #expect(LinkKey(number: key.number) == key)
    }
    #expect(LinkKey(number: 1 << 56) == nil && LinkKey(number: 3) == nil)
  }

  @Test(arguments: 0..<20)
  func `rows that meet have one key, in whatever table`(seed: Int) throws {
    var generator = SeededGenerator(UInt64(seed))
    let rows = OracleTests.randomRows(&generator, count: 40)
    let rules = try SubjectRules(People.draft)
    let keys = LinkKeys(rules: rules, hash: Self.hash)
    let one = try assembled(rows)
    let other = try assembled(rows.reversed())
    var found: [[LinkKeys.Entry]] = []
    for row in rows {
      let here = keys.keys(of: try #require(one.number(of: row.address)), in: one.table)
      let there = keys.keys(of: try #require(other.number(of: row.address)), in: other.table)
      #expect(here.map(\.key) == there.map(\.key))
      found.append(here)
    }
    // What the assembly meets by is what is told of it.
    let meeting = (one.certain + one.proposing).reduce(into: [UInt32: Set<UInt64>]()) {
      $0[$1.row, default: []].insert($1.hash)
    }
    for (place, row) in rows.enumerated() {
      let number = UInt32(try #require(one.number(of: row.address)))
      #expect(Set(found[place].map(\.meeting)) == meeting[number] ?? [])
      for later in found[(place + 1)...] {
        for left in found[place] {
          for right in later { #expect((left.key == right.key) == (left.meeting == right.meeting)) }
        }
      }
    }
  }

  @Test func `another secret gives other keys`() throws {
    let row = TestRow("police", "1", ["full_name": "甲", "birth_date": "19900101"])
    let people = try assembled([row])
    let keys = [1, 2].map { low in
      LinkKeys(rules: people.rules, hash: SecretHash(high: 1, low: low))
        .keys(of: 0, in: people.table).map(\.key)
    }
    #expect(keys[0].count == 1 && keys[0] != keys[1])
  }

  @Test func `a subject around is left alone, and told where it gets another key`() throws {
    let number = People.number("19900101", 11)
    let holder = TestRow("police", "1", ["resident_id": number, "full_name": "甲"])
    let second = TestRow("health", "2", ["resident_id": number, "full_name": "乙"])
    let both = try assembled([holder, second])
    let (plain, derived) = (
      try #require(both.subject(of: holder.address)).key,
      try #require(both.subject(of: second.address)).key
    )
    // The holder stays: nothing is displaced, and only the other row is assembled.
    var beside = try People.assembly()
    try beside.put([holder, second])
    beside.surround(
      with: [StandingSubject(key: plain, members: [0])], vacant: [derived])
    beside.assemble()
    #expect(beside.subjects.map(\.key) == [derived] && beside.displaced == [])
    #expect(beside.isAround(0) && !beside.isAround(1) && beside.count == 1)
    // The holder has gone: the plain key falls to the other one.
    var alone = try People.assembly()
    try alone.put([second, TestRow("school", "3", ["full_name": "丙"])])
    alone.surround(
      with: [StandingSubject(key: derived, members: [0])], vacant: [plain])
    alone.assemble()
    #expect(alone.displaced == [0] && alone.count == 1)
  }

  @Test func `nothing is proposed by a key that is muted`() throws {
    let rows = (1...2).map {
      TestRow("police", "\($0)", ["full_name": "甲", "phone": "13900000001"])
    }
    var people = try People.assembly()
    try people.put(rows)
    let keys = LinkKeys(rules: people.rules, hash: Self.hash)
    let meeting = keys.keys(of: 0, in: people.table).map(\.meeting)
    var muted = people
    muted.surround(with: [], vacant: [], muted: Set(meeting))
    people.assemble()
    muted.assemble()
    #expect(people.review.count == 1 && muted.review.isEmpty)
  }
}
