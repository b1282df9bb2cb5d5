import Foundation
import Geometry
import Gewu

/// What the routes answer from: the district, and the threads for slow questions.
struct Backend: Sendable {
  let district: District
  let configuration: ServerConfiguration
  let registry: PrometheusRegistry
  /// For what reads or writes the disk: a moment each.
  let disk = BlockingPool(name: "gewu.disk", width: 4)
  /// For what computes: seconds each.
  ///
  /// Apart, so that a report is stored meanwhile.
  let compute = BlockingPool(
    name: "gewu.compute", width: max(1, ProcessInfo.processInfo.activeProcessorCount / 2),
    backlog: 16)
  /// For answers that lie on disk until their caller takes them; any number may wait.
  let spool = BlockingPool(name: "gewu.spool", width: 2, backlog: .max >> 1)
  /// How much of these there may be.
  let spoolSpace: SpoolSpace
  /// For building the index of a new generation.
  let follower = BlockingPool(name: "gewu.follower", width: 1)

  init(district: District, configuration: ServerConfiguration, registry: PrometheusRegistry) {
    self.district = district
    self.configuration = configuration
    self.registry = registry
    spoolSpace = SpoolSpace(most: configuration.spoolLimit)
  }
}

extension Backend {
  /// The boundaries of a net's generation that is active, or was at a date or moment; of the base net
  /// where none is named, and where that has none yet the service is not ready.
  func snapshot(net: String? = nil, at date: String? = nil) throws -> GridSnapshot {
    if let net { return try district.snapshot(net: net, at: date) }
    do {
      return try district.snapshot(at: date)
    } catch IndexFault.nothingActive {
      throw Problem.notReady
    }
  }

  /// The locator for a question to a net, to the base net where none is named; where that has nothing
  /// active yet the service is not ready.
  func locator(
    net: String? = nil, crs: CRSName = .wgs84, at date: String? = nil
  ) throws -> PointLocator {
    if let net { return try district.pointLocator(net: net, crs: crs, at: date) }
    do {
      return try district.pointLocator(crs: crs, at: date)
    } catch IndexFault.nothingActive {
      throw Problem.notReady
    }
  }
}
