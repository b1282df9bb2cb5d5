/// The features of a GeoJSON file as they are read, and the fields met so far.
struct GeoJSONBuilder {
  var crs: String?
  /// Whether further objects may follow the one read: a sequence, not a collection.
  var isSequence = false
  private var fields: [String] = []
  private var indices: [String: Int] = [:]
  private var features: [Feature] = []

  /// The table; features read before a field first appeared have no value for it.
  var table: FeatureTable {
    var features = features
    for index in features.indices where features[index].values.count < fields.count {
      let missing = fields.count - features[index].values.count
      features[index].values.append(contentsOf: repeatElement(nil, count: missing))
    }
    return FeatureTable(format: .geoJSON, fields: fields, features: features, crs: crs)
  }

  /// Adds a feature; answers the name of a property that is given twice, if any.
  @discardableResult
  mutating func append(properties: [(String, String?)], geometry: [UInt8]?) -> String? {
    var values = [String?](repeating: nil, count: fields.count)
    var seen = [Bool](repeating: false, count: fields.count)
    for (position, (name, value)) in properties.enumerated() {
      // Most features name the same properties in the same order.
      let isNext = position < fields.count && fields[position] == name
      let index = isNext ? position : place(of: name)
      if index == values.count {
        values.append(nil)
        seen.append(false)
      }
      if seen[index] { return name }
      seen[index] = true
      values[index] = value
    }
    features.append(Feature(number: features.count + 1, values: values, geometry: geometry))
    return nil
  }

  private mutating func place(of name: String) -> Int {
    if let index = indices[name] { return index }
    fields.append(name)
    indices[name] = fields.count - 1
    return fields.count - 1
  }
}
