package import Time
import Yams

extension Manifest {
  /// Reads what a store's copy of a manifest says about where its records are and what they are,
  /// without the code tables that lay beside the file.
  ///
  /// Of the fields only names, types and how far they are protected are read, and the names of the key; nothing
  /// else is, so this is no manifest to import by.
  ///
  /// - Throws: `DatasetsError` where the text is not a manifest.
  package init(keptText text: String, path: String) throws {
    guard let root = try? Yams.compose(yaml: text), let name = root["name"]?.string else {
      throw DatasetsError(path: path, .manifest(.notKept))
    }
    self.init(path: path, name: name, dataset: name, text: text, hash: "")
    fields = (root["fields"]?.sequence ?? []).compactMap { node in
      guard let name = node["name"]?.string else { return nil }
      var field = ManifestField(name: name)
      field.type = node["type"]?.string.flatMap(FieldType.init) ?? .string
      // What cannot be read is protected.
      field.sensitivity =
        node["gewu"]?["sensitive"]?.string.map { Sensitivity(rawValue: $0) ?? .secret } ?? .none
      field.isSearchable = node["gewu"]?["searchable"]?.bool ?? false
      return field
    }
    if let key = root["primaryKey"] {
      primaryKey = key.sequence?.compactMap(\.string) ?? key.string.map { [$0] } ?? []
    }
    guard let own = root["gewu"] else { return }
    dataset = own["dataset"]?.string ?? name
    sensitivityLevel = own["sensitivity"]?.int
    subject = own["subject"]?.string.flatMap(Subject.init)
    if let place = own["location"] {
      locations = try readLocations(ManifestNode(node: place, place: "gewu.location", path: path))
    }
  }
}

extension Manifest {
  /// Whether the exact positions of its rows are sealed where a store is: from sensitivity 3 on.
  package var sealsPositions: Bool {
    (sensitivityLevel ?? 0) >= 3 && locations.contains(where: \.hasPosition)
  }

  /// The fields that say a position, in no order.
  package var positionFields: Set<String> {
    var names: Set<String> = []
    for location in locations {
      switch location {
      case .coordinates(let x, let y, _), .undecided(let x, let y, _): names.formUnion([x, y])
      case .none, .grid, .geometry, .address: break
      }
    }
    return names
  }

  /// The fields whose values are sealed where a store is, and the geometry where its positions are.
  package var sealedNames: [String] {
    let hidden = sealsPositions ? positionFields : []
    return fields.filter { $0.sensitivity != .none || hidden.contains($0.name) }.map(\.name)
      + (sealsPositions ? [Self.geometryName] : [])
  }

  /// The name of the geometry among what is sealed, and of its column.
  package static let geometryName = "geometry"
}

extension Manifest {
  /// What a file means for the existing rows, of the text of a manifest that a store kept; nil where it
  /// cannot be read.
  package static func loadMode(inKeptText text: String) -> LoadMode? {
    guard let root = try? Yams.compose(yaml: text) else { return nil }
    if let mode = root["gewu"]?["load"]?.string { return LoadMode(rawValue: mode) }
    return root["primaryKey"] == nil ? .append : .incremental
  }

  /// How exactly the field that dates the rows says when something was; nil where none does.
  ///
  /// Of several patterns the coarsest, since a row does not say by which it was read.
  package var datePrecision: DatePrecision? {
    date.map { name in Self.precision(of: fields.first { $0.name == name }?.formats ?? []) }
  }

  /// The same of the text of a manifest that a store kept; nil where it cannot be read.
  package static func datePrecision(inKeptText text: String) -> DatePrecision? {
    guard let root = try? Yams.compose(yaml: text), let name = root["gewu"]?["date"]?.string,
      let field = root["fields"]?.sequence?.first(where: { $0["name"]?.string == name })
    else { return nil }
    let more = field["gewu"]?["formats"] ?? field["formats"]
    let formats =
      [field["format"]?.string].compactMap(\.self)
      + (more?.sequence?.compactMap(\.string) ?? [])
    return precision(of: formats.filter { $0 != "default" && $0 != "any" })
  }

  private static func precision(of formats: [String]) -> DatePrecision {
    formats.compactMap { try? DatePattern($0) }.map(\.precision)
      .reduce(.day) { $0.coarser($1) }
  }
}
