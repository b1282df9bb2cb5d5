import Datasets
import Foundation
import GRDB
import Gewu
import Subjects
import Testing
import Warehouse

/// Homes whose use stands out, their queue, and what came of visits.
@Suite struct `The queue of the use anomaly` {
  @Test func `a home that stands out is found with what speaks for it`() throws {
    let world = try UseWorld()
    try world.load()

    let report = try world.judge()
    let item = try world.item()

    #expect(report.homes == 12 && report.judged == 12 && report.notJudged.isEmpty)
    #expect(report.standing == 1 && report.held == 0 && report.absent.isEmpty)
    #expect(report.byChance > 0 && report.byChance < 1)
    #expect(item.lists == ["1"] && item.state == .open && item.outcome == nil)
    #expect(item.cell == "G11" && item.community == "S0" && item.buildingKind == "11")
    let details = try #require(item.details)
    #expect(abs(details.implied - 3 / 0.15) < 0.5 && details.residents == 1)
    #expect(details.peers == 12 && details.peerGroup == "building" && details.periods == 4)
    #expect(details.parts.map(\.name) == ["deviation", "excess", "listedAsLet", "crowded"])
    #expect(details.score == details.parts.reduce(0) { $0 + ($1.points ?? 0) })
  }

  @Test func `no address is shown without a purpose, and with one the read is written down`() throws
  {
    let world = try UseWorld()
    try world.load()
    try world.judge()
    let item = try world.item()

    let shown = try world.district.useItem(item.item)
    let opened = try world.district.useItem(item.item, for: ReadPurpose("a visit"))

    #expect(shown == item && shown.address == nil)
    #expect(opened.address == "Long Road 5-3")
    let text = String(decoding: try JSONEncoder().encode(shown), as: UTF8.self)
    #expect(!text.contains("Long Road") && !text.contains("H3") && !text.contains("P3"))
    let reads = try world.sql(
      "SELECT object || ' ' || rows || ' ' || purpose FROM operation WHERE kind = 'unmasked-read'")
    #expect(reads == ["use/\(item.item) 1 a visit"])
  }

  @Test func `an outcome stays with its home when homes are judged again`() throws {
    let world = try UseWorld()
    try world.load()
    try world.judge()
    let item = try world.item()

    let decided = try world.district.decideUse(item.item, .confirmed, reason: " twelve beds ")
    try world.judge()

    #expect(decided.state == .confirmed && decided.outcome?.reason == "twelve beds")
    #expect(try world.items() == [decided])
    #expect(try world.items(UseQuestion(state: .open)).isEmpty)
    #expect(try world.items(UseQuestion(state: .confirmed, cell: "S0")) == [decided])
    #expect(try world.items(UseQuestion(cell: "G12")).isEmpty)
    // The home uses little now: it is on no list, and its outcome is still to be seen.
    try world.loadWater(high: [], name: "again")
    try world.judge()
    let gone = try world.district.useItem(item.item)
    #expect(try world.items().isEmpty)
    #expect(gone.lists.isEmpty && gone.details == nil && gone.outcome == decided.outcome)
  }

  @Test func `the last outcome counts, and one that has run out leaves the item open`() throws {
    let world = try UseWorld()
    try world.load()
    try world.judge()
    let key = try world.item().item

    _ = try world.district.decideUse(key, .notReached, reason: "nobody home")
    _ = try world.district.decideUse(
      key, .unfounded, reason: "a family of nine", until: "2026-10-02")
    #expect(try world.item().state == .unfounded)
    world.clock.advance(by: .seconds(2 * 86_400))

    #expect(try world.item().state == .open)
    #expect(try world.item().outcome?.verdict == "unfounded")
    #expect(throws: UseFault.dayOver("2026-10-02")) {
      try world.district.decideUse(key, .unfounded, reason: "as before", until: "2026-10-02")
    }
  }

  @Test func `outcomes that are too old are removed and counted`() throws {
    let world = try UseWorld()
    try world.load()
    try world.judge()
    let key = try world.item().item
    _ = try world.district.decideUse(key, .confirmed, reason: "beds")
    world.clock.advance(by: .seconds(366 * 86_400))

    let notes = try world.district.verify().checks.first { $0.subject == .use }?.notes
    let report = try world.judge()

    #expect(notes == [.useOutcomesOverdue(1)])
    #expect(report.outcomesRemoved == 1)
    #expect(try world.item().state == .open)
    #expect(try world.sql("SELECT verdict || outcomes FROM use_past") == ["confirmed1"])
    #expect(try world.sql("SELECT reason FROM use_outcome").isEmpty)
  }

  @Test func `what cannot be is refused, and nothing is kept`() throws {
    let world = try UseWorld()
    let judge = { (sources: String) in
      try world.district.judgeUse(
        by: world.sample.write(UseWorld.text(sources: sources), as: "other.yaml"))
    }

    #expect(throws: UseFault.neverJudged) { try world.items() }
    #expect(throws: UseFault.nothingImported(list: "homes", datasets: ["house"])) {
      try world.judge()
    }
    #expect(
      throws: UseFault.noSources(path: world.sample.folder.appending(path: "other.yaml").path)
    ) {
      try judge("")
    }
    try world.load()
    #expect(throws: UseFault.noFields(["flat"], dataset: "water")) {
      try judge(UseWorld.sources.replacing("water, home: home_code", with: "water, home: flat"))
    }
    #expect(throws: UseFault.neverJudged) { try world.items() }
    try world.judge()
    #expect(throws: UseFault.notAnItem("x")) { try world.district.useItem("x") }
    let none = String(repeating: "0", count: 32)
    #expect(throws: UseFault.noItem(none)) { try world.district.useItem(none) }
    let key = try world.item().item
    #expect(throws: UseFault.blankReason) {
      try world.district.decideUse(key, .confirmed, reason: " - ")
    }
    #expect(throws: UseFault.notADay("2026-02-30")) {
      try world.district.decideUse(key, .confirmed, reason: "a", until: "2026-02-30")
    }
  }

  @Test func `a sealed store keeps no figure in the clear, and gives the same findings`() throws {
    let (open, sealed) = try (UseWorld(), UseWorld(isSealed: true))
    for world in [open, sealed] {
      try world.load(high: [3, 7])
      try world.judge()
    }

    let figures = { (world: UseWorld) in
      try world.items().map { [$0.details?.z, $0.details?.implied, $0.details?.score] }
    }
    #expect(try figures(open) == figures(sealed))
    #expect(try sealed.sql("SELECT details FROM use_finding WHERE details IS NOT NULL").isEmpty)
    #expect(try sealed.district.verify().isClean)
    _ = try sealed.district.rotateSeal()
    #expect(try figures(open) == figures(sealed))
    #expect(try sealed.district.verify().isClean)
  }

  @Test func `it is verified by judging again, and not where something has changed since`() throws {
    let world = try UseWorld()
    try world.load()
    #expect(try world.district.verify().isClean)
    try world.judge()
    let check = { try world.district.verify().checks.first { $0.subject == .use } }
    let clean = try #require(try check())
    #expect(clean.examined == 1 && clean.problems.isEmpty && clean.notes.isEmpty)

    try world.change("UPDATE use_finding SET is_held = 1")
    #expect(try check()?.problems == [.useDiffers(day: UseWorld.day, items: 1)])
    try world.change("UPDATE use_finding SET row_id = 999")
    #expect(try check()?.problems.first == .useRowsMissing(1))
    try world.judge()
    #expect(try check()?.problems == [])
    try world.loadWater(high: [4], name: "more")
    #expect(try check()?.notes == [.useOutdated(day: UseWorld.day)])
  }

  @Test func `precision counts the last outcomes, and withholds what is small`() throws {
    let world = try UseWorld()
    try world.load()
    let outcomes: [(String, String, Int)] = [
      ("confirmed", "S0", 40), ("confirmed", "S1", 3), ("confirmed", "S2", 20),
      ("unfounded", "S0", 12), ("unfounded", "S2", 15), ("not-reached", "S0", 2),
    ]
    for (verdict, community, count) in outcomes {
      try world.change(
        "INSERT INTO use_past VALUES ('1', '\(community)', '11', '\(verdict)', \(count))")
    }

    let precision = try world.district.usePrecision()

    #expect(precision.all.confirmed == 63 && precision.all.unfounded == 27)
    #expect(precision.all.precision == 0.7 && precision.all.notReached == nil)
    #expect(precision.byList.map(\.name) == ["1"] && precision.byList[0].precision == 0.7)
    let communities = precision.byCommunity
    #expect(communities.map(\.name) == ["S0", "S1", "S2"])
    // Three are few, and the next smallest would tell them by subtraction.
    #expect(communities.map(\.confirmed) == [40, nil, nil])
    #expect(communities[0].precision == 40.0 / 52 && communities[2].precision == nil)
  }
}

extension UseWorld {
  /// The texts that a statement gives.
  func sql(_ text: String) throws -> [String] {
    let queue = try DatabaseQueue(path: district.storePath)
    return try queue.read { try String.fetchAll($0, sql: text) }
  }

  func change(_ text: String) throws {
    let queue = try DatabaseQueue(path: district.storePath)
    try queue.write { try $0.execute(sql: text) }
  }
}
