/// What is wrong with a file whatever is in it.
package enum FileFact: Hashable, Sendable {
  case missing
  case directory
  /// A pipe, a device, a socket.
  case notRegular
  case empty
  /// Its name, or that of a folder, is not UTF-8.
  case name
  /// It became shorter while it was read.
  case cutShort
  /// The system refuses to read it, with its `errno`.
  case unreadable(code: Int32)
  /// A library refuses to write it, and says why.
  case refused(reason: String)
  case noMemoryToRead
  case noMemoryToWrite
}

/// What is wrong with a GeoPackage (OGC 12-128).
package enum GeoPackageFact: Hashable, Sendable {
  /// It is something else, or was cut short.
  case notAGeoPackage
  /// SQLite cannot read it, with its primary result code, and says why in English.
  case unreadable(code: Int32, text: String)
  /// SQLite cannot write it.
  case unwritable(code: Int32, text: String)
  case noContents
  case noLayer(String, among: [String])
  case noFeatureLayer
  case severalLayers([String])
  case notAGeometry(feature: Int)
  /// A column of the catalogue holds something else than it must: NULL where a name belongs.
  case catalogue(table: String, column: String)
  /// No feature comes for so long.
  case slow(seconds: Int)
  /// More features than the file can hold, so a view without end.
  case endless(features: Int)
  /// A feature of more bytes than are read.
  case large(bytes: Int)
  /// SQLite needs more memory than it is given.
  case memory(bytes: Int)
  /// The process that reads it failed.
  case child(ChildFact)
  /// A layer was named for a file of another format.
  case noLayers(named: String)
  /// A feature to be written has another number of cells than there are columns.
  case cellCount(Int, columns: Int)
}
