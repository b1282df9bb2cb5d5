package import Tabular

/// A manifest proposed from a sample, with its evidence as comments.
///
/// The whole of the sample is read; of a very long one the cells of some rows, see `DraftScan`. A draft
/// only proposes: a person reads it, corrects it and
/// keeps it; nothing is imported by it before that. Headings that manifests at hand know keep the
/// names that these give them.
///
/// ```swift
/// let draft = try ManifestDraft(
///   file, dataset: "hydrant", vocabulary: folder.manifests, words: { $0.map(\.wording).joined().english })
/// print(draft.yaml)
/// ```
package struct ManifestDraft: Sendable {
  package let yaml: String
  /// How many data rows the sample has.
  package let rows: Int
  /// What a person should decide.
  package let questions: [DraftQuestion]

  /// Reads a sample and proposes.
  ///
  /// - Parameters:
  ///   - file: the sample.
  ///   - dataset: the identifier of the data set.
  ///   - vocabulary: manifests whose headings and names are used again.
  ///   - cells: how many cells of a longer sample are looked at.
  ///   - words: how facts are said in the comments, in one line.
  /// - Throws: `TabularError`, or `DatasetsError` where the file has no data row.
  package init(
    _ file: any TableFile, dataset: String, vocabulary: [Manifest] = [], cells: Int? = nil,
    words: ([DraftFact]) -> String
  ) throws {
    var scan = DraftScan(
      delimiter: try Self.delimiter(of: file), budget: cells ?? DraftScan.usualCells)
    try scan.read(file)
    if let row = scan.layout.malformed {
      throw DatasetsError(
        path: file.path, line: row.row, .header(.malformed(row: row.row, row.fault)))
    }
    guard scan.rows > 0 else {
      throw DatasetsError(path: file.path, .noSampleRows)
    }
    rows = scan.rows
    let known = Self.index(vocabulary)
    let headings = scan.layout.headings.map(HeadingText.normalized)
    let hasHeader = !scan.layout.headerRows.isEmpty
    let repeated = Self.repeated(scan.layout.headings)
    var taken: Set<String> = []
    let fields = scan.columns.indices.compactMap { index -> DraftField? in
      let heading = scan.layout.headings[index]
      if heading.isEmpty, scan.columns[index].values == 0 { return nil }
      var field = DraftField(
        scan.columns[index], heading: heading, at: index, rows: scan.examined,
        of: scan.rows - scan.faulty, known: known[HeadingText.normalized(heading)])
      if !hasHeader { field.name = "field_\(index + 1)" }
      field.isNamedByPosition =
        heading.isEmpty || repeated.contains(HeadingText.normalized(heading))
      // A name that is another column's heading would claim that column.
      let others = Set(headings.indices.filter { $0 != index }.map { headings[$0] })
      while others.contains(HeadingText.normalized(field.name))
        || !taken.insert(field.name).inserted
      {
        field.name += "_\(index + 1)"
      }
      return field
    }
    (yaml, questions) = withoutActuallyEscaping(words) { words in
      let text = DraftText(
        file: file, dataset: dataset, scan: scan, fields: fields, words: words)
      return (text.yaml, text.questions)
    }
  }

  /// The headings that several columns have, as they are compared.
  private static func repeated(_ headings: [String]) -> Set<String> {
    var (seen, repeated): (Set<String>, Set<String>) = ([], [])
    for heading in headings.map(HeadingText.normalized) where !seen.insert(heading).inserted {
      repeated.insert(heading)
    }
    return repeated
  }

  /// The fields that manifests know, by their headings.
  private static func index(_ manifests: [Manifest]) -> [String: ManifestField] {
    var known: [String: ManifestField] = [:]
    for field in manifests.flatMap(\.fields) {
      for heading in field.normalizedNames where known[heading] == nil { known[heading] = field }
    }
    return known
  }

  /// The delimiter that cuts the first rows of a text into most fields of equal number.
  private static func delimiter(of file: any TableFile) throws -> UInt8 {
    guard file.format == .csv else { return UInt8(ascii: ",") }
    if let named = file.namedDelimiter { return named }
    let candidates = [",", "\t", ";", "|"].map { Character($0).asciiValue ?? 0 }
    let scores = try candidates.map { delimiter in
      let reader = try file.rows(TableDialect(delimiter: delimiter))
      var widths: [Int: Int] = [:]
      for _ in 0..<50 {
        guard let row = try reader.next() else { break }
        if row.fault == .none, row.fieldCount > 1 { widths[row.fieldCount, default: 0] += 1 }
      }
      let best = widths.max { ($0.value, $0.key) < ($1.value, $1.key) }
      return (best?.value ?? 0) * 1_000 + min(999, best?.key ?? 0)
    }
    guard let best = scores.max(), best > 0, let index = scores.firstIndex(of: best) else {
      return UInt8(ascii: ",")
    }
    return candidates[index]
  }
}
