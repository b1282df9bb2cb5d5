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
