import Datasets
import Tabular

/// Writes the fields of rows as the properties of features; an empty one is left out.
struct FeatureProperties {
  private let names: [[UInt8]]
  private let types: [FieldType]

  init(_ fields: [FeatureOutline.Field]) {
    names = fields.map { field in
      var bytes: [UInt8] = []
      JSONText.append(field.name, to: &bytes)
      return bytes + [UInt8(ascii: ":")]
    }
    types = fields.map(\.type)
  }

  func bytes(of values: [TableCell]) -> [UInt8] {
    var bytes = [UInt8(ascii: "{")]
    for (place, value) in values.enumerated() {
      guard value != .empty else { continue }
      if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
      bytes += names[place]
      switch value {
      case .number(let digits) where types[place] == .boolean:
        bytes += (digits == "0" ? "false" : "true").utf8
      case .number(let digits): bytes += digits.utf8
      case .boolean(let flag): bytes += (flag ? "true" : "false").utf8
      case .text(let text), .date(let text), .error(let text): JSONText.append(text, to: &bytes)
      case .empty: continue
      }
    }
    bytes.append(UInt8(ascii: "}"))
    return bytes
  }
}
