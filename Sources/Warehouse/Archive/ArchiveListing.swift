import Access
import Files
import Foundation
import Tabular

/// What lies in the archive, told by names and by the first bytes of what is sealed; needs no key.
struct ArchiveListing {
  /// The SHA-256 of files that lie in the clear.
  private(set) var clear: [String] = []
  /// The names of sealed files, each with the version of the key that it is sealed under; nil where its header is
  /// not one.
  private(set) var sealed: [(name: String, version: UInt32?)] = []
  /// The paths of drafts, of somebody who writes or was stopped.
  private(set) var drafts: [String] = []

  init(_ archive: SourceArchive) {
    for place in FolderListing(of: archive.folder).names {
      guard let name = Self.name(at: place) else {
        if place.hasSuffix(Self.draftEnding) { drafts.append("\(archive.folder)/\(place)") }
        continue
      }
      if name.hasPrefix(FileNames.mark) {
        sealed.append((name, Self.version(of: archive.path(of: name))))
      } else {
        clear.append(name)
      }
    }
  }

  /// How many files there are in the clear.
  var clearCount: Int {
    clear.count + drafts.count { !$0.contains(SourceArchive.sealedEnding + ".") }
  }

  /// How many files are sealed under each version.
  var counts: [UInt32: Int] {
    Dictionary(sealed.compactMap { file in file.version.map { ($0, 1) } }, uniquingKeysWith: +)
  }

  /// The name of the file at a place in the folder; nil for what is no file of the archive.
  static func name(at place: String) -> String? {
    guard let file = place.split(separator: "/").last else { return nil }
    let isSealed = file.hasSuffix(SourceArchive.sealedEnding)
    let digits = isSealed ? file.dropLast(SourceArchive.sealedEnding.count) : file
    guard digits.utf8.count == 64, digits.utf8.allSatisfy(Self.isDigit) else { return nil }
    let name = (isSealed ? FileNames.mark : "") + digits
    return SourceArchive.place(of: name) == place ? name : nil
  }

  private static let draftEnding = ".draft"

  private static func isDigit(_ byte: UInt8) -> Bool {
    UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte
  }

  /// The version of the key that a file is sealed under; nil where its header is not one.
  static func version(of path: String) -> UInt32? {
    let file = FileHandle(forReadingAtPath: path)
    guard let header = try? file?.read(upToCount: SealedFile.headerLength) else { return nil }
    return try? SealedFile.read(header: header).version
  }
}
