package import Geometry

/// A thing in or on a building, or a small works of the city, that departments list beside the components:
/// a lift, a sign, a charger, a shelter.
package struct Facility: Sendable {
  package enum Kind: UInt8, Sendable, CaseIterable {
    case lift, escalator, boiler, vessel, crane, worksVehicle, pipe
    case wallSign, roofSign, screen
    case charger
    case transferStation, collectionPoint, depot, restRoom
    case park, school, hall

    /// 特种设备.
    package var isEquipment: Bool { rawValue <= Kind.pipe.rawValue }
    package var isSign: Bool { self == .wallSign || self == .roofSign || self == .screen }
    package var isSanitation: Bool {
      rawValue >= Kind.transferStation.rawValue && rawValue <= Kind.restRoom.rawValue
    }
    package var isShelter: Bool { rawValue >= Kind.park.rawValue }

    /// The first digits of a registration code: 设备基本代码 (特种设备目录, 2014).
    var catalogue: String {
      switch self {
      case .lift: "3110"
      case .escalator: "3310"
      case .boiler: "1100"
      case .vessel: "2150"
      case .crane: "4110"
      case .worksVehicle: "5110"
      case .pipe: "8310"
      default: "9000"
      }
    }

    /// The class of `equipment-kind.csv`.
    package var equipmentCode: String { catalogue.prefix(1) + "000" }
  }

  package var kind: Kind
  /// The building that it is in, on or at; -1 for none.
  package var building: Int32
  /// 单元 of a lift; of a charger its number in the station.
  package var entrance: UInt8 = 0
  /// The firm that has it; -1 for what goes with a building or a place.
  package var firm: Int32 = -1
  /// The block, an estate, a park or a station, by its kind; -1 for none.
  package var place: Int32 = -1
  /// Its number among those of its kind, from 1.
  package var number: Int32
  /// The days from which and up to which it is there.
  package var from: Int32
  package var to: Int32 = .max
  var x: Float
  var y: Float

  package func stands(on day: Int32) -> Bool { from <= day && day < to }

  /// Where it is, degrees.
  package var position: Coordinate { Terrain.degrees(Coordinate(x: Double(x), y: Double(y))) }
}
