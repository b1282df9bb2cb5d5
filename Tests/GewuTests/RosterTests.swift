import Datasets
import Foundation
import Geometry
import Rosters
import Testing
import Time
import Words

@testable import Gewu

/// Posts of a lattice of grids in two streets, from the list to the answer.
@Suite struct RosterTests {
  private static let manifest = """
    name: staff
    primaryKey: [number]
    fields:
      - {name: number, gewu: {sensitive: none}}
      - {name: full_name, gewu: {sensitive: personal}}
      - {name: role, gewu: {public: true}}
      - {name: cell, gewu: {public: true}}
      - {name: net}
      - {name: since, type: date, gewu: {public: true}}
      - {name: until, type: date}
      - {name: office, gewu: {public: true}}
    gewu:
      load: full
      period: name
      posts: {staff: number, holder: full_name, role: role, cell: cell, net: net, from: since, until: until, office: office}
    """

  private static let norm = """
    name: two
    posts:
      - {role: "01", title: Leader, title_zh: 网格长, level: grid, above: [{level: street, role: "09"}], duties: Leads., duties_zh: 负责。}
      - {role: "09", title: Chief, title_zh: 总网格长, level: street, at_least: 0, at_most: 1}
    """

  private let sample: Sample
  private let clock: HandClock

  init() throws {
    clock = try HandClock("2019-09-15T08:00:00Z")
    sample = try Sample(clock: clock.clock)
    try sample.loadLattice(side: 2)
    clock.advance(by: .seconds(86_400 * 2_557))
  }

  /// A day's list: `number,role,cell,since,until`, and the net behind where it is another one.
  private func load(
    _ rows: [String], _ day: String = "2026-09-14", into other: Sample? = nil
  ) throws {
    let sample = other ?? sample
    let lines = rows.map { row in
      let parts = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      let net = parts.count > 5 ? parts[5] : ""
      return "\(parts[0]),王某,\(parts[1]),\(parts[2]),\(net),\(parts[3]),\(parts[4]),88880000"
    }
    let text =
      (["number,full_name,role,cell,net,since,until,office"] + lines).joined(separator: "\n") + "\n"
    _ = try sample.district.importFile(
      at: sample.write(text, as: "staff-\(day).csv"),
      manifest: Manifest(yaml: Self.manifest, path: "staff.yaml"))
  }

  private func go(by norm: String = norm) throws {
    try sample.district.setRosterNorm(sample.write(norm, as: "norm.yaml"), ofNet: "base")
  }

  private static let inG00 = Coordinate(longitude: 116.005, latitude: 39.005)
  private static let inG11 = Coordinate(longitude: 116.015, latitude: 39.015)

  private func posts(_ place: Coordinate = inG00, at date: String? = nil) throws -> [PostAnswer] {
    clock.advance(by: .seconds(2))
    return try sample.district.locate(place, at: date).posts
  }

  private func held() throws -> [String?] {
    try posts().filter { !$0.isVacant }.map(\.staffID)
  }

  @Test func `a look-up has the posts of the grid and of the cells above it`() throws {
    try go()
    try load(["A,01,G00,2020-01-01,", "B,09,S0,2021-05-06,", "C,01,G10,,"])

    let posts = try posts()

    #expect(posts.map(\.post) == ["01", "09"])
    #expect(posts.map(\.level) == ["grid", "street"])
    #expect(posts.map(\.cell) == ["G00", "S0"])
    #expect(posts.map(\.from) == ["2020-01-01", "2021-05-06"])
    #expect(posts.map(\.staffID) == ["A", "B"])
    #expect(posts.map(\.office) == ["88880000", "88880000"])
    #expect(posts.allSatisfy { $0.holder == nil && !$0.isVacant })
    #expect(posts.first?.titleChinese == "网格长")
  }

  @Test func `a vacant post says who stands in`() throws {
    try go()
    try load(["B,09,S0,2021-05-06,"])

    let west = try posts()
    #expect(west.map(\.isVacant) == [true, false])
    #expect(west.first?.standIn == PostAnswer.StandIn(cell: "S0", level: "street"))
    let east = try posts(Self.inG11)
    #expect(east.map(\.isVacant) == [true])
    #expect(east.first?.standIn == nil)
    let found = try sample.district.roster(needsNorm: true)
    #expect(found.findings.map(\.cell) == ["G01", "G11"])
    #expect((found.wanted, found.held, found.vacant) == (4, 1, 4))
  }

  @Test func `both sides of a hand-over answer right to the day`() throws {
    try go()
    try load(["A,01,G00,2020-01-01,2026-09-10", "B,01,G00,2026-09-10,"])

    for (day, staff) in [
      ("2019-12-31", nil), ("2020-01-01", "A"), ("2026-09-09", "A"), ("2026-09-10", "B"),
      ("2030-01-01", "B"),
    ] as [(String, String?)] {
      #expect(try posts(at: day).map(\.staffID) == [staff], "\(day)")
    }
    #expect(try posts().map(\.staffID) == ["B"])
  }

  @Test func `who has left the list is known for the time before`() throws {
    try load(["A,01,G00,2020-01-01,", "C,01,G10,,"], "2026-08-31")
    try load(["B,01,G00,2026-09-10,", "C,01,G10,,"], "2026-09-14")

    for (day, staff) in [("2026-09-09", "A"), ("2026-09-10", "B")] {
      #expect(try posts(at: day).filter { !$0.isVacant }.map(\.staffID) == [staff])
    }
  }

  @Test func `a batch, a rollback, a norm and a day change what is answered at once`() throws {
    #expect(try posts().isEmpty)
    let edition = try sample.district.pointLocator().edition
    try load(["A,01,G00,2020-01-01,2026-09-16"], "2026-08-31")
    #expect(try held() == ["A"])
    #expect(try sample.district.pointLocator().edition != edition)
    try load(["B,01,G00,2020-01-01,", "A,09,S0,,"])
    #expect(try held() == ["B", "A"])
    _ = try sample.district.rollBack(batch: 2)
    #expect(try held() == ["A"])
    try go()
    #expect(try posts().map(\.title) == ["Leader"])
    clock.advance(by: .seconds(86_400))
    #expect(try posts().map(\.isVacant) == [true])
    try sample.district.setRosterNorm("none", ofNet: "base")
    clock.advance(by: .seconds(2))
    #expect(try sample.district.roster().norm == "pukou")
  }

  @Test func `the answer written without an encoder is the encoder's`() throws {
    try go()
    try load(["A,01,G00,2020-01-01,2027-01-01", "\"\"\"q\\\",09,S0,2021-05-06,", "D,77,G11,,"])
    clock.advance(by: .seconds(2))
    for date in [nil, "2026-01-01"] as [String?] {
      let locator = try sample.district.pointLocator(at: date)
      for place in [Self.inG00, Self.inG11, Coordinate(longitude: 0, latitude: 0)] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var writer = LocateAnswerWriter()
        writer.open(place, locator.slot(of: place), in: locator)
        writer.close()
        let answer = locator.answer(for: place)
        #expect(
          String(decoding: writer.bytes, as: UTF8.self)
            == String(decoding: try encoder.encode(answer), as: UTF8.self))
        #expect(try JSONDecoder().decode(LocateAnswer.self, from: Data(writer.bytes)) == answer)
      }
    }
  }

  @Test func `each net has its own posts`() throws {
    try sample.district.addNet("professional", levels: ["grid"])
    var request = GridLoadRequest(
      file: try sample.write(Sample.lattice(side: 2), as: "p.geojson"), level: "grid",
      codeField: "code", activates: true)
    request.net = "professional"
    _ = try sample.district.loadGrids(request)
    try load(["A,04,G00,,,professional", "B,04,G00,,"])

    clock.advance(by: .seconds(2))
    let answer = try sample.district.locate(Self.inG00, nets: .all)
    #expect(answer.posts.filter { !$0.isVacant }.map(\.staffID) == ["B"])
    let other = try #require(answer.nets?["professional"])
    #expect(other.posts.map(\.staffID) == ["A", nil])
    #expect(other.posts.map(\.isVacant) == [false, true])
    let found = try sample.district.roster(net: "professional", needsNorm: true)
    #expect(found.norm == "wujiang")
    #expect((found.wanted, found.held) == (8, 1))
    #expect(found.findings.map(\.held) == [1, 0, 0, 0])
  }

  @Test func `a grid under an estate's leader is no finding by the norm of estates`() throws {
    // The western half is one estate and the eastern another; each has two grids.
    let estates = try Sample(levels: ["estate", "grid"], clock: clock.clock)
    try estates.loadLattice(side: 2)
    try load(["A,10,S0,2020-01-01,2026-09-20", "C,01,G01,,"], into: estates)
    try estates.district.setRosterNorm("gulou", ofNet: "base")

    func findings(_ day: String) throws -> [String] {
      try estates.district.roster(at: day).findings.map { "\($0.kind) \($0.cell) \($0.role)" }
    }
    #expect(try findings("2026-09-19") == ["vacant S1 10", "vacant G11 01"])
    // When nobody leads the estate any more its grids are found.
    #expect(
      try findings("2026-09-20") == [
        "expired S0 10", "vacant S1 10", "vacant G00 01", "vacant G10 01", "vacant G11 01",
      ])
    let place = try estates.district.locate(Self.inG00, at: "2026-09-19")
    #expect(place.posts.map(\.post) == ["01", "10"])
    #expect(place.posts.first?.standIn == PostAnswer.StandIn(cell: "S0", level: "estate"))
  }

  @Test func `what cannot be answered is told`() throws {
    #expect(throws: RosterFault.noList) { try sample.district.roster() }
    try load(["A,01,G00,,"])
    #expect(throws: NetFault.self) { try sample.district.roster(net: "school") }
    #expect(throws: RosterFault.noSuchLevel("estate", known: ["street", "grid"])) {
      try sample.district.roster(level: "estate")
    }
    let gulou = try District.norm("wujiang")
    var other = gulou
    other.rules = gulou.rules(ofNet: "professional")
    #expect(
      throws: RosterFault.otherNets(norm: "wujiang", net: "base", nets: ["professional"])
    ) { try sample.district.roster(norm: other) }
    let error = #expect(throws: RosterFault.self) { try District.norm("nowhere") }
    #expect(error?.kind == .notFound)
    #expect(
      throws: RosterFault.noLevels(norm: "handling-team", levels: ["community"], net: "base")
    ) { try sample.district.setRosterNorm("handling-team", ofNet: "base") }
  }

  @Test func `a notice has what is public, and a code that opens the report page`() throws {
    try go()
    try load(["A,01,G00,2020-01-01,2027-01-01", "B,09,S0,2021-05-06,"])

    let notice = try sample.district.gridNotice(of: "G00", address: "https://grid.example.org/")

    #expect(notice.address == "https://grid.example.org/assets/report.html?grid=G00")
    #expect(notice.code == QRCode(Array(notice.address.utf8)))
    #expect(notice.parts.map(\.cell.code) == ["G00", "S0"])
    #expect(notice.offices == ["88880000"])
    let posts = notice.parts.flatMap(\.posts)
    #expect(posts.map(\.dutiesChinese) == ["负责。", nil])
    // The end is not marked public, the number of the holder neither.
    #expect(posts.map(\.answer.until) == [nil, nil])
    let page = notice.html(.inline("p { color: red }"))
    #expect(page.contains("网格长") && page.contains("Leader") && page.contains("88880000"))
    #expect(page.contains("<style>") && page.contains(notice.code.path))
    #expect(!page.contains("王某") && !page.contains("2027-01-01"))
    #expect(!page.contains(">A<"))
  }

  @Test(arguments: [
    "ftp://x", "grid.example.org", "https://a b", "https://x/?q", "https://x/\"",
    "https://" + String(repeating: "x", count: 200),
  ])
  func `an address that no code can open is refused`(address: String) throws {
    #expect(throws: RosterFault.badAddress(address, most: 213)) {
      try sample.district.gridNotice(of: "G00", address: address)
    }
  }
}
