import CConfinedChild

/// The confined child that reads a GeoPackage with SQLite; see `CConfinedChild.h`.
///
/// The file is a stranger's, and so is what it defines: views and the catalogue itself. Each value of
/// the catalogue is looked at for its type; a view without end, a feature beyond all measure and a
/// crash are failures of the file.
final class GeoPackageChild {
  private let path: String
  private let child: ConfinedChild

  /// What SQLite may use: three of the largest features, and its own pages.
  private static let memory = 128 << 20

  /// Starts a child for a file.
  ///
  /// - Parameter path: what the file is called in messages.
  init(_ file: FileBytes, named path: String) throws {
    self.path = path
    let seconds = 120 + file.bytes.count / (4 << 20)
    do {
      child = try ConfinedChild(
        GEWU_CHILD_GEOPACKAGE, reading: file.path, memory: Self.memory, seconds: seconds)
    } catch {
      throw Self.failed(path, error)
    }
  }

  /// The layers of the file, those of features first.
  func catalogue() throws -> [GeoPackageLayer] {
    try answering("C") { () throws(ConfinedChild.Failure) in
      var layers: [GeoPackageLayer] = []
      for _ in 0..<(try child.word()) {
        let isSpatial = try child.byte() == UInt8(ascii: "f")
        let (table, column) = (try child.text(), try child.text())
        layers.append(
          GeoPackageLayer(
            table: table, geometry: isSpatial ? column : nil, srid: try child.long()))
      }
      return layers
    }
  }

  /// What there is to know of a layer, by its place in the catalogue.
  func describe(_ place: Int) throws -> GeoPackageDescription {
    try ask(UInt32(truncatingIfNeeded: place))
    return try answering("L") { () throws(ConfinedChild.Failure) in
      let count = Int(truncatingIfNeeded: try child.long())
      let system = try referenceSystem()
      var columns: [GeoPackageDescription.Column] = []
      for _ in 0..<(try child.word()) {
        columns.append(.init(name: try child.text(), type: try child.text().uppercased()))
      }
      return GeoPackageDescription(count: count, system: system, columns: columns)
    }
  }

  private func referenceSystem() throws(ConfinedChild.Failure) -> NamedSystem? {
    var code: Int?
    switch try child.byte() {
    case UInt8(ascii: "e"): code = Int(truncatingIfNeeded: try child.long())
    case UInt8(ascii: "d"): break
    default: return nil
    }
    return NamedSystem(code: code, definitions: [try child.text(), try child.text()])
  }

  /// Asks for the features of the layer described last.
  func begin() throws { try ask(1) }

  /// The next feature as `CConfinedChild.h` describes it, its key first; nil at the end.
  func feature() throws -> UnsafeRawBufferPointer? {
    do {
      switch try child.byte() {
      case UInt8(ascii: "R"): return try child.bytes(Int(try child.word()))
      case UInt8(ascii: "Z"): return nil
      case UInt8(ascii: "F"): throw try fault()
      default: throw ConfinedChild.Failure(fact: .wrongAnswer)
      }
    } catch let failure as ConfinedChild.Failure {
      throw Self.failed(path, failure)
    }
  }

  private func ask(_ number: UInt32) throws {
    do {
      try child.send(number)
    } catch {
      throw Self.failed(path, error)
    }
  }

  /// What `body` makes of an answer of that kind.
  private func answering<Value>(
    _ kind: Unicode.Scalar, _ body: () throws(ConfinedChild.Failure) -> Value
  ) throws -> Value {
    do {
      let answer = try child.byte()
      if answer == UInt8(ascii: kind) { return try body() }
      guard answer == UInt8(ascii: "F") else { throw ConfinedChild.Failure(fact: .wrongAnswer) }
      throw try fault()
    } catch let failure as ConfinedChild.Failure {
      throw Self.failed(path, failure)
    }
  }

  /// What the child says is wrong with the file.
  private func fault() throws(ConfinedChild.Failure) -> TabularError {
    let kind = gewu_geopackage_fault(UInt32(try child.byte()))
    let (first, second) = (try child.text(), try child.text())
    let number = Int(first) ?? 0
    let (error, fact): (TabularError.Kind, GeoPackageFact) =
      switch kind {
      case GEWU_GEOPACKAGE_NONE: (.truncated, .notAGeoPackage)
      case GEWU_GEOPACKAGE_CONTENTS: (.unsupported, .noContents)
      case GEWU_GEOPACKAGE_CATALOGUE: (.malformed, .catalogue(table: first, column: second))
      case GEWU_GEOPACKAGE_SLOW: (.unsupported, .slow(seconds: number))
      case GEWU_GEOPACKAGE_ENDLESS: (.unsupported, .endless(features: number))
      case GEWU_GEOPACKAGE_LARGE: (.unsupported, .large(bytes: number))
      case GEWU_GEOPACKAGE_MEMORY: (.unsupported, .memory(bytes: Self.memory))
      default: (.unreadable, .unreadable(code: Int32(clamping: number), text: second))
      }
    return TabularError(error, path: path, .geoPackage(fact))
  }

  private static func failed(_ path: String, _ failure: ConfinedChild.Failure) -> TabularError {
    TabularError(.malformed, path: path, .geoPackage(.child(failure.fact)))
  }
}

/// A layer as the catalogue of a GeoPackage names it.
struct GeoPackageLayer: Sendable {
  var table: String
  /// The column of the geometry; nil for a table of attributes.
  var geometry: String?
  var srid: Int64
}

/// What a GeoPackage says of one layer.
struct GeoPackageDescription: Sendable {
  /// A column other than the geometry.
  struct Column: Sendable {
    var name: String
    /// The declared type in capitals.
    var type: String
  }

  /// How many features there are; -1 where counting them takes too long.
  var count: Int
  /// The reference system; nil for the two undefined ones.
  var system: NamedSystem?
  var columns: [Column]
}
