import Gewu
import Geometry
import Testing

@Suite struct ReportsTests {
  private let lamp = ReportSubmission(
    channel: "app", category: "lamp", description: "路灯不亮", longitude: 116.035, latitude: 39.005,
    reportedAt: "2026-01-31T08:00:00+08:00", externalID: "A-1")

  @Test func `a report is attached, kept and listed`() throws {
    let sample = try Sample()
    try sample.loadLattice()

    let receipt = try sample.district.receive(lamp)

    #expect(receipt.isNew)
    #expect(receipt.report.status == .inside)
    #expect(receipt.report.grid?.code == "G03")
    #expect(try sample.district.report(id: receipt.report.id) == receipt.report)
    #expect(try sample.district.reports() == [receipt.report])
    #expect(try sample.district.reports(ReportQuery(grid: "G03")).count == 1)
    #expect(try sample.district.reports(ReportQuery(grid: "G00")).isEmpty)
  }

  static let spans: [(from: String?, to: String?, count: Int)] = [
    ("2026-03-01T08:00:00+08:00", nil, 1), ("2026-03-01T08:00:00.001+08:00", nil, 0),
    ("2026-03-01", nil, 1), ("2026-03-02", nil, 0), (nil, "2026-03-01T08:00:00+08:00", 1),
    (nil, "2026-03-01T07:59:59.999+08:00", 0), (nil, "2026-03-01", 1), (nil, "2026-02-28", 0),
  ]

  @Test(arguments: spans)
  func `reports of a span are listed, whatever zone it is written in`(
    from: String?, to: String?, count: Int
  ) throws {
    let sample = try Sample(clock: HandClock("2026-03-01T00:00:00Z").clock)
    try sample.loadLattice()
    _ = try sample.district.receive(lamp)

    #expect(try sample.district.reports(ReportQuery(from: from, to: to)).count == count)
  }

  @Test func `sent twice under one key it is kept once`() throws {
    let sample = try Sample()
    try sample.loadLattice()

    let first = try sample.district.receive(lamp, idempotencyKey: "k")
    let second = try sample.district.receive(lamp, idempotencyKey: "k")

    #expect(!second.isNew)
    #expect(second.report == first.report)
    #expect(try sample.district.reports().count == 1)
  }

  @Test func `another report under a used key is a conflict`() throws {
    let sample = try Sample()
    try sample.loadLattice()
    var other = lamp
    other.description = "另一件"

    _ = try sample.district.receive(lamp, idempotencyKey: "k")
    let error = #expect(throws: ReportFault.self) {
      try sample.district.receive(other, idempotencyKey: "k")
    }

    #expect(error?.kind == .conflict)
    #expect(error == .keyUsed("k", report: 1))
    #expect(try sample.district.reports().count == 1)
  }

  @Test func `reports without a place or outside are kept as well`() throws {
    let sample = try Sample()
    try sample.loadLattice()

    let nowhere = try sample.district.receive(ReportSubmission(channel: "hotline")).report
    let abroad = try sample.district.receive(
      ReportSubmission(channel: "app", longitude: 0, latitude: 0)
    ).report

    #expect(nowhere.status == .invalid && nowhere.grid == nil && nowhere.longitude == nil)
    #expect(abroad.status == .outside && abroad.grid == nil && abroad.longitude == 0)
  }

  @Test func `all faults of a submission are named at once`() throws {
    let sample = try Sample()
    try sample.loadLattice()
    let bad = ReportSubmission(
      channel: "", longitude: 1, crs: "mars", reportedAt: "yesterday")

    let error = #expect(throws: ReportFault.self) { try sample.district.receive(bad) }

    #expect(error?.kind == .invalid)
    #expect(
      error
        == .badFields([
          .noChannel, .halfAPosition, .notAMoment("yesterday"), .badCRS(.unknownCRS("mars")),
        ]))
    #expect(try sample.district.reports().isEmpty)
  }

  @Test func `a list is paged from the newest`() throws {
    let sample = try Sample()
    try sample.loadLattice()
    for _ in 1...5 { _ = try sample.district.receive(lamp) }

    let first = try sample.district.reports(ReportQuery(limit: 2))
    let second = try sample.district.reports(ReportQuery(limit: 2, beforeID: first.last?.id))

    #expect((first + second).map(\.id) == [5, 4, 3, 2])
  }
}
