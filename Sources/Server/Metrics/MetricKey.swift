/// A time series: a name with the values of its labels.
struct MetricKey: Hashable, Comparable {
  var name: String
  var labels: [MetricLabel]

  init(_ name: String, _ dimensions: [(String, String)]) {
    self.name = name
    labels = dimensions.map { MetricLabel(name: $0.0, value: $0.1) }
  }

  static func < (a: MetricKey, b: MetricKey) -> Bool {
    a.name != b.name ? a.name < b.name : a.labels.lexicographicallyPrecedes(b.labels)
  }

  /// The labels as the text format writes them, with `extra` at the end.
  func text(suffix: String = "", extra: (String, String)? = nil) -> String {
    let all = labels + (extra.map { [MetricLabel(name: $0.0, value: $0.1)] } ?? [])
    guard !all.isEmpty else { return name + suffix }
    return "\(name)\(suffix){\(all.map(\.text).joined(separator: ","))}"
  }
}

/// A label of a time series.
struct MetricLabel: Hashable, Comparable {
  var name: String
  var value: String

  static func < (a: MetricLabel, b: MetricLabel) -> Bool {
    a.name != b.name ? a.name < b.name : a.value < b.value
  }

  /// The label with its value escaped: backslash, quotation mark, line feed.
  var text: String {
    var escaped = ""
    for character in value.unicodeScalars {
      switch character {
      case "\\": escaped += "\\\\"
      case "\"": escaped += "\\\""
      case "\n": escaped += "\\n"
      default: escaped.unicodeScalars.append(character)
      }
    }
    return "\(name)=\"\(escaped)\""
  }
}
