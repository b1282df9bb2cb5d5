import Testing

import DemoTruth
@testable import DemoDistrict

@Suite struct `Texts made after patterns` {
  @Test(arguments: [
    "[0-9]{4}", "E01[0-9]{6}", #"\d{6}[A-Z]{2}"#, "(甲|乙)[0-9]{2,5}", "[0-9A-HJ-NPQRTUWXY]{18}",
    #"20[0-9]{2}(0[1-9]|1[0-2])"#, "[A-Z]?[0-9]+-[a-z]*", #"浙[A-Z]·?[0-9]{5}"#, "(?:ab){2}.",
  ])
  func `they match the pattern`(pattern: String) throws {
    let regex = try Regex(pattern)
    for index in 0..<200 {
      var draw = Draw(Draw.stream(3, pattern), index)
      let sampler = try #require(PatternSampler(pattern, &draw))
      let text = sampler.text(&draw)
      #expect(try regex.wholeMatch(in: text) != nil, "\(text) does not match \(pattern)")
    }
  }

  @Test func `running numbers make each text different`() throws {
    var draw = Draw(7, 0)
    let sampler = try #require(PatternSampler("[A-C]{2}[0-9]{2}-[0-9]", &draw))

    let texts = (0..<1_000).map { sampler.text(&draw, serial: $0) }

    #expect(sampler.capacity == 1_000)
    #expect(Set(texts).count == 1_000)
  }

  @Test func `an expression that is not understood is left alone`() {
    var draw = Draw(7, 0)
    #expect(PatternSampler("(?=x)[0-9]", &draw) == nil)
    #expect(PatternSampler("[0-9]{", &draw) == nil)
  }
}
