import Addresses
import Testing

@Suite struct TextTrapsTests {
  let register = AddressesTests.register(district())
  let matcher: TextMatcher

  init() throws {
    matcher = TextMatcher(parser: try chinaParser(), matcher: AddressMatcher(register))
  }

  /// The entry of the elements below a road.
  func entry(_ elements: RegisterElement...) -> EntryIndex? {
    let answer = matcher.matcher.match(elements: elements)
    #expect(answer.certainty == .equal)
    return answer.entry
  }

  @Test func `an entrance and a room in one run of digits count where the register has them`() {
    let room = entry(
      .road("杨柳路"), .number("12"), .building("13"), .entrance("2"), .room("1102"))
    let building = entry(.road("杨柳路"), .number("12"), .building("13"))

    let glued = matcher.match("春晓花园13栋21102")
    let unknown = matcher.match("春晓花园13栋71161")

    #expect(glued.entry == room)
    #expect(unknown.entry == building)
    #expect(unknown.level == .building)
  }

  @Test func `structured input and the same as one text have one answer`() {
    let text = matcher.match("杨柳路12号3幢2单元302室")
    let elements = matcher.matcher.match(elements: [
      .road("杨柳路"), .number("12"), .building("3"), .entrance("2"), .room("302"),
    ])

    #expect(text == elements)
    #expect(text.certainty == .equal)
  }

  @Test func `a room of four digits is no other one, a zero in front is none`() {
    let room = entry(.road("杨柳路"), .number("12"), .building("3"), .entrance("2"), .room("302"))
    let stairs = entry(.road("杨柳路"), .number("12"), .building("3"), .entrance("2"))

    #expect(matcher.match("杨柳路12号3幢2单元0302室").entry == room)
    #expect(matcher.match("杨柳路12号3幢2单元3002室").entry == stairs)
    #expect(matcher.match("杨柳路12号3幢2单元3002室").level == .entrance)
  }

  @Test func `an unknown number stays on its road`() {
    let road = entry(.road("杨柳路"))
    for text in ["杨柳路9号", "杨柳路144号", "杨柳路1号3幢2单元302室", "杨柳路乙8号"] {
      let answer = matcher.match(text)
      #expect(answer.entry == road, "\(text)")
      #expect(answer.level == .road)
      #expect(answer.certainty != .equal)
    }
  }

  @Test func `text that is no address has no answer`() {
    for text in [
      "", "，。", "你好", "1008", "302室", String(repeating: "3-", count: 400), "\u{0}\u{fffd}",
    ] {
      let answer = matcher.match(text)
      #expect(answer.certainty == .none, "\(text)")
      #expect(answer.entry == nil)
    }
  }
}
