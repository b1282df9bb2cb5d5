@testable import Projections
import Geometry
import Testing
import Warehouse

@testable import Gewu

@Suite struct `What an error means` {
  static let cases: [(any Error, Fault.Kind)] = [
    (GewuError(.invalid, "x"), .invalid), (GewuError(.notFound, "x"), .notFound),
    (GewuError(.conflict, "x"), .conflict), (GewuError(.refused, "x"), .refused),
    (InvalidCoverage(report: GridCheckReport(generation: 1, valid: false, levels: [])), .refused),
    (StoreError.notFound(path: "p"), .noStore), (StoreError.locked(path: "p"), .locked),
    (StoreError.full(path: "p"), .full), (StoreError.exists(path: "p"), .conflict),
    (StoreError.unknownSRID(1), .invalid), (StoreError.notAStore(path: "p"), .failed),
    (CoordinateTransformError.unknownCRS(.epsg(999_999), detail: "x"), .invalid),
    (CoordinateTransformError.noDatabase, .failed), (CancellationError(), .interrupted),
  ]

  @Test(arguments: cases.indices)
  func `every error has its kind and its own words`(index: Int) {
    let (error, kind) = Self.cases[index]

    let fault = Fault(error)

    #expect(fault.kind == kind)
    let words =
      kind == .interrupted ? "interrupted; the store is as it was before" : "\(error)"
    #expect(fault.description == words)
  }
}
