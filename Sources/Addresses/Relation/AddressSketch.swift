/// What of a text is compared with another: its numbers by kind, its names, and where it says it is.
public struct AddressSketch: Sendable {
  /// The whole text, folded.
  let text: [UInt32]
  /// The numbers of each kind; distances are left out.
  private(set) var numbers: [ElementKind: Set<[UInt8]>] = [:]
  private(set) var divisions: [ElementKind: [[UInt32]]] = [:]
  /// The name that the building belongs to, else the last name.
  private(set) var anchor: [UInt32] = []
  /// The anchor without the words that many names end with.
  private(set) var stem: [UInt32] = []
  /// The names after the building: who is in it.
  private(set) var occupant: [UInt32] = []
  /// The roads that were read as such.
  private(set) var readRoads: Set<[UInt32]> = []
  /// The last three characters of what may be a road.
  private(set) var roads: Set<[UInt32]> = []
  private(set) var hasGate = false
  /// The number of the building named last, where several are.
  private(set) var lastBuilding: [UInt8]?
  /// Whether the text ends where roads cross.
  private(set) var endsAtCrossing = false
  /// The points of the compass before an area.
  private(set) var sides: Set<UInt32> = []
  /// The kind of the last element that is no remark.
  private(set) var last: ElementKind?
  private(set) var isOnSeveralRoads = false

  /// Takes a text apart by the best of its readings.
  public init(_ reading: Reading?, text: String, names: RelationNames) {
    self.text = text.unicodeScalars.map { names.variants.fold($0) }
    guard let reading else { return }
    let elements = reading.elements
    let building = elements.lastIndex { $0.kind == .building }
    lastBuilding = building.map { elements[$0].key }
    if let end = elements.last, end.kind == .remark {
      endsAtCrossing = fold(end.key, names).first == Self.crossing
    }
    var before: [UInt32] = []
    var all: [[UInt32]] = []
    for (place, element) in elements.enumerated() {
      if element.kind != .remark { last = element.kind }
      if element.kind.isDivision {
        divisions[element.kind, default: []].append(fold(element.key, names))
      }
      if isName(element) {
        let name = fold(element.key, names)
        all.append(name)
        if let building, place > building { occupant += name } else { before = name }
      } else if element.kind == .road {
        let road = fold(element.key, names)
        readRoads.insert(road)
        if before.isEmpty, names.isKnown(road) { before = road }
      } else if element.kind.isNumber || element.kind == .estatePart {
        if !isDistance(place, elements) { numbers[element.kind, default: []].insert(element.key) }
      }
    }
    // A name that is written again shortly is the long one.
    let longest = all.filter { $0[...].hasSuffix(before) }.max { $0.count < $1.count }
    anchor = names.known(longest ?? before)
    stem = names.stem(anchor)
    isOnSeveralRoads = names.isOnSeveralRoads(anchor)
    collectRoads()
    collectSides()
  }

  private func fold(_ key: [UInt8], _ names: RelationNames) -> [UInt32] {
    String(decoding: key, as: UTF8.self).unicodeScalars.map { names.variants.fold($0) }
  }

  private func isName(_ element: Element) -> Bool {
    switch element.kind {
    case .estate, .place, .community: true
    case .villageGroup: element.key.first.map { !NumberAtom.isDigit($0) } ?? false
    default: false
    }
  }

  /// A number before "metres" or after a direction is no door.
  private func isDistance(_ place: Int, _ elements: [Element]) -> Bool {
    guard elements[place].kind == .roadNumber else { return false }
    let end = elements[place].source.upperBound
    if end < text.count, text[end] == Self.metre { return true }
    return place > 0 && elements[place - 1].kind == .remark
  }

  private mutating func collectRoads() {
    for place in text.indices.dropFirst() where Self.roadEnds.contains(text[place]) {
      // A numbered lane is no road.
      if (0x30...0x39).contains(text[place - 1]) { continue }
      if Self.lanes.contains(text[place]), Self.numerals.contains(text[place - 1]) { continue }
      roads.insert(Array(text[max(0, place - 2)...place]))
    }
  }

  private mutating func collectSides() {
    for place in text.indices where Self.gateSides.contains(text[place]) {
      var next = place + 1
      guard next < text.count else { continue }
      if Self.areas.contains(text[next]), Self.compass.contains(text[place]) {
        sides.insert(text[place])
      }
      if (0x30...0x39).contains(text[next]) { next += 1 }
      if next < text.count, text[next] == Self.gate { hasGate = true }
    }
  }

  private static func scalars(_ text: String) -> Set<UInt32> {
    Set(text.unicodeScalars.map(\.value))
  }
  private static let metre: UInt32 = 0x7c73  // 米
  private static let crossing: UInt32 = 0x4ea4  // 交
  private static let gate: UInt32 = 0x95e8  // 门
  private static let roadEnds = scalars("路街道").union(scalars("巷弄"))
  private static let lanes = scalars("巷弄")
  private static let numerals = scalars("一二三").union(scalars("四五六"))
    .union(scalars("七八九")).union(scalars("十"))
  private static let compass = scalars("东西南").union(scalars("北中"))
  private static let gateSides = compass.union(scalars("前后"))
  private static let areas = scalars("区苑园").union(scalars("院"))
}
