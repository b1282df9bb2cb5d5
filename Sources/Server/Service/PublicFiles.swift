import Foundation
import Gewu
import Hummingbird
import Tabular

/// The files that the service gives out, read once at the start.
///
/// What is not in this table cannot be asked for, whatever the path looks like.
struct PublicFiles: Sendable {
  private struct File: Sendable {
    var bytes: ByteBuffer
    var mediaType: String
    var tag: EntityTag
  }

  private let files: [String: File]
  /// Whether Leaflet was found.
  let hasLeaflet: Bool

  private static let leafletNames = [
    "leaflet.js", "leaflet.css", "images/layers.png", "images/layers-2x.png",
    "images/marker-icon.png", "images/marker-icon-2x.png", "images/marker-shadow.png",
  ]

  /// Reads the files of the configuration's folders, or of those beside the program.
  init(_ configuration: ServerConfiguration) throws {
    let folders = configuration.publicDirectory.map { [$0] } ?? Self.standardFolders()
    guard
      let folder = folders.first(where: {
        FileManager.default.fileExists(atPath: "\($0)/index.html")
      })
    else { throw ServerError.noPublicFiles(searched: folders) }
    var files: [String: File] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      files[name] = Self.file("\(folder)/\(name)")
    }
    for name in Self.leafletNames {
      files["leaflet/\(name)"] = Self.file("\(configuration.leafletDirectory)/\(name)")
    }
    hasLeaflet = files["leaflet/leaflet.js"] != nil
    self.files = files
  }

  /// Answers with a file, or 304 where the caller has it already.
  func response(to request: Request, _ name: String) throws -> Response {
    guard let file = files[name] else {
      throw name.hasPrefix("leaflet/") && !hasLeaflet ? Problem.noLeaflet : Problem.unknownPath
    }
    return file.tag.tagging(request) { .bytes(file.bytes, mediaType: file.mediaType) }
  }

  private static func file(_ path: String) -> File? {
    guard let type = mediaType(of: path), let data = try? FileBytes.array(at: path)
    else { return nil }
    return File(
      bytes: ByteBuffer(bytes: data), mediaType: type, tag: EntityTag(digest: digest(of: data)))
  }

  private static func mediaType(of path: String) -> String? {
    switch path.split(separator: ".").last {
    case "html": "text/html; charset=utf-8"
    case "css": "text/css; charset=utf-8"
    case "js": "text/javascript; charset=utf-8"
    case "json": "application/json"
    case "svg": "image/svg+xml"
    case "png": "image/png"
    default: nil
    }
  }

  /// FNV-1a, 64 bits: tells versions of a file apart, nothing more.
  private static func digest(of data: [UInt8]) -> UInt64 {
    data.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// Where `ResourceFolder` looks, and beside the program, where a build puts the resources.
  ///
  /// Not `Bundle.module`: it ends the process where the folder is missing.
  private static func standardFolders() -> [String] {
    let beside = Bundle.main.bundleURL
    let bundles =
      (try? FileManager.default.contentsOfDirectory(atPath: beside.path))?
      .filter { $0.hasSuffix("_Server.resources") }.sorted() ?? []
    return ResourceFolder().candidates(.pages)
      + bundles.map { beside.appendingPathComponent($0).path + "/Public" }
      + [beside.appendingPathComponent("Public").path]
  }
}
