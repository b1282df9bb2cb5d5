import Datasets
package import HotSpots
import Tabular
import Warehouse

/// What a question for hot spots is put together from: each setting under the name that it has in every
/// face and in a file, or not set.
package struct QuestionSettings: Sendable, Equatable {
  package var source: Question.Source.Kind?
  /// The data set: `of`.
  package var dataset: String?
  /// `category`, as often as there are.
  package var categories: [String] = []
  package var from: String?
  package var to: String?
  package var zone: String?
  package var net: String?
  package var level: String?
  /// `per`.
  package var exposure: String?
  package var batch: Int64?
  package var generation: Int64?
  package var method: HotSpotMethod?
  package var weights: SpatialWeights.Rule?
  package var permutations: Permutations?
  package var seed: UInt64?
  package var fdr: FalseDiscoveryRate?
  package var islands: SpatialWeights.Islands?
  package var k: Int?

  /// The most permutations that can be asked for in a file.
  package static let mostPermutations = 999_999

  /// What can be asked for as the least count that is shown.
  package static let ks = Withholding.leastK...1_000_000

  /// Sets nothing.
  package init() {}

  /// The names of the settings, in the order in which a file is written.
  package static let names = [
    "source", "of", "category", "from", "to", "zone", "net", "level", "per", "batch", "generation",
    "method", "weights", "permutations", "seed", "fdr", "islands", "k",
  ]

  /// Reads a file.
  ///
  /// - Throws: `TabularError` where it cannot be read, `DatasetsError` with line and setting where it says
  ///   something else than it may.
  package init(path: String) throws {
    try self.init(SettingsFile(path: path, known: Self.names))
  }

  /// Reads the text of a file.
  package init(yaml: String, path: String) throws {
    try self.init(SettingsFile(yaml: yaml, path: path, known: Self.names))
  }

  private init(_ file: SettingsFile) throws {
    source = try file.choice("source", Question.Source.Kind.self)
    dataset = try file.text("of")
    categories = try file.texts("category")
    from = try file.text("from")
    to = try file.text("to")
    zone = try file.text("zone")
    net = try file.text("net")
    level = try file.text("level")
    exposure = try file.text("per")
    batch = try file.value("batch", allowed: ["1 …"]) { Int64($0).flatMap { $0 > 0 ? $0 : nil } }
    generation = try file.value("generation", allowed: ["1 …"]) {
      Int64($0).flatMap { $0 > 0 ? $0 : nil }
    }
    method = try file.choice("method", HotSpotMethod.self)
    weights = try file.choice("weights", SpatialWeights.Rule.self)
    permutations = try file.value(
      "permutations", allowed: [Permutations.adaptive.rawValue, "0 … \(Self.mostPermutations)"]
    ) { text in
      guard let rule = Permutations(rawValue: text) else { return nil }
      if case .fixed(let count) = rule, !(0...Self.mostPermutations).contains(count) { return nil }
      return rule
    }
    seed = try file.value("seed", allowed: ["0 … \(UInt64.max)"]) { UInt64($0) }
    fdr = try file.choice("fdr", FalseDiscoveryRate.self)
    islands = try file.choice("islands", SpatialWeights.Islands.self)
    k = try file.value("k", allowed: ["\(Self.ks.lowerBound) … \(Self.ks.upperBound)"]) { text in
      Int(text).flatMap { Self.ks.contains($0) ? $0 : nil }
    }
  }

  /// The same with what is not set here as it is in `other`.
  ///
  /// Source and data set belong together: whoever names one of them names both.
  package func filled(from other: QuestionSettings) -> QuestionSettings {
    var settings = self
    if source == nil, dataset == nil {
      (settings.source, settings.dataset) = (other.source, other.dataset)
    }
    if categories.isEmpty { settings.categories = other.categories }
    settings.from = from ?? other.from
    settings.to = to ?? other.to
    settings.zone = zone ?? other.zone
    settings.net = net ?? other.net
    settings.level = level ?? other.level
    settings.exposure = exposure ?? other.exposure
    settings.batch = batch ?? other.batch
    settings.generation = generation ?? other.generation
    settings.method = method ?? other.method
    settings.weights = weights ?? other.weights
    settings.permutations = permutations ?? other.permutations
    settings.seed = seed ?? other.seed
    settings.fdr = fdr ?? other.fdr
    settings.islands = islands ?? other.islands
    settings.k = k ?? other.k
    return settings
  }

  /// The question, with the defaults for what is not set.
  ///
  /// - Throws: `HotSpotFault` where nothing is asked about, or two things are.
  package func question(threads: Int = 2) throws -> HotSpotQuestion {
    let asked: Question.Source
    switch (source, dataset) {
    case (.reports, nil): asked = .reports
    case (.reports, let dataset?): throw HotSpotFault.datasetBesideReports(dataset)
    case (_, let dataset?): asked = .dataset(dataset)
    case (_, nil): throw HotSpotFault.noSource
    }
    var seen: Set<CategoryName> = []
    return HotSpotQuestion(
      Question(
        asked, categories: categories.filter { seen.insert(CategoryName($0)).inserted }, from: from,
        to: to,
        zone: zone, net: net, level: level, exposure: exposure, batch: batch,
        generation: generation),
      method: method ?? .giStar, weights: weights ?? .queen,
      permutations: permutations ?? .adaptive, seed: seed ?? 1, fdr: fdr ?? .benjaminiHochberg,
      islands: islands ?? .keep, k: k, threads: threads)
  }
}

extension HotSpotQuestion {
  /// The file that asks the same: every setting that the answer depends on, defaults written out; the
  /// number of threads is none.
  package var yaml: String {
    let rows = rows
    let settings: [(name: String, value: String?)] = [
      ("source", rows.source.kind.rawValue), ("of", rows.source.dataset.map(Self.quoted)),
      (
        "category",
        rows.categories.isEmpty
          ? nil : "[" + rows.categories.map(Self.quoted).joined(separator: ", ") + "]"
      ),
      ("from", rows.from.map(Self.quoted)), ("to", rows.to.map(Self.quoted)),
      ("zone", rows.zone.map(Self.quoted)), ("net", rows.net.map(Self.quoted)),
      ("level", rows.level.map(Self.quoted)), ("per", rows.exposure.map(Self.quoted)),
      ("batch", rows.batch.map { "\($0)" }), ("generation", rows.generation.map { "\($0)" }),
      ("method", method.rawValue), ("weights", weights.rawValue),
      ("permutations", permutations.rawValue), ("seed", "\(seed)"), ("fdr", fdr.rawValue),
      ("islands", islands.rawValue), ("k", k.map { "\($0)" }),
    ]
    return settings.compactMap { setting in setting.value.map { "\(setting.name): \($0)\n" } }
      .joined()
  }

  /// A text in double quotes; the escapes of JSON are YAML's too.
  private static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    JSONText.append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
