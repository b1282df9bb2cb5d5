package import Addresses
import GRDB
package import Geometry
package import Time

/// One state of a standard address: what was known of it from one version of the register on.
package struct AddressOccurrence: Sendable, Equatable {
  /// The point that stands for it, in the store's reference system.
  package struct Point: Sendable, Equatable {
    package var kind: PositionKind
    package var position: Coordinate

    package init(kind: PositionKind, position: Coordinate) {
      (self.kind, self.position) = (kind, position)
    }
  }

  /// The address's own, for good; 0 before it is kept.
  package var addressID: Int64 = 0
  /// What its register calls it.
  package var code: String
  /// The whole address as the register spells it.
  package var fullAddress: String
  package var level: AddressLevel
  /// From the whole to the part, as they are compared.
  package var elements: [RegisterElement]
  package var status = AddressStatus.approved
  /// First and last day it holds; nil where that is not known.
  package var validFrom: Day?
  package var validTo: Day?
  /// The code of the address that took its place, and what it is once it is kept.
  package var successor: String?
  package internal(set) var successorID: Int64?
  /// The code of the main address, where this is a side address.
  package var main: String?
  package internal(set) var mainID: Int64?
  /// The code of the smallest area it is known to lie in, such as a community.
  package var areaCode: String?
  package var point: Point?
  /// The data set and the row that it was made from.
  package var dataset: String
  package var row: Int64
  /// The version of the register that it is in first, and the first in which it is not; nil where it is current.
  package var fromVersion: Int64 = 0
  package var toVersion: Int64?

  package init(
    code: String, fullAddress: String, level: AddressLevel, elements: [RegisterElement],
    dataset: String, row: Int64
  ) {
    self.code = code
    self.fullAddress = fullAddress
    self.level = level
    self.elements = elements
    self.dataset = dataset
    self.row = row
  }

  /// Whether two states say the same of the address, wherever they were read.
  package func says(_ other: AddressOccurrence) -> Bool {
    code == other.code && fullAddress == other.fullAddress && level == other.level
      && elements == other.elements && status == other.status && validFrom == other.validFrom
      && validTo == other.validTo && successor == other.successor && main == other.main
      && areaCode == other.areaCode && point == other.point
  }
}

extension AddressOccurrence: FetchableRecord {
  /// The columns to select, `o` and `a` being the occurrence and its address.
  static let selection =
    """
    o.*, a.code,
    (SELECT code FROM address WHERE id = o.successor_id) AS successor,
    (SELECT code FROM address WHERE id = o.main_id) AS main
    """

  init(row: Row) throws {
    addressID = row["address_id"]
    code = row["code"]
    fullAddress = row["full_address"]
    level = AddressLevel(name: row["level"]) ?? .none
    elements = Self.elements(of: row)
    status = AddressStatus(name: row["status"]) ?? .approved
    validFrom = (row["valid_from"] as String?).flatMap { Day($0) }
    validTo = (row["valid_to"] as String?).flatMap { Day($0) }
    successor = row["successor"]
    successorID = row["successor_id"]
    main = row["main"]
    mainID = row["main_id"]
    areaCode = row["area_code"]
    if let name = row["position_kind"] as String?, let kind = PositionKind(name: name),
      let x = row["x"] as Double?, let y = row["y"] as Double?
    {
      point = Point(kind: kind, position: Coordinate(x: x, y: y))
    }
    dataset = row["dataset"]
    self.row = row["row_id"]
    fromVersion = row["from_version"]
    toVersion = row["to_version"]
  }

  /// Of several elements of one kind, as lanes off a lane, one column has all, a `/` between two.
  private static func elements(of row: Row) -> [RegisterElement] {
    var elements: [RegisterElement] = []
    for kind in ElementKind.columns {
      guard let text = row[kind.name] as String? else { continue }
      for part in text.split(separator: "/") { elements.append(.init(kind, Array(part.utf8))) }
    }
    return elements
  }

  /// The text of a kind's column; nil where the address has no such element.
  func column(_ kind: ElementKind) -> String? {
    let parts = elements.filter { $0.kind == kind }
    return parts.isEmpty
      ? nil : parts.map { String(decoding: $0.key, as: UTF8.self) }.joined(separator: "/")
  }
}

/// Another name of a road, an estate or a village.
package struct AlternativeName: Sendable, Hashable, Codable, FetchableRecord {
  /// What kind of name it is.
  package enum Kind: String, Sendable, Codable {
    case former = "former_name"
    case second = "second_name"
  }

  package var kind: Kind
  /// What it names: the name of an `ElementKind`.
  package var element: String
  /// The name that holds, as it is compared.
  package var name: String
  /// The other one, as it is compared.
  package var alias: String
  /// The last day of a former name; nil where it is not known.
  package var until: String?
  package var dataset: String

  package init(
    _ kind: Kind, element: ElementKind, name: String, alias: String, until: Day? = nil,
    dataset: String
  ) {
    self.kind = kind
    self.element = element.name
    self.name = name
    self.alias = alias
    self.until = until.map { "\($0)" }
    self.dataset = dataset
  }
}

extension AddressOccurrence: Encodable {
  private enum CodingKeys: String, CodingKey {
    case code, level, elements, status, successor, main, point, dataset, row
    case fullAddress = "address"
    case validFrom = "valid_from"
    case validTo = "valid_to"
    case areaCode = "area_code"
    case fromVersion = "from_version"
    case toVersion = "to_version"
  }

  private struct NamedElement: Encodable {
    let kind: String
    let name: String
  }

  private struct NamedPoint: Encodable {
    let kind: String
    let x: Double
    let y: Double
  }

  /// Writes names of kinds, and days as `YYYY-MM-DD`.
  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(code, forKey: .code)
    try values.encode(fullAddress, forKey: .fullAddress)
    try values.encode(level.name, forKey: .level)
    try values.encode(
      elements.map {
        NamedElement(kind: $0.kind.name, name: String(decoding: $0.key, as: UTF8.self))
      }, forKey: .elements)
    try values.encode(status.name, forKey: .status)
    try values.encodeIfPresent(validFrom.map { "\($0)" }, forKey: .validFrom)
    try values.encodeIfPresent(validTo.map { "\($0)" }, forKey: .validTo)
    try values.encodeIfPresent(successor, forKey: .successor)
    try values.encodeIfPresent(main, forKey: .main)
    try values.encodeIfPresent(areaCode, forKey: .areaCode)
    try values.encodeIfPresent(
      point.map { NamedPoint(kind: $0.kind.name, x: $0.position.x, y: $0.position.y) },
      forKey: .point)
    try values.encode(dataset, forKey: .dataset)
    try values.encode(row, forKey: .row)
    try values.encode(fromVersion, forKey: .fromVersion)
    try values.encodeIfPresent(toVersion, forKey: .toVersion)
  }
}
