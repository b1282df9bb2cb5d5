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

  /// The forms of the answer; which one is meant, `MediaRange` decides.
  private enum Format: String, CaseIterable { case json, geojson }

  /// The most permutations that one request may ask for.
  static let mostPermutations = 99_999

  static func question(_ request: Request) throws -> HotSpotQuestion {
    var query = QueryReader(request, known: parameters)
    let dataset = query.requiredText("of")
    let (from, to) = query.daysOrMonths()
    let method = query.choice("method", standard: HotSpotMethod.giStar)
    let weights = query.choice("weights", standard: SpatialWeights.Rule.queen)
    let fdr = query.choice("fdr", standard: FalseDiscoveryRate.benjaminiHochberg)
    _ = query.choice("format", standard: Format.json)
    let islands = query.choice("islands", standard: SpatialWeights.Islands.keep)
    let permutations = query.permutations("permutations", in: 0...mostPermutations)
    let seed = query.integer("seed", in: 0...Int.max, standard: 1)
    try query.check()
    return HotSpotQuestion(
      dataset: dataset, category: query.text("category"), from: from, to: to,
      level: query.text("level"), exposure: query.text("per"), method: method, weights: weights,
      permutations: permutations, seed: UInt64(seed),
      adjustsForMultipleTesting: fdr == .benjaminiHochberg, islands: islands)
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

  /// One of the names of `Choice`; notes a problem where the parameter is there and none of them.
  fileprivate mutating func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ name: String, standard: Choice
  ) -> Choice {
    guard let text = text(name) else { return standard }
    if let choice = Choice(rawValue: text) { return choice }
    note(name, FieldWords.notAChoice(text, of: Choice.allCases.map(\.rawValue)))
    return standard
  }
}
