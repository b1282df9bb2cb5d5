/// One record of a file of features: a geometry and its attributes as text.
package struct Feature: Sendable, Equatable {
  /// The place in the file, from 1; for a Shapefile the record number, with
  /// deleted records counted.
  package var number: Int
  /// The values, one for each of the table's fields; nil where the file has none.
  package var values: [String?]
  /// The geometry as well-known binary, nil where the file has none.
  ///
  /// Two-dimensional and little-endian, except that a GeoPackage's is left as it is.
  package var geometry: [UInt8]?

  /// Makes a feature of its parts.
  package init(number: Int, values: [String?], geometry: [UInt8]?) {
    self.number = number
    self.values = values
    self.geometry = geometry
  }
}

/// What a file of features holds: its fields, its features, and what it says of
/// its coordinates.
package struct FeatureTable: Sendable, Equatable {
  package var format: FeatureFormat
  /// The names of the fields, in the order of the file.
  package var fields: [String]
  /// The features, in the order of the file.
  package var features: [Feature]
  /// The reference system that the file names: `EPSG:n`, `CRS84`, or well-known
  /// text; nil where it names none.
  ///
  /// GeoJSON without a name is WGS 84 by RFC 7946, yet Chinese files of the kind
  /// are often GCJ-02: a caller should be able to say so.
  package var crs: String?
  /// The number of records that the file marks as deleted, which are left out.
  package var deletedCount: Int
  /// The number of texts whose last character the file itself cuts in two at the
  /// width of its field; that character is left out.
  package var cutTextCount: Int

  /// The encoding that the texts were read in, by iconv's name; nil where the
  /// format has only one.
  package var encoding: String?
  /// Whether no one named the encoding and it is only the first that fits: short
  /// texts in a Western code page can pass for GB18030, so this is worth a note.
  package var isEncodingGuessed: Bool

  /// Makes a table of its parts.
  package init(
    format: FeatureFormat, fields: [String], features: [Feature], crs: String?,
    deletedCount: Int = 0, cutTextCount: Int = 0, encoding: String? = nil,
    isEncodingGuessed: Bool = false
  ) {
    self.format = format
    self.fields = fields
    self.features = features
    self.crs = crs
    self.deletedCount = deletedCount
    self.cutTextCount = cutTextCount
    self.encoding = encoding
    self.isEncodingGuessed = isEncodingGuessed
  }

  /// The place of a field among the values, nil where there is none of that name.
  package func index(of field: String) -> Int? { fields.firstIndex(of: field) }

  /// The value of a field, nil where the feature has none or the table no such field.
  package func value(of field: String, in feature: Feature) -> String? {
    index(of: field).flatMap { feature.values[$0] }
  }
}
