package import Gewu
import HotSpots
import Time
import Warehouse

extension HotSpotAnswer: Encodable {
  private enum CodingKeys: String, CodingKey { case provenance, cells }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(provenance, forKey: .provenance)
    try values.encode(cells, forKey: .cells)
  }
}

/// How an answer came about, as JSON: what it warns of in both languages beside its code.
extension HotSpotProvenance: Encodable {
  private enum CodingKeys: String, CodingKey {
    case source, dataset, batch, category, categories, from, to, net, level, generation, exposure
    case weights, rows, summary, warnings, withheld
    case asOfBatch = "as_of_batch"
    case exposureSource = "exposure_source"
    case weightsHash = "weights_hash"
    case version, zone
    case countedFrom = "counted_from"
    case countedTo = "counted_to"
    case isCoverageValid = "coverage_valid"
    case rowsIn = "rows_in"
    case rowsAttached = "rows_attached"
    case rowsUsed = "rows_used"
  }

  private struct Warning: Encodable {
    let code: String
    let en: String
    let zh: String

    init(_ note: HotSpotNote) {
      let wording = note.wording
      (code, en, zh) = (note.code, wording.english, wording.chinese)
    }
  }

  private struct Batch: Encodable {
    let batch: Int64
    let period: String?
    let published: Moment?

    init(_ mark: BatchMark) {
      (batch, period, published) = (mark.id, mark.period, mark.published)
    }
  }

  private struct Source: Encodable {
    let dataset: String
    let batch: Batch?
    let rows: ExposureRows

    init(_ source: ExposureSource) {
      (dataset, batch, rows) = (source.dataset, source.batch.map(Batch.init), source.rows)
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(question.source.kind.rawValue, forKey: .source)
    try values.encodeIfPresent(question.source.dataset, forKey: .dataset)
    try values.encodeIfPresent(batch.map(Batch.init), forKey: .batch)
    try values.encodeIfPresent(question.batch, forKey: .asOfBatch)
    if question.categories.count == 1 {
      try values.encode(question.categories[0], forKey: .category)
    }
    try values.encode(question.categories, forKey: .categories)
    try values.encodeIfPresent(question.from, forKey: .from)
    try values.encodeIfPresent(question.to, forKey: .to)
    try values.encodeIfPresent(countedFrom, forKey: .countedFrom)
    try values.encodeIfPresent(countedTo, forKey: .countedTo)
    try values.encode(zone, forKey: .zone)
    try values.encode(net, forKey: .net)
    try values.encode(level, forKey: .level)
    try values.encode(generation, forKey: .generation)
    try values.encode(isCoverageValid, forKey: .isCoverageValid)
    try values.encodeIfPresent(question.exposure, forKey: .exposure)
    try values.encodeIfPresent(exposureSource.map(Source.init), forKey: .exposureSource)
    try values.encode(weights, forKey: .weights)
    try values.encode(weightsHash, forKey: .weightsHash)
    try values.encode(version, forKey: .version)
    try values.encode(rowsIn, forKey: .rowsIn)
    try values.encode(rowsAttached, forKey: .rowsAttached)
    try values.encode(rowsUsed, forKey: .rowsUsed)
    try values.encode(balance, forKey: .rows)
    try values.encode(summary, forKey: .summary)
    try values.encodeIfPresent(withheld, forKey: .withheld)
    try values.encode(warnings.map(Warning.init), forKey: .warnings)
  }
}

extension HotSpotProvenance.Withheld: Encodable {
  private enum CodingKeys: String, CodingKey { case k, cells }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(k, forKey: .k)
    try values.encode(cells, forKey: .cells)
  }
}

/// Every row of a question by what became of it; the keys are part of the contract.
extension RowBalance: Encodable {
  package func encode(to encoder: any Encoder) throws {
    try FateKey.encode(shownTotal, RowFate.allCases.map { ($0, shown($0)) }, to: encoder)
  }
}

/// The rows of an exposure by what became of them; the keys are part of the contract.
extension ExposureRows: Encodable {
  package func encode(to encoder: any Encoder) throws {
    try FateKey.encode(total, byFate.map { ($0.fate, $0.rows) }, to: encoder)
  }
}

private struct FateKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(_ name: String) { stringValue = name }
  init?(stringValue: String) { self.init(stringValue) }
  init?(intValue: Int) { nil }

  static func encode(
    _ total: Int?, _ rows: [(fate: RowFate, rows: Int?)], to encoder: any Encoder
  ) throws {
    var values = encoder.container(keyedBy: FateKey.self)
    try values.encode(total, forKey: FateKey("total"))
    for (fate, rows) in rows { try values.encode(rows, forKey: FateKey(fate.rawValue)) }
  }
}
