import Addresses
import Testing

@Suite struct RenderingTests {
  let register = AddressesTests.register(district())
  let matcher: TextMatcher

  init() throws {
    var settings = MatchSettings()
    settings.context = register.index(of: 1)
    matcher = TextMatcher(
      parser: try chinaParser(), matcher: AddressMatcher(register, settings: settings))
  }

  /// One way to write an address.
  struct Rendering: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var divisions: Set<ElementKind> = [.county, .town]
    var building = "幢"
    var entrance = "单元"
    var room = "室"
    var isFullWidth = false
    var hasNumerals = false
    var isEstate = false

    func text(_ path: [RegisterElement], estate: String?) -> String? {
      var text = ""
      for element in path {
        let key = String(decoding: element.key, as: UTF8.self)
        switch element.kind {
        case .county, .town: if divisions.contains(element.kind) { text += key }
        case .road: if !isEstate { text += key }
        case .roadNumber:
          if isEstate {
            guard let estate else { return nil }
            text += estate
          } else {
            text += key + "号"
          }
        case .building: text += (hasNumerals ? Self.numeral(key) : key) + building
        case .entrance: text += (hasNumerals ? Self.numeral(key) : key) + entrance
        case .room: text += key + room
        default: return nil
        }
      }
      return isFullWidth ? Self.fullWidth(text) : text
    }

    static func numeral(_ key: String) -> String {
      ["1": "一", "2": "二", "3": "三", "13": "十三"][key] ?? key
    }

    static func fullWidth(_ text: String) -> String {
      var wide = String.UnicodeScalarView()
      for scalar in text.unicodeScalars {
        let code = (0x21...0x7e).contains(scalar.value) ? scalar.value + 0xfee0 : scalar.value
        wide.append(Unicode.Scalar(code) ?? scalar)
      }
      return String(wide)
    }
  }

  static let renderings = [
    Rendering(testDescription: "plain"),
    Rendering(testDescription: "no town", divisions: [.county]),
    Rendering(testDescription: "no county", divisions: [.town]),
    Rendering(testDescription: "no division", divisions: []),
    Rendering(testDescription: "building by another word", building: "栋"),
    Rendering(testDescription: "building by two words", building: "号楼"),
    Rendering(testDescription: "building by a sign", building: "#"),
    Rendering(testDescription: "no word after the room", room: ""),
    Rendering(testDescription: "full width", isFullWidth: true),
    Rendering(testDescription: "numerals", hasNumerals: true),
    Rendering(testDescription: "estate", isEstate: true),
    Rendering(
      testDescription: "estate and hyphens", building: "-", entrance: "-", room: "", isEstate: true),
  ]

  @Test(arguments: renderings)
  func `each address is the answer to each way to write it`(rendering: Rendering) throws {
    var count = 0
    for number in 1...UInt32(register.count) {
      let index = EntryIndex(rawValue: number)
      let path = register.path(to: index)
      let isWhole = path.last?.element.kind == .room
      guard path.count > 3, isWhole || rendering.building != "-" else { continue }
      let estate = path.dropLast(0).first { $0.element.kind == .roadNumber }
        .flatMap { register.aliases(of: $0.index).first?.elements.first }
        .map { String(decoding: $0.key, as: UTF8.self) }
      guard let text = rendering.text(path.map(\.element), estate: estate) else { continue }
      count += 1

      let answer = matcher.match(text)

      #expect(answer.entry == index, "\(text) \(answer.faults)")
      #expect(answer.certainty == .equal || rendering.isEstate, "\(text) \(answer.faults)")
    }
    #expect(count > 100)
  }

  @Test func `each digit of a text is in one element or unused, and no answer is below it`() {
    var generator = SeededGenerator(seed: 77)
    let parts = [
      "新试区", "河东街道", "杨柳路", "石井街", "春晓花园", "12号", "8", "甲8号", "3幢", "13栋", "2单元", "-", "302",
      "室", "号", "1102", "附1号", "十三", "A座", "（", "）", "对面", "７", "、", "二期", "第", "楼", "之三",
    ]
    for _ in 0..<4000 {
      let text = (0..<Int.random(in: 1...7, using: &generator))
        .map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
      let scalars = Array(text.unicodeScalars)
      let readings = matcher.parser.readings(of: text)
      for reading in readings {
        for place in scalars.indices where scalars[place].properties.numericType == .decimal {
          let uses =
            reading.elements.filter { $0.source.contains(place) }.count
            + reading.unused.filter { $0.contains(place) }.count
          #expect(uses == 1, "\(text) at \(place)")
        }
      }
      let answer = matcher.match(text)
      let unread = answer.faults.contains {
        if case .unusedNumber(let range) = $0 { return range.lowerBound > 0 }
        return false
      }
      if unread, text.hasPrefix("杨柳路") { #expect(answer.level < .door, "\(text)") }
    }
  }

  @Test func `a door that the register does not have never becomes another door of its road`() {
    let rows = district()
    let road = rows.first { $0.elements == [.road("杨柳路")] }?.id ?? 0
    // The only building 66 of the road.
    let register = register.applying(
      RegisterChanges(rows: [
        row(9000, in: road, .number("229")), row(9001, in: 9000, .estate("星河花苑")),
        row(9002, in: 9001, .building("66")), row(9003, in: 9002, .entrance("1")),
        row(9004, in: 9003, .room("701")), row(9005, in: road, .lane("78弄")),
        row(9006, in: 9005, .building("67")), row(9007, in: 9006, .room("101")),
      ])
    ).register
    var settings = MatchSettings()
    settings.context = register.index(of: 1)
    let matcher = TextMatcher(
      parser: matcher.parser, matcher: AddressMatcher(register, settings: settings))
    #expect(register.id(matcher.match("杨柳路星河花苑66幢1单元701室").entry) == 9004)
    for number in ["211号", "221号", "10001号"] {
      for estate in ["禾屿名仕家园", "", "某某公寓"] {
        for rest in ["66幢", "66幢1单元", "66幢1单元701室", "66-1-701", "67幢", "67幢101室"] {
          for divisions in ["新试区河东街道", "新试区", ""] {
            let text = "\(divisions)杨柳路\(number)\(estate)\(rest)"
            let answer = matcher.match(text)
            let isSure = answer.certainty == .equal || answer.certainty == .sure
            #expect(!isSure || answer.level <= .road, "\(text) \(answer.faults)")
          }
        }
      }
    }
  }

  @Test func `a decoy never falls to a neighbour`() {
    let rows = district()
    let texts: [(Int64, String)] = register.rooms.prefix(120).map { room in
      let path = register.path(to: room)
      let text = Self.renderings[0].text(path.map(\.element), estate: nil) ?? ""
      return (register.id(room) ?? 0, text)
    }
    for (id, text) in texts {
      let parent = rows.first { $0.id == id }?.parent
      let without = register.applying(RegisterChanges(rows: [], removed: [id])).register
      let answer = TextMatcher(parser: matcher.parser, matcher: AddressMatcher(without)).match(text)
      #expect(without.id(answer.entry) == parent, "\(text)")
    }
  }
}

extension AddressRegister {
  /// The entries that are rooms.
  var rooms: [EntryIndex] {
    (1...UInt32(count)).map { EntryIndex(rawValue: $0) }.filter { entry($0)?.element.kind == .room }
  }
}
