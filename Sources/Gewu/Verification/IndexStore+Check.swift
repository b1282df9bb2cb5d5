import Grids
import Warehouse

extension IndexStore {
  /// Examines the index files of the generations that the store has: each is read whole and, unless
  /// quickly, compared with the index that its boundaries give.
  func check(isQuick: Bool) throws -> VerificationReport.Check {
    var check = VerificationReport.Check(.indexFiles)
    for generation in try store.read({ try $0.presentGenerations() }) {
      try store.read { session in
        guard let leaf = try leaf(of: generation, session) else { return }
        let key = try IndexFiles.Key(generation, leaf: leaf, session)
        guard cache.holds(key) else { return }
        check.examined += 1
        let path = cache.path(of: key)
        let kept: Locator
        do throws(LocatorFileError) {
          kept = try cache.read(key)
        } catch {
          let state: VerificationFinding.IndexFileState =
            error.reason == .otherContent ? .otherContent : .damaged
          check.fail(.wrongIndexFile(path: path, generation: generation.id, state))
          return
        }
        guard !isQuick else { return }
        let built = GridIndex.locator(
          of: try session.boundaries(level: leaf, generation: generation.id),
          isValid: key.isValid)
        if !kept.isSame(as: built) {
          check.fail(.wrongIndexFile(path: path, generation: generation.id, .otherContent))
        }
      }
    }
    return check
  }

  /// The lowest level that has cells in a generation.
  private func leaf(of generation: Generation, _ session: StoreTransaction) throws -> Level? {
    try session.levels(net: generation.net).last { level in
      try !session.grids(level: level, generation: generation.id, withBoundaries: false).isEmpty
    }
  }
}
