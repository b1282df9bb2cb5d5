package import Geometry

/// A road with one name, from one of its ends to the other.
package struct Road: Sendable {
  /// The classes of roads, widest first.
  package enum Kind: UInt8, Sendable, CaseIterable, Comparable {
    /// 快速路
    case expressway
    /// 主干路
    case main
    /// 次干路
    case secondary
    /// 支路, 街巷
    case lane
    /// 乡村道路
    case village
    /// 机耕路: it has no name.
    case track

    /// The width between the edges of the pavements, in metres (CJJ 37-2012: lanes of 3.25 to 3.75 m,
    /// pavements of 2 to 5 m).
    package var width: Double {
      switch self {
      case .expressway: 42
      case .main: 34
      case .secondary: 22
      case .lane: 11
      case .village: 7
      case .track: 4
      }
    }

    /// Wider ones come first.
    package static func < (a: Kind, b: Kind) -> Bool { a.rawValue < b.rawValue }

    /// The name of the class.
    package var title: String {
      switch self {
      case .expressway: "快速路"
      case .main: "主干路"
      case .secondary: "次干路"
      case .lane: "支路"
      case .village: "乡村道路"
      case .track: "机耕路"
      }
    }
  }

  package var kind: Kind
  /// Empty for tracks.
  package var name: String
  /// What it was called before it was renamed; empty where it never was.
  package var formerName = ""
  /// The day of the renaming, an ordinal of `Day`; 0 where there was none.
  package var renamed: Int32 = 0
  /// From its western or southern end, in metres of the local plane.
  var line: [Coordinate]

  /// Its length in metres.
  package var length: Double { zip(line, line.dropFirst()).reduce(0) { $0 + ($1.1 - $1.0).length } }

  /// Its middle line on the earth.
  package var path: [Coordinate] { line.map(Terrain.degrees) }
}
