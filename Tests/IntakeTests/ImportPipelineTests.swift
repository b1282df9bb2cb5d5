import Datasets
import Foundation
import Geometry
import Tabular
import TestSupport
import Testing

@testable import Intake

/// The pipeline without a store: rows go to memory.
@Suite final class ImportPipelineTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  /// Keeps what it is told to write.
  private final class Memory: ImportSink {
    var written: [Int64] = []
    var refused: [Int] = []
    var published: ImportReport?
    var most = Int.max

    func start() -> ImportStart {
      ImportStart(batch: 1, firstID: 1, keys: KeyTable(expected: 16, limit: 1 << 12, path: ""))
    }

    func take(_ block: RowBlock) throws -> ImportProgress.Phase {
      if written.count >= most { throw CancellationError() }
      written += (0..<block.count).map { block.rows[$0].id }.filter { $0 != 0 }
      refused += block.refusals.map(\.number)
      return .loading
    }

    func absentRow(_ id: Int64) -> AbsentRow? { nil }

    func interruption() -> (any Error)? { nil }

    func publish(_ report: ImportReport) { published = report }
  }

  private struct Source: RecordSource {
    let file: any TableFile
    let rows: DataRows
    let fileName = "things.csv"
    var crs: String? { file.crs }
  }

  private func pipeline(
    _ text: String, change: (inout ImportRequest) -> Void = { _ in }
  ) throws -> ImportPipeline {
    let manifest = try Manifest(
      yaml: """
        name: thing
        primaryKey: [no]
        fields:
          - {name: no, constraints: {required: true}}
          - {name: amount, type: integer}
          - {name: lon, type: number}
          - {name: lat, type: number}
        gewu:
          load: incremental
          location: {x: lon, y: lat, crs: wgs84}
        """, path: "thing.yaml")
    let path = folder.path("things.csv")
    try Data(text.utf8).write(to: URL(filePath: path))
    let file = try TableFileOpener.open(path: path)
    let attacher = GridAttacher(generation: 1, level: "grid", gridIDs: [1]) {
      $0.x <= 5 ? 0 : -1
    }
    var request = ImportRequest(path: path, manifest: manifest, attacher: attacher)
    change(&request)
    return try ImportPipeline(
      Source(file: file, rows: DataRows(file, manifest: manifest)), request,
      limits: .of(request), srid: 4326)
  }

  private static func rows(_ count: Int) -> String {
    var text = "no,amount,lon,lat\n"
    for row in 0..<count {
      text += "T\(row),\(row.isMultiple(of: 10) ? "x" : "1"),\(row.isMultiple(of: 2) ? 1 : 9),5\n"
    }
    return text
  }

  @Test func `a thousand rows go through without a database`() throws {
    let sink = Memory()

    let report = try pipeline(Self.rows(1_000)).run(into: sink)

    #expect(report.isBalanced && report.read == 1_000)
    #expect(report.inserted == 900 && report.quarantined == 100)
    #expect(report.attached == 400 && report.unattached == 500)
    #expect(report.reasons == ["type-integer": 100])
    #expect(sink.written == (1...900).map(Int64.init))
    #expect(sink.refused.count == 100)
    #expect(sink.published == report)
  }

  @Test func `a threshold exceeded is a value, and nothing is published`() throws {
    let sink = Memory()

    let report = try pipeline(Self.rows(1_000)) { $0.maximumErrors = .rows(99) }
      .run(into: sink)

    #expect(
      report.refused
        == .errors(refused: 100, read: 1_000, limit: .rows(99), mostOften: "type-integer"))
    #expect(sink.published == nil)
  }

  @Test func `what the sink throws ends the run`() throws {
    let sink = Memory()
    sink.most = 1

    #expect(throws: CancellationError.self) {
      try pipeline(Self.rows(50_000)).run(into: sink)
    }
    #expect(sink.published == nil)
  }
}
