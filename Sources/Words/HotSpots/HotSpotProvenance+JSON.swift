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
    case dataset, batch, category, from, to, level, generation, exposure, weights, summary, warnings
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

    init(_ source: ExposureSource) {
      (dataset, batch) = (source.dataset, source.batch.map(Batch.init))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(dataset, forKey: .dataset)
    try values.encodeIfPresent(batch.map(Batch.init), forKey: .batch)
    try values.encodeIfPresent(category, forKey: .category)
    try values.encodeIfPresent(from, forKey: .from)
    try values.encodeIfPresent(to, forKey: .to)
    try values.encodeIfPresent(countedFrom, forKey: .countedFrom)
    try values.encodeIfPresent(countedTo, forKey: .countedTo)
    try values.encode(zone, forKey: .zone)
    try values.encode(level, forKey: .level)
    try values.encode(generation, forKey: .generation)
    try values.encode(isCoverageValid, forKey: .isCoverageValid)
    try values.encodeIfPresent(exposure, forKey: .exposure)
    try values.encodeIfPresent(exposureSource.map(Source.init), forKey: .exposureSource)
    try values.encode(weights, forKey: .weights)
    try values.encode(weightsHash, forKey: .weightsHash)
    try values.encode(version, forKey: .version)
    try values.encode(rowsIn, forKey: .rowsIn)
    try values.encode(rowsAttached, forKey: .rowsAttached)
    try values.encode(rowsUsed, forKey: .rowsUsed)
    try values.encode(summary, forKey: .summary)
    try values.encode(warnings.map(Warning.init), forKey: .warnings)
  }
}
