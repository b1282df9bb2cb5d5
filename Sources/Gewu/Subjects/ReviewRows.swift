import Datasets
import Subjects
import Warehouse

/// Rows of the review queue, read as an assembly reads them, with what may be shown of each.
struct ReviewRows {
  private let file: SubjectFile
  private let masks: SubjectMasks
  private let manifests: [String: Manifest]
  let drawn: SubjectAssembly
  private let numbers: [Row: Int]

  /// A row by its data set, with the role in it, and its number in the table.
  struct Row: Hashable {
    var source: String
    var id: Int64
  }

  /// So many rows are asked for together.
  private static let blockLength = 4_096

  /// Reads rows, current or not.
  ///
  /// - Throws: `StoreError`, `SealFault`.
  init(
    _ rows: Set<Row>, _ kind: SubjectKindEntry, _ session: StoreTransaction,
    matching: AddressMatching?, plane: LocalPlane?, isUnmasked: Bool
  ) throws {
    file = try SubjectFile(
      yaml: kind.rules, path: "rules of \(kind.kind) (as kept in the store)")
    masks = try SubjectMasks(file, isUnmasked: isUnmasked, session)
    var reader = SubjectRowReader(
      file, session, matching: matching, plane: plane,
      digest: try session.subjectDigest(), threads: 1)
    for (source, own) in Dictionary(grouping: rows, by: \.source).sorted(by: { $0.key < $1.key }) {
      let ids = own.map(\.id).sorted()
      for start in stride(from: 0, to: ids.count, by: Self.blockLength) {
        try reader.read([source: Array(ids[start..<min(ids.count, start + Self.blockLength)])])
      }
    }
    drawn = reader.drawn
    var numbers: [Row: Int] = [:]
    for (number, id) in drawn.rowIDs.enumerated() {
      let source = file.rules.sources[drawn.assembly.table.source(of: number)].dataSet
      numbers[Row(source: source, id: id)] = number
    }
    self.numbers = numbers
    var manifests: [String: Manifest] = [:]
    for name in Set(rows.map { String($0.source.prefix { $0 != "#" }) }) {
      guard let dataset = try session.dataset(named: name) else { continue }
      manifests[name] = try session.manifest(of: dataset)
    }
    self.manifests = manifests
    self.isUnmasked = isUnmasked
  }

  private let isUnmasked: Bool

  /// The rules that they were read by.
  var rules: SubjectRules { file.rules }

  /// The number of a row in the assembly; nil for one that its table does not have.
  func number(of row: Row) -> Int? { numbers[row] }

  /// What a row is known by in its data set, as it may be shown.
  func key(of number: Int) -> String {
    let address = drawn.assembly.table.address(of: number)
    let manifest = manifests[String(address.dataSet.prefix { $0 != "#" })]
    let parts = address.key.prefix { $0 != 0x1E }.split(
      separator: 0x1F, omittingEmptySubsequences: false)
    return zip(parts.indices, parts).map { place, part in
      let text = String(decoding: part, as: UTF8.self)
      guard !isUnmasked, let manifest, manifest.primaryKey.indices.contains(place),
        let field = manifest.field(manifest.primaryKey[place]), field.sensitivity != .none
      else { return text }
      return manifest.mask(of: field).shown(text) ?? "***"
    }.joined(separator: " ")
  }

  /// What may be shown of the values that a row states; of one attribute, or of all that are not derived.
  func values(of number: Int, attribute: String?) -> [(attribute: String, value: String?)] {
    let table = drawn.assembly.table
    return table.values(of: number).compactMap { value in
      let own = rules.attributes[value.attribute]
      guard attribute.map({ $0 == own.name }) ?? (own.derivation == nil) else { return nil }
      return (
        own.name,
        masks.shown(
          table.pool[value.stated], attribute: value.attribute, source: table.source(of: number))
      )
    }
  }

  /// The field of its data set that an attribute of a row is read from; nil for one that follows from others.
  func field(of attribute: String, in number: Int) -> String? {
    let source = drawn.assembly.table.source(of: number)
    guard let wanted = rules.attribute(attribute),
      let place = rules.sources[source].fields.firstIndex(where: { $0.attribute == wanted })
    else { return nil }
    return file.sources[source].terms[place].field
  }
}
