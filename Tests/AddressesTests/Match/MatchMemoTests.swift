import Addresses
import Testing

@Suite struct MatchMemoTests {
  let rows = district()
  let parser: AddressParser

  init() throws { parser = try chinaParser() }

  func matcher(_ register: AddressRegister) -> TextMatcher {
    var settings = MatchSettings()
    settings.context = register.index(of: 1)
    return TextMatcher(parser: parser, matcher: AddressMatcher(register, settings: settings))
  }

  let texts = (1...20).flatMap { number in
    ["杨柳路", "长桥路", "石井街", "无名路"].flatMap { road in
      ["\(road)\(number)号", "河东街道\(road)12号\(number)幢1单元101室", "\(road)\(number)"]
    }
  }

  @Test func `many answers are those of each text alone, for any number of threads`() async {
    let matcher = matcher(AddressesTests.register(rows))
    let alone = texts.map { matcher.match($0) }
    for threads in 1...4 {
      var memo = MatchMemo()
      #expect(await matcher.match(texts + texts, threads: threads, memo: &memo) == alone + alone)
      #expect(memo.count == Set(texts).count)
      #expect(await matcher.match(texts, threads: threads, memo: &memo) == alone)
    }
    var memo = MatchMemo()
    #expect(await matcher.match([], threads: 0, memo: &memo) == [])
  }

  @Test func `after a change only what it touches is matched again, and all is as if anew`() async {
    var register = AddressesTests.register(rows)
    var old = matcher(register)
    var memo = MatchMemo()
    _ = await old.match(texts, memo: &memo)
    let road = rows.first { $0.elements == [.road("杨柳路")] }?.id ?? 0
    for changes in [
      RegisterChanges(rows: [row(9000, in: road, .number("5"))]),
      RegisterChanges(rows: [row(9001, in: 2, .road("无名路"))]),
      RegisterChanges(rows: [row(road, in: 2, .road("杨柳路"), status: .historic, successor: 9001)]),
      RegisterChanges(rows: [], removed: [9000]),
    ] {
      let changed = register.applying(changes)
      let new = matcher(changed.register)
      let before = memo.count
      let dropped = memo.carry(from: old, to: new, touched: changed.touched)
      #expect(dropped < before)
      #expect(dropped > 0)

      let answers = await new.match(texts, memo: &memo)

      #expect(answers == texts.map { new.match($0) })
      (register, old) = (changed.register, new)
    }
  }
}
