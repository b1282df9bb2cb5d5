import Addresses

/// A reading of elements that stand one after the other in a text, a scalar each.
func reading(_ elements: [RegisterElement], unused: [Range<Int>] = [], cost: Int = 0) -> Reading {
  Reading(
    elements: elements.enumerated().map { place, element in
      Element(kind: element.kind, source: place..<place + 1, key: element.key)
    }, unused: unused, cost: cost)
}

extension AddressMatcher {
  func match(_ elements: RegisterElement...) -> MatchResult { match(elements: elements) }
}

extension AddressRegister {
  /// The id of an entry.
  func id(_ index: EntryIndex?) -> Int64? { index.flatMap { entry($0)?.id } }

  func ids(_ result: MatchResult) -> [Int64?] { result.candidates.map { id($0.entry) } }
}

/// A road with doors, a compound of buildings and rooms, and a second road of the same name.
let streets: [AddressRow] = [
  row(1, .county("测试区")), row(2, in: 1, .town("东街道")), row(3, in: 1, .town("西街道")),
  row(4, in: 2, .road("杨柳路"), positions: [AddressPosition(.roadCentre, longitude: 1, latitude: 1)]),
  row(5, in: 3, .road("杨柳路")), row(6, in: 3, .road("长桥路")),
  row(
    10, in: 4, .number("12"), aliases: [AddressAlias(.secondName, elements: [.estate("绿园")])],
    positions: [AddressPosition(.doorPlate, longitude: 1.1, latitude: 1)]),
  row(11, in: 4, .number("12-16")), row(12, in: 4, .number("甲8")), row(13, in: 5, .number("8")),
  row(14, in: 6, .number("1")),
  row(20, in: 10, .building("1")), row(21, in: 10, .building("3")), row(22, in: 10, .building("B")),
  row(30, in: 21, .entrance("1")), row(31, in: 21, .entrance("2")),
  row(40, in: 30, .room("101")), row(41, in: 31, .room("101")), row(42, in: 31, .room("302")),
  row(43, in: 31, .room("1302")), row(44, in: 20, .room("302")),
  row(50, in: 3, .estate("明发一园")), row(51, in: 3, .estate("明发二园")),
  row(52, in: 50, .building("1")), row(53, in: 51, .building("1")), row(54, in: 51, .building("2")),
  row(55, in: 50, .part("2")), row(56, in: 55, .building("9")),
]
