package import Rosters
import Datasets
import Foundation

/// The norms of staffing in a folder: those that come with the program, where no other is named.
package struct ShippedNorms: Sendable {
  /// Those that can be read, in the order of their files' names.
  package let norms: [RosterNorm]

  /// - Throws: `TabularError`, `DatasetsError` for a norm that cannot be read.
  package init(folder: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    norms = try names.filter { $0.hasSuffix(".yaml") }.sorted().map {
      try RosterNorm(path: "\(folder)/\($0)")
    }
  }

  private init(norms: [RosterNorm]) { self.norms = norms }

  /// Those that come with the program; none where they are not there or cannot be read, since questions
  /// for a position are answered all the same.
  package static let standard: ShippedNorms = {
    let folder = ResourceFolder().path(of: .rosters)
    return folder.flatMap { try? ShippedNorms(folder: $0) } ?? ShippedNorms(norms: [])
  }()

  /// The norm of a name.
  package func norm(named name: String) -> RosterNorm? { norms.first { $0.name == name } }

  /// The norm that a net goes by where nobody has said by which it does.
  package func norm(ofNet net: String) -> RosterNorm? {
    norms.first { $0.standardNets.contains(net) }
  }
}
