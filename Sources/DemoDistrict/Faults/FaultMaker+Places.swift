import Datasets
import DemoTruth
import Geometry
import Tabular

extension FaultMaker {
  /// Puts a row elsewhere, or takes its place away.
  func displace(
    _ fault: Fault, _ row: DemoRow, _ cells: inout [TableCell], _ outcome: inout RowOutcome
  ) -> Bool {
    if fault.kind == .unitUnknown { return loseUnit(fault.field, row, &cells, &outcome) }
    guard let place = maker.place, row.isPlaced else { return false }
    var moved = row
    switch fault.kind {
    case .coordinateZero:
      moved.values[place.x] = .decimal("0")
      moved.values[place.y] = .decimal("0")
      refuse("coordinate-zero", &outcome)
    case .coordinateFar:
      maker.write(Self.far(from: row.position), place, &moved)
      refuse("coordinate-far", &outcome)
    case .coordinateSwapped:
      moved.values.swapAt(place.x, place.y)
      refuse("coordinate-swapped", &outcome)
    case .coordinateMissing:
      moved.values[place.x] = .none
      moved.values[place.y] = .none
      outcome.unit = unit(of: row, hasPosition: false)
    default:
      maker.write(outside(row.position), place, &moved)
      outcome.unit = unit(of: row, hasPosition: false)
    }
    for index in [place.x, place.y] {
      if let code = brokenBound(moved.values[index], manifest.fields[index]) {
        note(code, field: index, &outcome)
      }
      var draw = Draw(0, 0)
      let isMissing = moved.values[index] == .none
      cells[index] = isMissing ? .empty : styles[index].cell(moved.values[index], &draw)
    }
    return true
  }

  /// Puts the geometry of a row elsewhere, or takes it away.
  func reshape(_ kind: FaultKind, _ row: inout DemoRow, _ outcome: inout RowOutcome) -> Bool {
    guard let shape = maker.shape, row.isPlaced else { return false }
    let position: Coordinate
    switch kind {
    case .shapeZero:
      row.geometry = WellKnownBinary.encode(Coordinate(x: 0, y: 0))
      refuse("coordinate-zero", &outcome)
      return true
    case .shapeFar:
      position = Self.far(from: row.position)
      refuse("coordinate-far", &outcome)
    case .shapeOutside:
      position = outside(row.position)
      outcome.unit = unit(of: row, hasPosition: false)
    default:
      row.geometry = nil
      outcome.unit = unit(of: row, hasPosition: false)
      return true
    }
    row.geometry = WellKnownBinary.encode(shape.maker.convert(position))
    return true
  }

  /// More than 100 km away.
  private static func far(from position: Coordinate) -> Coordinate {
    Coordinate(x: position.x - 1.2, y: position.y + 1.6)
  }

  /// A good kilometre beyond the western border: not in the district, and not far from it.
  private func outside(_ position: Coordinate) -> Coordinate {
    Coordinate(x: maker.view.shared.west - 0.02, y: position.y)
  }

  private func loseUnit(
    _ field: Int, _ row: DemoRow, _ cells: inout [TableCell], _ outcome: inout RowOutcome
  ) -> Bool {
    guard manifest.fields[field].constraints.pattern == nil,
      case .text(let code) = row.values[field]
    else { return false }
    cells[field] = .text(
      maker.view.shared.ground.division.code + String(repeating: "9", count: code.utf8.count - 6))
    outcome.unit = unit(of: row, lost: field)
    return true
  }

  /// The constraint that a moved ordinate fails besides.
  private func brokenBound(_ value: DemoValue, _ field: ManifestField) -> String? {
    guard case .decimal(let text) = value, let number = Double(text) else { return nil }
    if let least = field.constraints.minimum.flatMap(Double.init), number < least {
      return "minimum"
    }
    if let most = field.constraints.maximum.flatMap(Double.init), number > most {
      return "maximum"
    }
    return nil
  }
}
