import Geometry
import Time
import Warehouse

extension GridSnapshot {
  /// The most cells that are named in the place of one.
  private static let mostHeirs = 20
  /// Shares below this are rounding, not ground.
  private static let leastShare = 1e-6

  /// The cell of a code in the last generation before this one that was active and had it.
  ///
  /// - Parameter level: only of this level; of several, the lowest one that had it last.
  func retired(code: String, level: String?) throws -> RetiredCell? {
    let asked = index.generation
    return try store.read { session in
      let levels = try session.levels(net: asked.net).filter { level == nil || $0.name == level }
      let earlier = try session.presentGenerations(net: asked.net).filter {
        $0.id < asked.id && $0.activatedAt != nil
      }
      for generation in earlier.reversed() {
        guard let until = generation.retiredAt else { continue }
        for level in levels.reversed() {
          let found = try session.grids(level: level, generation: generation.id, code: code)
          guard let record = found.first else { continue }
          return RetiredCell(
            level: level.name, name: record.name, generation: generation.id, until: until,
            now: try heirs(of: record, level: level, session: session))
        }
      }
      return nil
    }
  }

  private func heirs(
    of record: GridRecord, level: Level, session: StoreTransaction
  ) throws -> [RetiredCell.Heir] {
    guard let boundary = record.boundary, boundary.area > 0 else { return [] }
    let sharedArea = try session.sharedArea()
    let near = try session.grids(level: level, generation: generation, meeting: boundary.box)
    let heirs = try near.compactMap { other -> RetiredCell.Heir? in
      guard let ground = other.boundary, let area = try sharedArea(boundary, ground) else {
        return nil
      }
      let share = min(1, area / boundary.area)
      return share < Self.leastShare
        ? nil : RetiredCell.Heir(code: other.code, name: other.name, share: share)
    }
    return Array(heirs.sorted { ($1.share, $0.code) < ($0.share, $1.code) }.prefix(Self.mostHeirs))
  }
}
