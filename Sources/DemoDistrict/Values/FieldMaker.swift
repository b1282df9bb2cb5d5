import Datasets
import DemoTruth
import Geometry

/// Makes the values of one field.
struct FieldMaker {
  let field: ManifestField
  /// The place of the field in the manifest.
  let index: Int
  var meaning: Meaning
  /// Where the field is a part of the key that is counted: how many values it takes, and how many
  /// combinations of the fields before it there are.
  var wheel: (count: Int, stride: Int)?
  /// Whether it is a part of the key, or a place: then it is never left out by chance.
  var isFixed: Bool
  let stream: UInt64
  /// How many of a million rows have no value.
  let gaps: Int
  /// What its free texts are like.
  let phrase: Phrases.Kind
  /// Whether its dates lie ahead: until when something holds.
  let isFuture: Bool
  private let prefix: String
  private let serialPattern: PatternSampler?

  private static let endings = [
    "valid_to", "expire", "end", "deadline", "until", "leaves", "due", "limit",
  ]

  init(_ field: ManifestField, index: Int, dataset: String, seed: UInt64, isFixed: Bool) {
    self.field = field
    self.index = index
    self.isFixed = isFixed
    phrase = Phrases.Kind(name: field.name)
    isFuture = Self.endings.contains(where: field.name.contains)
    stream = Draw.stream(seed, "field.\(dataset).\(field.name)")
    var draw = Draw(stream, -1)
    meaning = .of(field, &draw)
    prefix = dataset.uppercased().filter { $0.isLetter }.prefix(2) + "26"
    serialPattern = field.constraints.pattern.flatMap { PatternSampler($0, &draw) }
    gaps =
      field.constraints.isRequired || isFixed ? 0 : [0, 20_000, 60_000, 150_000][draw.below(4)]
  }

  /// How many different values a running number makes here.
  var serialCapacity: Int {
    if field.constraints.pattern != nil { return serialPattern?.capacity ?? 1 }
    let width = field.constraints.maximumLength ?? 20
    return (0..<min(width, 9)).reduce(1) { n, _ in n * 10 }
  }

  /// A text that is different for each number.
  func serial(_ number: Int, _ draw: inout Draw) -> DemoValue {
    switch field.type {
    case .integer: return .integer(10_001 + number)
    case .number: return .decimal(String(10_001 + number))
    default: break
    }
    if let serialPattern { return .text(serialPattern.text(&draw, serial: number)) }
    let longest = field.constraints.maximumLength ?? 20
    let width = min(max(longest - prefix.utf8.count, 0), 8)
    let shortest = field.constraints.minimumLength ?? 0
    if width >= 6 {
      return .text(prefix + Digits.padded(number, max(width, shortest - prefix.utf8.count)))
    }
    return .text(Digits.padded(number, longest))
  }
}
