import Yams

/// What a manifest says about whether and how its rows may be drawn as lines and areas.
///
/// Read from the text that a store keeps, without the code tables that lay beside it.
package struct FeatureOutline: Hashable, Sendable {
  /// A field that is shown with a row.
  package struct Field: Hashable, Sendable {
    package let name: String
    package let type: FieldType
  }

  /// The fields that say what a row is and is called, in the order of the manifest: `category`,
  /// `subjectMap`, those with codes and those with an enumeration; never one that is sensitive or has
  /// a check for something personal.
  package let fields: [Field]
  /// How sensitive the whole is, from 1 (open) to 4; nil where nobody said, or it cannot be read.
  package let level: Int?
  /// Whether its rows say something of persons: a field is sensitive or has a check for something
  /// personal, or the whole is of level 3 or 4.
  package let isPersonal: Bool
  /// Whether its rows have lines or areas.
  package let hasShapes: Bool
  /// Whether its rows have positions of any kind.
  package let hasPositions: Bool

  /// - Throws: `DatasetsError` where the text is not a manifest.
  package init(keptText text: String, path: String) throws {
    let locations = try Manifest(keptText: text, path: path).locations
    hasPositions = locations.contains(where: \.hasPosition)
    hasShapes = locations.contains { location in
      if case .geometry(let type, _) = location { return type != .point }
      return false
    }
    let root = try Yams.compose(yaml: text)
    let own = root?["gewu"]
    level = own?["sensitivity"]?.int.flatMap { (1...4).contains($0) ? $0 : nil }
    let hasProtected = (root?["fields"]?.sequence ?? []).contains(where: Self.isProtected)
    isPersonal = hasProtected || (level ?? 0) >= 3
    let mapped = own?["subjectMap"]?.mapping?.values.compactMap(\.string) ?? []
    let named = Set(mapped + [own?["category"]?.string].compactMap(\.self))
    fields = (root?["fields"]?.sequence ?? []).compactMap { node in
      guard let name = node["name"]?.string, !Self.isProtected(node) else { return nil }
      let isCoded = node["gewu"]?["codes"] != nil || node["constraints"]?["enum"] != nil
      guard named.contains(name) || isCoded else { return nil }
      return Field(
        name: name, type: node["type"]?.string.flatMap(FieldType.init) ?? .string)
    }
  }

  /// Whether a field is sensitive, says anything about it that cannot be read, or has a check for
  /// something personal.
  static func isProtected(_ node: Node) -> Bool {
    let own = node["gewu"]
    if let sensitive = own?["sensitive"], sensitive.string != Sensitivity.none.rawValue {
      return true
    }
    let checks =
      [own?["check"]?.string].compactMap(\.self)
      + (own?["checks"]?.sequence?.compactMap(\.string) ?? [])
    return checks.contains { Check.named($0)?.isPersonal ?? true }
  }
}
