import Gewu
import HotSpots
import Hummingbird
import Words

/// Reads the question of `/v1/hotspots`; the names are those of the command's options.
enum HotSpotReader {
  static let parameters = [
    "of", "category", "from", "to", "level", "per", "method", "weights", "permutations", "seed",
    "fdr", "islands", "format",
  ]

  /// The most permutations that one request may ask for.
  static let mostPermutations = 99_999

  /// - Returns: the question, and whether the answer is a map in GeoJSON.
  static func question(
    _ request: Request
  ) throws -> (question: HotSpotQuestion, wantsFeatures: Bool) {
    var query = QueryReader(request, known: parameters)
    let dataset = query.requiredText("of")
    let (from, to) = query.daysOrMonths()
    let method = query.choice("method", standard: HotSpotMethod.giStar)
    let weights = query.choice("weights", standard: SpatialWeights.Rule.queen)
    let fdr = query.choice("fdr", standard: FalseDiscoveryRate.benjaminiHochberg)
    let wantsFeatures = query.wantsGeoJSON(request)
    let islands = query.choice("islands", standard: SpatialWeights.Islands.keep)
    let permutations = query.permutations("permutations", in: 0...mostPermutations)
    let seed = query.integer("seed", in: 0...Int.max, standard: 1)
    try query.check()
    let question = HotSpotQuestion(
      dataset: dataset, category: query.text("category"), from: from, to: to,
      level: query.text("level"), exposure: query.text("per"), method: method, weights: weights,
      permutations: permutations, seed: UInt64(seed),
      adjustsForMultipleTesting: fdr == .benjaminiHochberg, islands: islands)
    return (question, wantsFeatures)
  }
}

extension QueryReader {
  /// `adaptive`, which stands where the parameter is absent, or a whole number within `range`.
  fileprivate mutating func permutations(
    _ name: String, in range: ClosedRange<Int>
  ) -> Permutations {
    guard let text = text(name), text != Permutations.adaptive.rawValue else { return .adaptive }
    guard case .fixed(let count)? = Permutations(rawValue: text), range.contains(count) else {
      note(name, FieldWords.notPermutations(range))
      return .adaptive
    }
    return .fixed(count)
  }
}
