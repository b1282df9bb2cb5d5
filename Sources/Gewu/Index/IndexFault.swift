package import Time

/// Why an index cannot answer, or a cell cannot be named.
package enum IndexFault: UseCaseError, Equatable, Sendable {
  /// No generation of the net is active in the store.
  case nothingActive(net: String, store: String)
  /// No generation was active at a date or moment.
  case nothingActiveThen(date: String)
  case noCells(generation: Int64)
  /// The net has no level of this name, or where `withCells`, none that has cells.
  case noLevel(String, known: [String], withCells: Bool = false)
  /// `retired` where an earlier generation that was active had one.
  case noCell(
    code: String, level: String?, generation: Int64, net: String, retired: RetiredCell? = nil)
  /// Cells of several levels have the code.
  case ambiguousCode(String, levels: [String])

  package var kind: FailureKind {
    switch self {
    case .nothingActive, .nothingActiveThen, .noCells, .noLevel, .noCell: .notFound
    case .ambiguousCode: .conflict
    }
  }
}

/// A cell that existed once, and what lies in its place.
package struct RetiredCell: Sendable, Equatable, Codable {
  /// A cell that lies where the retired one was.
  package struct Heir: Sendable, Equatable, Codable {
    package var code: String
    package var name: String?
    /// The share of the retired cell's area that it holds, 0…1.
    package var share: Double
  }

  package var level: String
  package var name: String?
  /// The last generation that was active and had it.
  package var generation: Int64
  /// When that generation ceased to be the active one.
  package var until: Moment
  /// The cells of the same level that lie there in the generation asked, the largest share first.
  package var now: [Heir]
}
