import Gewu
import HotSpots
import Hummingbird
import Words

/// Reads the question of `/v1/hotspots`; the names are those of the command's options.
enum HotSpotReader {
  static let parameters = [
    "source", "of", "category", "from", "to", "zone", "net", "level", "per", "batch", "generation",
    "method", "weights", "permutations", "seed", "fdr", "islands", "k", "format",
  ]

  /// The most permutations that one request may ask for.
  static let mostPermutations = 99_999

  /// - Returns: the question, and whether the answer is a map in GeoJSON.
  static func question(
    _ request: Request
  ) throws -> (question: HotSpotQuestion, wantsFeatures: Bool) {
    var query = QueryReader(request, known: parameters, repeatable: ["category"])
    var settings = QuestionSettings()
    let source = query.choice("source", standard: Question.Source.Kind.dataset)
    settings.source = source
    switch source {
    case .dataset: settings.dataset = query.requiredText("of")
    case .reports:
      if query.text("of") != nil { query.note("of", FieldWords.besideReports) }
    }
    settings.categories = query.texts("category")
    (settings.from, settings.to) = query.daysOrMonths()
    settings.zone = query.text("zone")
    (settings.net, settings.level) = (query.text("net"), query.text("level"))
    settings.exposure = query.text("per")
    (settings.batch, settings.generation) = (query.number("batch"), query.number("generation"))
    settings.method = query.choice("method", standard: HotSpotMethod.giStar)
    settings.weights = query.choice("weights", standard: SpatialWeights.Rule.queen)
    settings.fdr = query.choice("fdr", standard: FalseDiscoveryRate.benjaminiHochberg)
    let wantsFeatures = query.wantsGeoJSON(request)
    settings.islands = query.choice("islands", standard: SpatialWeights.Islands.keep)
    settings.permutations = query.permutations("permutations", in: 0...mostPermutations)
    settings.k = query.leastCount("k")
    settings.seed = UInt64(query.integer("seed", in: 0...Int.max, standard: 1))
    try query.check()
    return (try settings.question(), wantsFeatures)
  }
}

extension QueryReader {
  /// The least count to show; nil where the parameter is absent.
  fileprivate mutating func leastCount(_ name: String) -> Int? {
    guard text(name) != nil else { return nil }
    return integer(name, in: QuestionSettings.ks, standard: QuestionSettings.ks.lowerBound)
  }

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
