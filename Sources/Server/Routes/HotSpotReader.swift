import Gewu
import Hummingbird
import Words

/// Reads the question of `/v1/hotspots`; the names are those of the command's options.
enum HotSpotReader {
  static let parameters = [
    "of", "category", "from", "to", "level", "per", "method", "weights", "permutations", "seed",
    "fdr", "format",
  ]

  /// The most permutations that one request may ask for.
  static let mostPermutations = 99_999

  static func question(_ request: Request) throws -> HotSpotQuestion {
    var query = QueryReader(request, known: parameters)
    let dataset = query.requiredText("of")
    let from = query.day("from")
    let to = query.day("to")
    if let from, let to, from > to {
      query.note("to", FieldWords.isBefore("from"))
    }
    query.expect("method", oneOf: ["gi-star"])
    query.expect("weights", oneOf: ["queen"])
    query.expect("fdr", oneOf: ["bh", "none"])
    query.expect("format", oneOf: ["json", "geojson"])
    let permutations = query.integer("permutations", in: 0...mostPermutations, standard: 999)
    let seed = query.integer("seed", in: 0...Int.max, standard: 1)
    try query.check()
    return HotSpotQuestion(
      dataset: dataset, category: query.text("category"), from: from, to: to,
      level: query.text("level"), exposure: query.text("per"), permutations: permutations,
      seed: UInt64(seed), adjustsForMultipleTesting: query.text("fdr") != "none")
  }
}

extension QueryReader {
  /// Notes a problem where the parameter is there and none of `choices`.
  fileprivate mutating func expect(_ name: String, oneOf choices: [String]) {
    guard let text = text(name), !choices.contains(text) else { return }
    note(name, FieldWords.notAChoice(text, of: choices))
  }
}
