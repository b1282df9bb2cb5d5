/// What there is to know of KML (OGC 12-007r2) before GDAL reads it.
///
/// Where an element has several children of which the standard allows one, GDAL keeps one and says
/// nothing: a second ring of an `innerBoundaryIs` is a hole that is filled. And fields of a type other
/// than text lose the zeros before their digits.
final class KMLSurvey: XMLHandler {
  /// Whether fields are declared as numbers or truth values.
  private(set) var hasTypedFields = false

  private let path: String
  private let format: ForeignFormat
  /// The elements around the current one whose children are counted.
  private var open: [(element: Parent, depth: Int, children: Int)] = []
  private var depth = 0
  private var placemarks = 0
  private var isName = false
  private var loss: (Parent, Int)?
  /// The fields of the placemark, and the first that has several values.
  private var fields: Set<String> = []
  private var fieldTwice: String?

  private enum Parent: String {
    case Placemark, Polygon, outerBoundaryIs, innerBoundaryIs, LinearRing

    init?(_ name: UnsafePointer<CChar>) {
      switch UInt8(bitPattern: name[0]) {
      case UInt8(ascii: "P"), UInt8(ascii: "o"), UInt8(ascii: "i"), UInt8(ascii: "L"):
        self.init(rawValue: String(cString: name))
      default: return nil
      }
    }

    var loss: ForeignFact.Loss {
      switch self {
      case .Placemark: .geometries
      case .Polygon: .shells
      case .outerBoundaryIs: .shellRings
      case .innerBoundaryIs: .holeRings
      case .LinearRing: .coordinates
      }
    }

    func counts(_ child: XMLElement) -> Bool {
      switch self {
      case .Placemark: KMLSurvey.geometries.contains { child.isNamed($0) }
      case .Polygon: child.isNamed("outerBoundaryIs")
      case .outerBoundaryIs, .innerBoundaryIs: child.isNamed("LinearRing")
      case .LinearRing: child.isNamed("coordinates")
      }
    }
  }

  private static let geometries: [StaticString] = [
    "Point", "LineString", "LinearRing", "Polygon", "MultiGeometry", "Track", "MultiTrack",
  ]

  private init(_ format: ForeignFormat, path: String) {
    (self.format, self.path) = (format, path)
  }

  /// Surveys a file, or the texts in an archive.
  ///
  /// XML that cannot be read is GDAL's to judge.
  /// - Throws: `TabularError` where GDAL would leave out a part of what the file shows.
  static func survey(_ file: FileBytes, _ format: ForeignFormat) throws -> KMLSurvey {
    let survey = KMLSurvey(format, path: file.path)
    if format == .kml {
      try survey.read(XMLFileSource(file), of: file)
    } else if let archive = try? ZipArchive(file) {
      for entry in texts(in: archive) {
        if let stream = try? archive.open(entry) { try survey.read(stream, of: file) }
      }
    }
    return survey
  }

  /// The texts of KML in an archive.
  static func texts(in archive: ZipArchive) -> [ZipEntry] {
    archive.names.sorted().filter { $0.lowercased().hasSuffix(".kml") }
      .compactMap(archive.entry)
  }

  private func read(_ source: any XMLSource, of file: FileBytes) throws {
    (open, depth, placemarks, loss) = ([], 0, 0, nil)
    do {
      try XMLReader(source, self, file: file).run()
    } catch let error as TabularError {
      if case .foreign = error.fact { throw error }
    }
  }

  override func start(_ element: XMLElement) {
    depth += 1
    if let parent = open.last, parent.depth == depth - 1 {
      if parent.element.counts(element) { open[open.count - 1].children += 1 }
      isName = parent.element == .Placemark && element.isNamed("name")
    }
    noteField(element)
    if let parent = Parent(element.name) {
      if parent == .Placemark {
        placemarks += 1
        (loss, fields, fieldTwice) = (nil, [], nil)
      }
      open.append((parent, depth, 0))
    } else if element.isNamed("SimpleField"), let type = element.attribute("type") {
      hasTypedFields = hasTypedFields || !["string", "xsd:string", "xs:string"].contains(type)
    }
  }

  override func end(_ name: UnsafePointer<CChar>) {
    isName = false
    if let last = open.last, last.depth == depth {
      open.removeLast()
      if last.children > 1, loss == nil { loss = (last.element, last.children) }
      if last.element == .Placemark { judge() }
    }
    depth -= 1
  }

  /// Counts the values of the fields of a placemark, its name among them.
  private func noteField(_ element: XMLElement) {
    guard !open.isEmpty, fieldTwice == nil else { return }
    if isName, element.isNamed("name") {
      if !fields.insert("name").inserted { fieldTwice = "name" }
    } else if element.isNamed("Data") || element.isNamed("SimpleData") {
      guard let field = element.attribute("name") else { return }
      if !fields.insert("=" + field).inserted { fieldTwice = field }
    }
  }

  /// Refuses a placemark of which GDAL would leave out a part.
  private func judge() {
    let fact: ForeignFact? =
      if let loss {
        .lost(format, loss.0.loss, count: loss.1, placemark: placemarks)
      } else if let fieldTwice {
        .fieldTwice(format, field: fieldTwice, placemark: placemarks)
      } else { nil }
    if let fact { failure = TabularError(.unsupported, path: path, .foreign(fact)) }
  }
}
