/// The relationships of a part (ECMA-376 part 2, 6.5): which parts belong to it, and as what.
final class XLSXRelationships: XMLHandler {
  private var targets: [String: (type: String, path: String)] = [:]
  private let folder: String

  /// Reads the relationships of the part at `path`; "" stands for the package itself.
  ///
  /// A part without any has none.
  init(of path: String, in archive: ZipArchive) throws {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true)
    folder = parts.dropLast().joined(separator: "/")
    super.init()
    let name = (parts.dropLast().map(String.init) + ["_rels", "\(parts.last ?? "").rels"])
      .joined(separator: "/")
    guard let entry = archive.entry(name) else { return }
    try XMLReader(archive.open(entry, limit: ZipArchive.maximumListSize), self, file: archive.file)
      .run()
  }

  /// The path and kind of the part of an identifier.
  ///
  /// The kind is the last word of its type: `worksheet`.
  func target(_ id: String) -> (kind: Substring, path: String)? {
    targets[id].map { (Self.kind($0.type), $0.path) }
  }

  /// The path of the first part of a kind.
  func path(ofKind kind: String) -> String? {
    targets.sorted { $0.key < $1.key }.first { Self.kind($0.value.type) == kind }?.value.path
  }

  override func start(_ element: XMLElement) {
    guard element.isNamed("Relationship"), let id = element.attribute("Id"),
      let target = element.attribute("Target")
    else { return }
    targets[id] = (element.attribute("Type") ?? "", resolved(target))
  }

  /// A target against the folder of the part; `/xl/a.xml` is absolute, `../a.xml` climbs.
  private func resolved(_ target: String) -> String {
    var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for part in target.replacing("\\", with: "/").split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }

  private static func kind(_ type: String) -> Substring { type.split(separator: "/").last ?? "" }
}
