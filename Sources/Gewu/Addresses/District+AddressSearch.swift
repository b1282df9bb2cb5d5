import Addresses
package import Geometry
import Projections
import Warehouse

/// An address that what was typed may become.
package struct AddressSuggestion: Sendable, Equatable, Encodable {
  /// The code; nil where the entry has none of its own, as a road that only addresses on it name.
  package var code: String?
  package var address: String
  /// How far it goes.
  package var level: String
  /// The point of the entry, in WGS 84 degrees; nil where it has none.
  package var point: AddressAnswer.Point?

  private enum CodingKeys: String, CodingKey {
    case code, address, level, point
  }

  /// Writes `code` and `point` as `null` where they are missing: the fields are always there.
  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(code, forKey: .code)
    try values.encode(address, forKey: .address)
    try values.encode(level, forKey: .level)
    try values.encode(point, forKey: .point)
  }
}

/// The door that is nearest to a position.
package struct NearestDoor: Sendable, Equatable, Encodable {
  /// Its code; nil where it has none of its own.
  package var code: String?
  package var address: String
  /// How far its point is, in metres.
  package var distance: Double

  private enum CodingKeys: String, CodingKey {
    case code, address, distance
  }

  /// Writes a code that is missing as `null`: the field is always there.
  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(code, forKey: .code)
    try values.encode(address, forKey: .address)
    try values.encode(distance, forKey: .distance)
  }
}

extension District {
  /// How many suggestions may be asked for.
  package static let mostSuggestions = 50

  /// The addresses that what somebody types may become, the likeliest first.
  ///
  /// The answers are a directory of homes: they are given for a purpose, which is written down.
  ///
  /// - Throws: ``AddressFault`` where no register was loaded, or no purpose is given.
  package func suggestAddresses(
    for typed: String, limit: Int = 10, purpose: ReadPurpose?
  ) throws -> [AddressSuggestion] {
    guard let purpose else { throw AddressFault.directory }
    let matching = try addressMatcher()
    let found = matching.book.suggestions(for: typed, limit: min(limit, Self.mostSuggestions))
    try note(purpose, for: [("addresses", found.count)])
    return found
  }

  /// A value that answers which door is nearest to positions, by one version of the register.
  ///
  /// - Throws: ``AddressFault`` where no register was loaded.
  package func doorFinder() throws -> DoorFinder {
    DoorFinder(book: try addressMatcher().book, toWGS84: try toWGS84())
  }
}

/// Answers which door, building or entrance of the register is nearest to a position.
package struct DoorFinder: Sendable {
  /// How far a door may be, in metres, itself inside.
  package static let reach = 500.0

  let book: AddressBook
  let toWGS84: CoordinateTransform

  /// The version of the register that answers.
  package var version: Int64 { book.version }

  /// The door nearest to a position; of several at one distance the first of the register.
  ///
  /// - Parameters:
  ///   - position: in the reference system of `locator`.
  ///   - locator: of the same district.
  /// - Returns: nil where none is within ``reach``, and for what is no position.
  package func nearest(to position: Coordinate, in locator: PointLocator) -> NearestDoor? {
    let found = locator.find(position)
    guard found.status != .invalid, let degrees = try? toWGS84.transform(found.position) else {
      return nil
    }
    return book.nearestDoor(longitude: degrees.x, latitude: degrees.y, within: Self.reach)
  }
}

extension AddressBook {
  func suggestions(for typed: String, limit: Int) -> [AddressSuggestion] {
    suggester.suggestions(for: typed, limit: limit)
      .map { index in
        AddressSuggestion(
          code: addressID(of: index).flatMap { text(ofAddress: $0)?.code }, address: written(index),
          level: (register.entry(index)?.level ?? .none).name, point: point(of: index))
      }
  }

  func nearestDoor(longitude: Double, latitude: Double, within metres: Double) -> NearestDoor? {
    nearest.nearest(longitude: longitude, latitude: latitude, within: metres).map { found in
      NearestDoor(
        code: addressID(of: found.entry).flatMap { text(ofAddress: $0)?.code },
        address: written(found.entry), distance: (found.metres * 100).rounded() / 100)
    }
  }

  /// An entry as its register writes it, or where it has no text of its own the names and numbers it is made of.
  func written(_ index: EntryIndex) -> String {
    if let text = addressID(of: index).flatMap({ text(ofAddress: $0)?.fullAddress }) { return text }
    return register.path(to: index).map { String(decoding: $0.name, as: UTF8.self) }.joined()
  }

  /// The most precise point of an entry, or of what it lies in.
  func point(of index: EntryIndex) -> AddressAnswer.Point? {
    register.position(for: index).map {
      AddressAnswer.Point(longitude: $0.longitude, latitude: $0.latitude, kind: $0.kind.name)
    }
  }
}
