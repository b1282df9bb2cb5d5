@testable import Projections
import Geometry
import Testing
import Time
import Warehouse

@testable import Gewu

@Suite struct `What an error means` {
  static let cases: [(any Error, FailureKind)] = [
    (InvalidCoverage(report: GridCheckReport(generation: 1, valid: false, levels: [])), .refused),
    (IndexFault.nothingActiveThen(date: "2026-01-31"), .notFound),
    (GenerationFault.tooEarly(active: 1, since: Moment(milliseconds: 0)), .conflict),
    (ReportFault.badFields([.noChannel]), .invalid), (NotAMoment(text: "x"), .invalid),
    (StoreError.notFound(path: "p"), .noStore), (StoreError.locked(path: "p"), .locked),
    (StoreError.gone(path: "p"), .storeGone),
    (StoreError.full(path: "p"), .full), (StoreError.exists(path: "p"), .conflict),
    (StoreError.unknownSRID(1), .invalid), (StoreError.notAStore(path: "p"), .failed),
    (CoordinateTransformError.unknownCRS(.epsg(999_999), .noSuchCode), .invalid),
    (CoordinateTransformError.noDatabase, .failed), (CancellationError(), .interrupted),
  ]

  @Test(arguments: cases.indices)
  func `every error has its kind`(index: Int) {
    let (error, kind) = Self.cases[index]

    #expect(FailureKind(error) == kind)
  }
}
