package import Geometry
import Warehouse

/// Which file to load as which level, and how to read it.
package struct GridLoadRequest: Sendable {
  /// GeoJSON, GeoPackage, a Shapefile, what GDAL reads, or a CSV table of cells without boundaries.
  package var file: String
  /// The level that the file holds.
  package var level: String
  /// The net that the level belongs to.
  package var net = Net.base
  /// Whether codes that break the grammar of the net are reported instead of refused.
  package var allowsAnyCode = false
  /// Whether several features of one code are the parts of one cell.
  package var mergesParts = false
  /// The field that holds the code.
  package var codeField: String
  /// The field that holds the name.
  package var nameField: String?
  /// The field that names the cell above.
  package var parentField: String?
  /// A table of two columns, child and parent, with a header.
  package var parentsFile: String?
  /// The reference system of the file; what the file says, where it is nil.
  package var crs: CRSName?
  /// How far off positions may be where no change of the datum is published, in metres; nil where
  /// such a file is refused.
  package var acceptedAccuracy: Double?
  /// The layer of a GeoPackage that has several.
  package var layer: String?
  /// The encoding of a Shapefile's attributes or of a table; decided from the
  /// bytes where it is nil.
  package var encoding: String?
  /// Whether to check the generation and make it the active one.
  package var activates: Bool
  /// Whether to activate even an invalid coverage; look-ups then say so.
  package var allowsInvalid: Bool
  /// The share, 0…1, of the codes of each level that an activation may take away.
  package var maximumShrink = CellLoss.usualLimit
  /// Whether to do everything but keep nothing.
  package var isDryRun: Bool

  /// Asks for a level to be loaded into the generation being prepared.
  package init(
    file: String, level: String, codeField: String, nameField: String? = nil,
    parentField: String? = nil, parentsFile: String? = nil, crs: CRSName? = nil,
    layer: String? = nil, encoding: String? = nil, activates: Bool = false,
    allowsInvalid: Bool = false, isDryRun: Bool = false
  ) {
    self.file = file
    self.level = level
    self.codeField = codeField
    self.nameField = nameField
    self.parentField = parentField
    self.parentsFile = parentsFile
    self.crs = crs
    self.layer = layer
    self.encoding = encoding
    self.activates = activates
    self.allowsInvalid = allowsInvalid
    self.isDryRun = isDryRun
  }
}
