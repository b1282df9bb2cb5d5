import Foundation
import UseAnomaly

/// The figures of a home whose use stands out, as they are kept and shown: numbers and what each is of.
package struct UseDetails: Sendable, Equatable, Codable {
  /// Something that speaks for or against, with its number and what it counts.
  package struct Part: Sendable, Equatable, Codable {
    /// `deviation`, `excess` or the name of the evidence.
    package var name: String
    /// What it is a number of stands at its kind; nil for the parts that are no evidence.
    package var number: Double?
    /// Below 0 where it speaks against; nil where nothing is scored.
    package var points: Double?
  }

  /// The z that as many of the last periods reach as there must be, and of how many homes it is.
  package var z: Double
  package var peers: Int
  /// `building`, `estate` or `cell`.
  package var peerGroup: String?
  /// Cubic metres a day, and how many people they imply.
  package var perDay: Double
  package var implied: Double
  /// People of registered households.
  package var residents: Int
  /// How many periods had peers, and how many of the last stand out.
  package var periods: Int
  package var standing: Int
  /// How many times its former use it uses now; nil where too little is known.
  package var stepRatio: Double?
  package var score: Double?
  /// The share of false ones among all with this z or more.
  package var falseShare: Double
  package var parts: [Part]

  package enum CodingKeys: String, CodingKey {
    case z, peers, implied, residents, periods, standing, score, parts
    case peerGroup = "peer_group"
    case perDay = "per_day"
    case stepRatio = "step_ratio"
    case falseShare = "false_share"
  }

  /// Those of a finding.
  init(_ finding: HomeFinding) {
    (z, peers, perDay) = (finding.z, finding.peerCount, finding.perDay)
    peerGroup = finding.peers.map { Self.name(of: $0.level) }
    (implied, residents) = (finding.impliedPersons, finding.residents)
    (periods, standing) = (finding.periods, finding.standing)
    (stepRatio, falseShare) = (finding.stepRatio, finding.falseShare)
    score = finding.parts.isEmpty ? nil : finding.score
    let scored = finding.parts.compactMap { part -> Part? in
      switch part.name {
      case .deviation: Part(name: "deviation", points: part.points)
      case .excess: Part(name: "excess", points: part.points)
      case .evidence: nil
      }
    }
    parts =
      scored
      + finding.evidence.map { one in
        let points = finding.parts.first { $0.name == .evidence(one.kind) }?.points
        return Part(name: one.kind.rawValue, number: one.number, points: points)
      }
  }

  private static func name(of level: PeerGroup.Level) -> String {
    switch level {
    case .building: "building"
    case .estate: "estate"
    case .cell: "cell"
    }
  }

  /// The bytes that are kept.
  var encoded: Data {
    get throws {
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys]
      return try encoder.encode(self)
    }
  }
}
