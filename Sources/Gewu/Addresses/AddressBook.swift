import Addresses
import Datasets
import Geometry
import Projections
import Synchronization
import Time
import Warehouse

/// The register of addresses as look-ups need it: a value in memory that never changes.
final class AddressBook: Sendable {
  /// The version of the register.
  let version: Int64
  let reader: AddressReader
  /// Looks texts up in the register.
  let matcher: TextMatcher
  /// Code and whole address of each entry, by the number of the address.
  private let texts: AddressTexts

  private let kept = Mutex<(suggester: AddressSuggester?, nearest: NearestAddresses?)>((nil, nil))

  var register: AddressRegister { matcher.matcher.register }

  /// What completes what is typed; made when it is first asked for.
  var suggester: AddressSuggester {
    kept.withLock { kept in
      let suggester = kept.suggester ?? AddressSuggester(register)
      kept.suggester = suggester
      return suggester
    }
  }

  /// What finds the nearest door; made when it is first asked for.
  var nearest: NearestAddresses {
    kept.withLock { kept in
      let nearest = kept.nearest ?? NearestAddresses(register)
      kept.nearest = nearest
      return nearest
    }
  }

  /// Makes the book of a version.
  ///
  /// - Parameter convert: from the store's reference system to degrees in WGS 84.
  init(
    _ version: RegisterVersion, reader: AddressReader, session: StoreTransaction,
    convert: (Coordinate) throws -> Coordinate?
  ) throws {
    self.version = version.version
    self.reader = reader
    var texts = AddressTexts()
    var rows = RegisterRows(names: try session.alternativeNames(in: version.version))
    try session.forEachAddress(in: version.version) { address in
      texts.append(address)
      rows.append(address, degrees: try address.point.flatMap { try convert($0.position) })
    }
    self.texts = texts
    var builder = RegisterBuilder()
    for row in rows.all { builder.add(row) }
    let register = builder.build().register
    matcher = TextMatcher(
      parser: reader.parser, matcher: AddressMatcher(register, variants: reader.variants),
      division: reader.context)
  }

  /// The code and the whole text of an address; nil for a number that there is not.
  func text(ofAddress id: Int64) -> (code: String, fullAddress: String)? {
    texts[id].map { ($0.code, $0.fullAddress) }
  }

  /// The address at a place of the register; nil where that has none of its own, as a road that only addresses on it
  /// name.
  func addressID(of entry: EntryIndex) -> Int64? {
    register.entry(entry)?.id.flatMap { $0 > 0 ? $0 : nil }
  }

  /// The code of the smallest area that an entry is known to lie in; nil where that is not known.
  func area(of entry: EntryIndex) -> String? {
    addressID(of: entry).flatMap { texts[$0]?.area }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Whether an entry stands for one place: a building or a part of one, or a door with no buildings of its own.
  func isPlace(_ entry: EntryIndex) -> Bool {
    guard let level = register.entry(entry)?.level else { return false }
    return level >= .building || level == .door && !register.hasEntriesBelow(entry)
  }
}

/// The rows of a register in memory, made from the addresses in the store.
private struct RegisterRows {
  private(set) var all: [AddressRow] = []
  private let aliases: [RegisterElement: [AlternativeName]]
  /// What has other names and is no address of its own, by its elements.
  private var named: Set<[RegisterElement]> = []

  init(names: [AlternativeName]) {
    var aliases: [RegisterElement: [AlternativeName]] = [:]
    for name in names {
      guard let kind = ElementKind(name: name.element) else { continue }
      aliases[RegisterElement(kind, Array(name.name.utf8)), default: []].append(name)
    }
    self.aliases = aliases
  }

  mutating func append(_ address: AddressOccurrence, degrees: Coordinate?) {
    for end in address.elements.indices.dropLast() where aliases[address.elements[end]] != nil {
      addNames(of: Array(address.elements[...end]))
    }
    let positions = degrees.flatMap { place in
      address.point.map {
        [AddressPosition($0.kind, longitude: place.x, latitude: place.y)]
      }
    }
    let first = address.validFrom.map { Int32(clamping: $0.ordinal) } ?? .min
    let last = address.validTo.map { Int32(clamping: $0.ordinal) } ?? .max
    let own = address.elements.last.map { names(of: $0) } ?? []
    all.append(
      AddressRow(
        id: address.addressID, elements: address.elements, status: address.status,
        validity: min(first, last)...max(first, last), successor: address.successorID,
        main: address.mainID, aliases: own, positions: positions ?? []))
  }

  /// A road or an estate that lies above addresses gets a row, since it has other names.
  private mutating func addNames(of path: [RegisterElement]) {
    guard let last = path.last, named.insert(path).inserted else { return }
    all.append(
      AddressRow(id: -Int64(named.count), elements: path, aliases: names(of: last)))
  }

  private func names(of element: RegisterElement) -> [AddressAlias] {
    (aliases[element] ?? []).map { name in
      AddressAlias(
        name.kind == .former ? .formerName : .secondName,
        elements: [RegisterElement(element.kind, Array(name.alias.utf8))])
    }
  }
}

/// The codes, whole texts and areas of addresses in one piece of memory, by their numbers.
struct AddressTexts: Sendable {
  private var bytes: [UInt8] = []
  /// Where code, text and area of each number begin, and where the area ends; 0 for none.
  private var places: [(code: Int, text: Int, area: Int, end: Int)] = []

  /// Addresses come in the order of their numbers.
  mutating func append(_ address: AddressOccurrence) {
    let number = Int(address.addressID)
    while places.count <= number { places.append((0, 0, 0, 0)) }
    let code = bytes.count
    bytes += address.code.utf8
    let text = bytes.count
    bytes += address.fullAddress.utf8
    let area = bytes.count
    bytes += (address.areaCode ?? "").utf8
    places[number] = (code, text, area, bytes.count)
  }

  subscript(id: Int64) -> (code: String, fullAddress: String, area: String)? {
    guard id > 0, id < places.count else { return nil }
    let place = places[Int(id)]
    guard place.end > place.code else { return nil }
    return (
      String(decoding: bytes[place.code..<place.text], as: UTF8.self),
      String(decoding: bytes[place.text..<place.area], as: UTF8.self),
      String(decoding: bytes[place.area..<place.end], as: UTF8.self)
    )
  }
}
