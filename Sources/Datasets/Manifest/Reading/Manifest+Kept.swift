import Yams

extension Manifest {
  /// Reads what a store's copy of a manifest says about where its records are and what they are,
  /// without the code tables that lay beside the file.
  ///
  /// Of the fields only names and types are read, and the names of the key; nothing else is, so this is no manifest to import
  /// by.
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
      return field
    }
    if let key = root["primaryKey"] {
      primaryKey = key.sequence?.compactMap(\.string) ?? key.string.map { [$0] } ?? []
    }
    guard let own = root["gewu"] else { return }
    dataset = own["dataset"]?.string ?? name
    subject = own["subject"]?.string.flatMap(Subject.init)
    if let place = own["location"] {
      locations = try readLocations(ManifestNode(node: place, place: "gewu.location", path: path))
    }
  }
}
