import Tabular
import Yams

extension Manifest {
  private static let keys = [
    "name", "title", "description", "version", "fields", "fieldsMatch", "missingValues",
    "primaryKey", "encoding", "dialect", "format", "mediatype", "path", "sources", "licenses",
    "homepage", "gewu", "$schema", "profile", "type",
  ]
  /// Names that columns of every data set's table have.
  static let reservedNames: Set<String> = [
    "id", "row_key", "row_hash", "source_row", "from_batch", "to_batch", "geometry",
    "attach_method", "attach_level", "grid_id", "generation", "rowid", "oid", "_rowid_",
    "gewu_sealed", "gewu_sealed_secret", "gewu_key",
  ]

  /// Reads a manifest file and the code tables it names.
  ///
  /// - Parameter root: the folder of manifests that it is one of; code tables lie in it, or in
  ///   `GeoData` beside it.
  /// - Throws: `TabularError` where a file cannot be read, `DatasetsError` where its content is
  ///   wrong.
  package init(path: String, root: String? = nil) throws {
    let file = try TextFile(path: path, declared: .utf8)
    try self.init(yaml: String(decoding: file.text, as: UTF8.self), path: path, root: root)
  }

  /// Reads a manifest's text; code tables are found beside `path`.
  package init(yaml: String, path: String, root: String? = nil) throws {
    guard let content = try ManifestNode.compose(yaml, path: path) else {
      throw DatasetsError(path: path, .manifest(.empty))
    }
    let node = ManifestNode(node: content, place: "", path: path, root: root)
    let top = try node.members(known: Self.keys)
    guard let name = top["name"] else {
      throw node.fail(.noName)
    }
    guard let fields = top["fields"] else {
      throw node.fail(.noFields)
    }
    self.init(path: path, name: try name.name(), dataset: "", text: yaml, hash: "")
    title = try top["title"]?.string()
    description = try top["description"]?.string()
    encoding = try top["encoding"].flatMap { TextEncoding(named: try $0.string()) }
    if let dialect = top["dialect"] { self.dialect = try Self.dialect(dialect) }
    if let match = top["fieldsMatch"] {
      // Version 2.0 of the standard allows the rule to stand in a list of one.
      guard let rule = try match.itemsOrOne().first else {
        throw match.fail(.noMatchingRule)
      }
      fieldsMatch = try rule.choice(FieldsMatch.self)
    }
    missingValues = try top["missingValues"].map(Self.missingValues) ?? [""]
    self.fields = try fields.items().map { try ManifestField($0) }
    try checkFieldNames(fields)
    primaryKey = try top["primaryKey"].map(reference) ?? []
    if !primaryKey.isEmpty { load = .incremental }
    dataset = self.name
    if let own = top["gewu"] { try readOwn(own) }
    try checkDataset(at: name)
    hash = ContentHash.sha256(
      text
        + self.fields.compactMap(\.codeTable).map { table in
          table.entries.map { "\($0.code)\u{1F}\($0.label)\u{1E}" }.joined()
        }.joined(separator: "\u{1D}"))
  }
}
