import Foundation
import Tabular

/// The manifests of a folder and its subfolders.
package struct ManifestFolder: Sendable {
  /// The manifests, by the path of their files.
  package let manifests: [Manifest]
  /// Where they were looked for.
  package let path: String
  /// The files that are no manifests to import by; none where the folder was read strictly.
  package let faulty: [FaultyManifest]

  /// Reads all `.yaml` and `.yml` files below a folder; hidden ones are left out.
  ///
  /// - Throws: the first fault, or a `DatasetsError` where two manifests describe one data set.
  package init(path: String) throws {
    try self.init(
      path: path, manifests: Self.files(below: path).map { try $0.manifest() })
  }

  /// Reads those that are sound, and notes which are not: one bad manifest must not stop all
  /// departments.
  ///
  /// - Throws: `DatasetsError` where there is no such folder.
  package init(soundBelow path: String) throws {
    var sound: [Manifest] = []
    var faulty: [FaultyManifest] = []
    for file in try Self.files(below: path) {
      do {
        sound.append(try file.manifest())
      } catch {
        faulty.append(FaultyManifest(path: file.path, fault: error, isInside: file.isInside))
      }
    }
    // Neither of two that describe one data set is the right one.
    let tables = sound.map(\.tableName)
    let places = Dictionary(grouping: sound.indices) { tables[$0] }
    let clashing = sound.indices.compactMap { place -> FaultyManifest? in
      guard let other = places[tables[place]]?.first(where: { $0 != place }),
        let fault = Self.clash(sound[place], sound[other])
      else { return nil }
      return FaultyManifest(
        sound[place], fault: DatasetsError(path: sound[place].path, .folder(fault)))
    }
    let paths = Set(clashing.map(\.path))
    self.path = path
    manifests = sound.filter { !paths.contains($0.path) }
    self.faulty = faulty + clashing
  }

  /// A file that a manifest may be in.
  struct File {
    let path: String
    /// Whether the path can be opened, and does not only show the bytes of a name that is not UTF-8.
    let isNamed: Bool
    /// The folder of manifests.
    let root: String

    /// Whether it lies in the folder, and is no link that leads out of it.
    var isInside: Bool { FolderBounds([root]).hold(path) }

    func manifest() throws -> Manifest {
      guard isNamed else { throw TabularError.name(shown: path) }
      guard isInside else { throw DatasetsError(path: path, .folder(.linkLeadsOut)) }
      return try Manifest(path: path, root: root)
    }
  }

  /// The manifests' files below a folder, in order; behind them what may be one or hold some, and has a
  /// name that is not UTF-8.
  static func files(below path: String) throws -> [File] {
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory),
      isDirectory.boolValue
    else {
      throw DatasetsError(path: path, .folder(.noFolder))
    }
    let listing = FolderListing(of: path)
    let wanted = { (name: String) in
      (name.hasSuffix(".yaml") || name.hasSuffix(".yml"))
        && !name.split(separator: "/").contains { $0.hasPrefix(".") }
    }
    let mayHold = { (name: String) in
      wanted(name)
        || name.hasSuffix("/") && !name.split(separator: "/").contains { $0.hasPrefix(".") }
    }
    return listing.names.filter(wanted).map {
      File(path: "\(path)/\($0)", isNamed: true, root: path)
    }
      + listing.unreadable.filter(mayHold).map {
        File(path: "\(path)/\($0)", isNamed: false, root: path)
      }
  }

  /// The manifests below a folder that have no fault; none where there is no such folder.
  ///
  /// For help that may be incomplete, never for an import.
  package static func readable(below path: String) -> [Manifest] {
    ((try? files(below: path)) ?? []).compactMap { try? $0.manifest() }
  }

  /// Holds manifests that were read already.
  package init(path: String, manifests: [Manifest]) throws {
    var tables: [String: Manifest] = [:]
    for manifest in manifests {
      let other = tables.updateValue(manifest, forKey: manifest.tableName)
      if let other, let fault = Self.clash(manifest, other) {
        throw DatasetsError(path: manifest.path, .folder(fault))
      }
    }
    self.path = path
    self.manifests = manifests
    faulty = []
  }

  /// Why a manifest cannot stand beside another one: both describe one data set, or data sets whose
  /// rows would lie in one table.
  static func clash(_ manifest: Manifest, _ other: Manifest) -> FolderFault? {
    guard manifest.tableName == other.tableName else { return nil }
    return manifest.dataset == other.dataset
      ? .describedTwice(dataset: manifest.dataset, other: other.path)
      : .sameTable(dataset: manifest.dataset, other: other.dataset, path: other.path)
  }

  /// The manifest of a data set.
  ///
  /// - Throws: what is wrong with it, or `DatasetsError` where there is none.
  package func manifest(dataset: String) throws -> Manifest {
    if let manifest = manifests.first(where: { $0.dataset == dataset }) { return manifest }
    if let own = faulty.first(where: { $0.dataset == dataset }) { throw own.fault }
    let known = manifests.map(\.dataset)
    let guess = Suggestion.nearest(to: dataset, among: known)
    throw DatasetsError(
      path: path, .folder(.noManifest(dataset: dataset, suggestion: guess, known: known)))
  }

  /// Whether a manifest that is enabled names a file.
  package func claims(fileName: String) -> Bool {
    manifests.contains { $0.isEnabled && $0.matches(fileName: fileName) }
  }

  /// The faulty manifest that names a file.
  package func faulty(forFile fileName: String) -> FaultyManifest? {
    faulty.first { $0.claims(fileName: fileName) ?? false }
  }

  /// The one manifest whose file patterns fit a file's name; those that are not enabled do not
  /// count.
  package func manifest(forFile fileName: String) throws -> Manifest {
    let name = fileName.split(separator: "/").last.map(String.init) ?? fileName
    let named = manifests.filter { $0.matches(fileName: name) }
    let fitting = named.filter(\.isEnabled)
    if fitting.count == 1 { return fitting[0] }
    if fitting.isEmpty, let disabled = named.first {
      throw DatasetsError(path: fileName, .folder(.notEnabled(dataset: disabled.dataset)))
    }
    if fitting.isEmpty {
      // Of one that is no YAML nobody knows whether the file is its.
      if let own = faulty(forFile: name) ?? faulty.first(where: { $0.files == nil }) {
        throw own.fault
      }
      throw DatasetsError(path: fileName, .folder(.unclaimed(folder: path)))
    }
    throw DatasetsError(path: fileName, .folder(.claimedBySeveral(fitting.map(\.dataset))))
  }
}
