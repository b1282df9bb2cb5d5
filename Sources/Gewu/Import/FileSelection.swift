import Datasets
package import Files
import Foundation
package import Intake
import Tabular
package import Time
import Warehouse

/// Which files are to be imported into which data sets: made of the paths that a person names.
package struct FileSelection: Sendable {
  /// One file with its data set.
  ///
  /// A class, so that its size does not depend on modules that callers do not import.
  package final class Item: Sendable {
    package let file: String
    /// The data set that it holds.
    package var dataset: String { manifest.dataset }
    /// The size of the file, 0 where it cannot be told.
    package var byteCount: Int {
      let attributes = try? FileManager.default.attributesOfItem(atPath: file)
      return (attributes?[.size] as? Int) ?? 0
    }
    let manifest: Manifest

    /// What is to be imported, with nothing said yet of how.
    package var request: ImportRequest { ImportRequest(path: file, manifest: manifest) }

    init(file: String, manifest: Manifest) {
      self.file = file
      self.manifest = manifest
    }
  }

  /// The files in the order of the paths, those of a folder by name; of one data set whose files replace
  /// each other, the earlier period first.
  package let items: [Item]
  /// The files of folders that no manifest names; they are left alone.
  package let skipped: [String]
  /// The files of folders that cannot be read for their names or for what is wrong with their manifest,
  /// with that.
  package let failed: [(file: String, dataset: String?, fault: any Error)]
  /// What is wrong with manifests that none of the files needs.
  package let faults: [any Error]
  /// The lock files of spreadsheet programs in folders: somebody has the workbook open.
  package let locks: [String]
  /// The links in folders, to files, folders or nothing: nobody follows them, since they may lead to what
  /// is not meant to be read here.
  package let links: [String]
  /// The files of folders that a manifest names and that are no tables: pictures, documents.
  package let documents: [String]
  /// All files that are read: those of ``items`` with their companions, and the manifests.
  package let filesRead: [String]

  /// Finds the files and their manifests.
  ///
  /// - Parameters:
  ///   - paths: files or folders; in a folder all files count whose names a manifest knows. A link that
  ///     is named here is followed, one in a folder is not.
  ///   - dataset: the data set of all of them; by their names where it is nil.
  ///   - folder: where the manifests are.
  ///   - own: what of a folder is no department's: the files of the store.
  ///   - today: what a month without a year in a file's name is counted from.
  /// - Throws: `DatasetsError` for a wrong manifest that a file needs, or a file that none or several name;
  ///   `ImportFault` where there is no such file, or nothing to import.
  package init(
    paths: [String], dataset: String?, manifests folder: String,
    leavingOut own: SparedFiles = .none, today: Day = Clock.system.now().day
  ) throws {
    let manifests = try ManifestFolder(soundBelow: folder)
    let chosen = try dataset.map { try manifests.manifest(dataset: $0) }
    var items: [Item] = []
    var skipped: [String] = []
    var failed: [(file: String, dataset: String?, fault: any Error)] = []
    var locks: [String] = []
    var documents: [String] = []
    var links: [String] = []
    for path in paths {
      guard FileManager.default.fileExists(atPath: path) else {
        throw ImportFault.noFile(path: path)
      }
      if Self.isLock(path) { throw ImportFault.lockFile(path: path) }
      guard let files = Self.files(below: path) else {
        let name = Self.name(of: path, knownTo: manifests)
        items.append(Item(file: path, manifest: try chosen ?? manifests.manifest(forFile: name)))
        continue
      }
      links += files.links
      for file in files.unreadable { failed.append((file, nil, TabularError.name(shown: file))) }
      for file in files.names where !own.contains(file) {
        let name = Self.name(of: file, knownTo: manifests)
        if Self.isLock(file) {
          locks.append(file)
        } else if let chosen {
          if !chosen.matches(fileName: name) {
            skipped.append(file)
          } else if Self.isDocument(file) {
            documents.append(file)
          } else {
            items.append(Item(file: file, manifest: chosen))
          }
        } else if manifests.claims(fileName: name), Self.isDocument(file) {
          documents.append(file)
        } else if manifests.claims(fileName: name) {
          items.append(Item(file: file, manifest: try manifests.manifest(forFile: name)))
        } else if let own = manifests.faulty(forFile: name) {
          failed.append((file, own.dataset, own.fault))
        } else {
          skipped.append(file)
        }
      }
    }
    if items.isEmpty, let first = failed.first { throw first.fault }
    guard !items.isEmpty || links.isEmpty else { throw ImportFault.onlyLinks(links) }
    guard !items.isEmpty else {
      throw ImportFault.noManifest(folder: folder, paths: paths)
    }
    let names = FolderListing(of: folder).names
    filesRead =
      items.flatMap { [$0.file] + CompanionFiles.paths(of: $0.file) }
      + names.map { "\(folder)/\($0)" }
    self.items = Self.inOrderOfPeriods(items, today: today)
    (self.skipped, self.locks, self.documents) = (skipped, locks, documents)
    self.links = links
    self.failed = failed
    let named = Set(failed.map { "\($0.fault)" })
    faults = manifests.faulty.map(\.fault).filter { !named.contains("\($0)") }
  }

  /// The name by which manifests know a file: of a packed one also that of its content.
  private static func name(of path: String, knownTo manifests: ManifestFolder) -> String {
    let name = String(path.split(separator: "/").last ?? "")
    let content = name.lowercased().hasSuffix(".gz") ? String(name.dropLast(3)) : name
    return manifests.claims(fileName: name) ? name : content
  }

  /// Whether a file is the lock of a spreadsheet program, by its name: `~$` of Excel and WPS,
  /// `.~lock.` and `#` of LibreOffice.
  static func isLock(_ path: String) -> Bool {
    let name = path.split(separator: "/").last ?? ""
    return name.hasPrefix("~$") || name.hasPrefix(".~lock.") && name.hasSuffix("#")
  }

  /// Whether a file holds no rows, by its bytes; those whose name is that of a table are not asked.
  private static func isDocument(_ path: String) -> Bool {
    let tables = [
      ".csv", ".tsv", ".txt", ".xlsx", ".xls", ".et", ".shp", ".geojson", ".json", ".gpkg", ".zip",
      ".gz",
    ]
    guard !tables.contains(where: path.lowercased().hasSuffix) else { return false }
    guard let file = try? FileBytes(path: path) else { return false }
    return !TableFormat.sniff(file.bytes).mayHoldRows
  }

  /// Puts the files of a data set in the order of their periods, where all of them have one by their
  /// names, each in one of the places that they had.
  private static func inOrderOfPeriods(_ items: [Item], today: Day) -> [Item] {
    var ordered = items
    for places in Dictionary(grouping: items.indices, by: { items[$0].dataset }).values {
      let periods = places.compactMap { place in
        FilePeriod(items[place].request, today: today).periodOfName.map { (place, $0) }
      }
      guard places.count > 1, periods.count == places.count else { continue }
      let sorted = periods.sorted { one, other in
        one.1.last == other.1.last
          ? one.0 < other.0 : one.1.last.ordinal < other.1.last.ordinal
      }
      for (place, period) in zip(places, sorted) { ordered[place] = items[period.0] }
    }
    return ordered
  }

  /// What lies below a folder, without what is hidden.
  private struct FolderFiles {
    /// Files, but for those that belong to others.
    var names: [String]
    /// Files of names that are not UTF-8.
    var unreadable: [String]
    var links: [String]
  }

  /// What lies below a folder; nil where the path is no folder.
  ///
  /// A file that a link belongs to is left out with the link: it would be read with what that leads to.
  private static func files(below path: String) -> FolderFiles? {
    var isFolder: ObjCBool = false
    let files = FileManager.default
    guard files.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
      return nil
    }
    let folder = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    let listing = FolderListing(of: folder)
    let companions = CompanionFiles(among: listing.names + listing.unreadable)
    func isHidden(_ name: String) -> Bool {
      name.split(separator: "/").contains { $0.hasPrefix(".") }
    }
    func own(_ names: [String]) -> [String] {
      names.filter { !companions.contains($0) && !isHidden($0) }.map { "\(folder)/\($0)" }
    }
    let links = listing.names.filter { listing.links.contains($0) && !isHidden($0) }
    let linked = Set(links.map { "\(folder)/\($0)" })
    let named = own(listing.names).filter { file in
      var isFolder: ObjCBool = false
      return !linked.contains(file) && linked.isDisjoint(with: CompanionFiles.paths(of: file))
        && files.fileExists(atPath: file, isDirectory: &isFolder) && !isFolder.boolValue
    }
    return FolderFiles(names: named, unreadable: own(listing.unreadable), links: linked.sorted())
  }
}
