package import Geometry
import Tabular
import Warehouse

/// What a drawing holds besides its cells: where its lines did not close, areas without a label, and
/// labels without an area.
///
/// Positions are those of the drawing.
package struct DrawingReport: Sendable, Equatable {
  /// The ends of lines at which no other line begins.
  package var openEnds: [Coordinate] = []
  /// A position in each area that no label stands in.
  package var unlabelled: [Coordinate] = []
  /// The labels that stand in no area.
  package var lost: [String] = []
}

/// The cells of a drawing: the areas that its lines enclose, each with the label that stands in it as
/// its code.
struct DrawingCells {
  /// A text and where it stands.
  struct Label {
    var text: String
    var position: Coordinate
    var feature: Int
  }

  private(set) var lines: [[Coordinate]] = []
  private(set) var labels: [Label] = []

  /// Takes the lines and labels of a drawing; what is neither is left out.
  ///
  /// - Parameters:
  ///   - column: the place of the labels' texts among the kept values.
  ///   - anchors: where aligned texts stand.
  init(_ table: FeatureTable, labels column: Int, anchors: DrawingAnchors) {
    for feature in table.features {
      guard let bytes = feature.geometry else { continue }
      let shape = bytes.withUnsafeBytes { try? WellKnownBinary.decodeShape($0) }
      switch shape {
      case .lines(let found)?: lines += found
      case .area(let area)?: lines += area.polygons.flatMap { $0.rings.map(\.coordinates) }
      case .point(let position)?:
        guard let text = GridCodeText.trimmed(feature.values[column]) else { continue }
        labels.append(
          Label(
            text: text, position: anchors.place(of: text, at: position), feature: feature.number))
      case nil: continue
      }
    }
  }

  /// The areas with the one label that each has.
  ///
  /// - Throws: `GridFileFaults` or the only fault where an area has several labels.
  func cells(
    in linework: Linework, file: String
  ) throws -> (cells: [(label: Label, boundary: Polygon)], report: DrawingReport) {
    var report = DrawingReport(openEnds: linework.openEnds)
    var faults = GridFileFaults(file: file)
    var cells: [(Label, Polygon)] = []
    var isUsed = [Bool](repeating: false, count: labels.count)
    for area in linework.areas {
      let box = MultiPolygon([area]).box
      let inside = labels.indices.filter {
        box.contains(labels[$0].position) && Self.holds(area, labels[$0].position)
      }
      for label in inside { isUsed[label] = true }
      let texts = Set(inside.map { labels[$0].text })
      if let label = inside.first, texts.count == 1 {
        cells.append((labels[label], area))
      } else if texts.isEmpty {
        report.unlabelled.append(area.rings.first?.coordinates.first ?? Coordinate(x: 0, y: 0))
      } else {
        faults.note(GridFileFault.severalLabels(file: file, labels: texts.sorted()))
      }
    }
    if let fault = faults.fault { throw fault }
    report.lost = labels.indices.filter { !isUsed[$0] }.map { labels[$0].text }
    return (cells, report)
  }

  /// Whether a position lies in an area, by the number of borders to its right.
  private static func holds(_ area: Polygon, _ position: Coordinate) -> Bool {
    var isInside = false
    for ring in area.rings {
      for (a, b) in zip(ring.coordinates, ring.coordinates.dropFirst())
      where (a.y > position.y) != (b.y > position.y) {
        let x = a.x + (position.y - a.y) / (b.y - a.y) * (b.x - a.x)
        if x > position.x { isInside.toggle() }
      }
    }
    return isInside
  }
}
