import Datasets

/// How many of the first positions of a file are not near the district: far from it, in it only
/// with their ordinates exchanged, or nowhere in the declared reference system.
///
/// Where nearly all do, the reference system is at fault and not the rows.
package struct PositionTally {
  /// The judgement, once enough has been seen.
  package struct Misplaced: Hashable, Sendable {
    package var positions: Int
    package var astray: Int
    /// The first of them.
    package var example: Example

    package init(positions: Int, astray: Int, example: Example) {
      (self.positions, self.astray, self.example) = (positions, astray, example)
    }
  }

  /// A row whose position is far from the district.
  package struct Example: Hashable, Sendable {
    /// Its line, or its row in a sheet, as people see it.
    package var line: Int
    /// The position as the file gives it.
    package var position: String
    /// The rule of place that found it.
    package var rule: Int

    package init(line: Int, position: String, rule: Int) {
      (self.line, self.position, self.rule) = (line, position, rule)
    }
  }

  /// With fewer positions than this nothing is judged.
  private static let fewest = 100
  /// More than so many are not looked at.
  private static let most = 1_000
  /// The share, 0…1, from which on the file is at fault.
  package static let tolerableShare = 0.95

  /// Whether further positions are of use.
  package private(set) var isOpen: Bool
  private var positions = 0
  private var astray = 0
  private var example: Example?

  /// Begins to count, or never does.
  package init(isOpen: Bool) { self.isOpen = isOpen }

  /// Takes a position in or near the district into account.
  package mutating func noteNear() {
    positions += 1
    isOpen = positions < Self.most
  }

  /// Takes one far from the district into account; `makeExample` is called for the first.
  package mutating func noteAstray(_ makeExample: () -> Example) {
    if example == nil { example = makeExample() }
    astray += 1
    noteNear()
  }

  /// The judgement where the file is at fault; nil where it is not, or too few positions were seen.
  package func misplaced(isComplete: Bool) -> Misplaced? {
    guard positions >= (isComplete ? Self.fewest : Self.most), let example,
      Double(astray) >= Self.tolerableShare * Double(positions)
    else { return nil }
    return Misplaced(positions: positions, astray: astray, example: example)
  }
}

extension PositionTally.Misplaced: Error {}
