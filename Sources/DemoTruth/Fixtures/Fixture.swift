package import Geometry

/// A thing of the city that stands in its place: a lamp, a manhole, a tree.
package struct Fixture: Sendable {
  /// 部件状态: 完好, 破损, 丢失, 废弃, 移除 (GB/T 47678.5).
  package enum State: UInt8, Sendable, CaseIterable {
    case sound, damaged, lost, disused, removed

    /// The name that the standard gives it.
    package var title: String {
      switch self {
      case .sound: "完好"
      case .damaged: "破损"
      case .lost: "丢失"
      case .disused: "废弃"
      case .removed: "移除"
      }
    }
  }

  /// The place of its class in `FixtureClass.classes`.
  package var kind: UInt8
  /// On the day of the first delivery; `Fixtures.condition` says it of any day.
  package var state: State
  /// Its number within its class, from 1.
  package var number: Int32
  /// The place of its grid in `ground.grids`, and of its road in `ground.roads` or -1.
  package var grid: Int32
  package var road: Int32
  /// The day it was first recorded, an ordinal of `Day`.
  package var recorded: Int32
  var x: Float
  var y: Float

  /// Its class.
  package var fixtureClass: FixtureClass { FixtureClass.classes[Int(kind)] }

  /// 16 digits: district, major and minor class, number.
  package func code(in division: Division) -> String {
    division.code + fixtureClass.code + Digits.padded(Int(number), 6)
  }

  /// Where it stands, degrees.
  package var position: Coordinate { Terrain.degrees(Coordinate(x: Double(x), y: Double(y))) }
}
