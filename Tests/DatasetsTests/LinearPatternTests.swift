import TestSupport
import Testing

@testable import Datasets

@Suite struct LinearPatternTests {
  private static func matches(_ pattern: LinearPattern, _ text: String) -> Bool {
    Array(text.utf8).withUnsafeBufferPointer { pattern.matches($0) }
  }

  @Test func `random patterns agree with the library's regular expressions`() throws {
    var draw = SeededGenerator(seed: 28)
    func node(_ depth: Int) -> String {
      switch Int.random(in: 0...(depth > 0 ? 9 : 4), using: &draw) {
      case 0, 1: return ["a", "b", "c", "汉"].randomElement(using: &draw) ?? "a"
      case 2:
        return ["[ab]", "[^a]", "[a-c汉]", ".", "\\d", "\\w"].randomElement(using: &draw) ?? "."
      case 3: return "1"
      case 4: return ""
      case 5, 6: return node(depth - 1) + node(depth - 1)
      case 7: return "(\(node(depth - 1))|\(node(depth - 1)))"
      case 8:
        return "(?:\(node(depth - 1)))\(["*", "+", "?", "*?"].randomElement(using: &draw) ?? "")"
      default:
        return
          "(\(node(depth - 1))){\(["2", "0,2", "1,3", "1,"].randomElement(using: &draw) ?? "2")}"
      }
    }
    let alphabet = Array("abc1汉")
    for _ in 0..<400 {
      let pattern = node(3)
      let linear = try LinearPattern(pattern)
      let regex = try Regex(pattern)
      for _ in 0..<40 {
        let count = Int.random(in: 0...6, using: &draw)
        let text = String((0..<count).map { _ in alphabet[Int.random(in: 0..<5, using: &draw)] })
        #expect(
          Self.matches(linear, text) == (try regex.wholeMatch(in: text) != nil),
          "\(pattern) \(text)")
      }
    }
  }

  @Test(arguments: [
    ("(a+)+b", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"),
    ("(a*)*b", String(repeating: "a", count: 50_000)),
    ("(a|aa)+$", String(repeating: "a", count: 50_000) + "b"),
    ("([0-9]+[.-]?)*x", String(repeating: "1", count: 50_000)),
    ("(.*,){20}x", String(repeating: ",", count: 20_000)),
    ("(a|b)*a(a|b){12}", String(repeating: "ab", count: 20_000) + "c"),
  ]) func `what makes others go back without end takes a moment`(pattern: String, text: String)
    throws
  {
    let start = ContinuousClock.now
    #expect(!Self.matches(try LinearPattern(pattern), text))
    #expect(ContinuousClock.now - start < .seconds(10))
  }

  @Test(arguments: [
    ("^[0-9]+$", ["12"], ["a", ""]), ("(^a|b$)", ["a", "b"], ["ab"]), ("a^b", [], ["ab"]),
    ("\\p{Han}{2,4}", ["张三"], ["张", "ab"]), ("[\\u4e00-\\u9fa5]+", ["汉字"], ["a"]),
    ("[^\\d]+", ["ab"], ["a1"]), ("\\x41\\u{42}", ["AB"], ["ab"]), ("[a-]+", ["a-a"], ["b"]),
    ("(?<code>A|B)\\.[\\w-]+", ["A.x-1"], ["A-x"]), ("\\P{L}", ["1"], ["a"]),
    ("a{,2}", ["", "aa"], ["aaa"]),
    (".", ["𠮷", "é"], ["\n"]), ("[\\s]", ["\u{3000}"], ["a"]),
  ]) func `characters, classes and ends are read as usual`(
    pattern: String, good: [String], bad: [String]
  ) throws {
    let linear = try LinearPattern(pattern)
    for text in good { #expect(Self.matches(linear, text), "\(text)") }
    for text in bad { #expect(!Self.matches(linear, text), "\(text)") }
  }

  @Test(arguments: [
    ("(a)\\1", PatternFault.unsupported("\\1")), ("a(?=b)", .unsupported("(?=")),
    ("(?<!a)b", .unsupported("(?<!")), ("(?>a+)b", .unsupported("(?>")),
    ("(?i)a", .unsupported("(?i")),
    ("a++b", .unsupported("possessive +")), ("\\bword", .unsupported("\\b")),
    ("[a--b]", .unsupported("[… --")), ("\\p{Greek}", .unsupported("\\p{Greek}")),
    ("(a", .malformed), ("a)", .malformed), ("[a", .malformed), ("*", .malformed),
    ("a{2", .malformed),
    ("a**", .malformed), ("[]", .malformed), ("a{3,2}", .malformed), ("\\", .malformed),
    ("(a{1000}){1000}", .tooLarge), ("a{99999999}", .tooLarge),
    (String(repeating: "(", count: 500), .tooLarge),
  ]) func `what cannot be matched so is a fault of the pattern`(
    pattern: String, fault: PatternFault
  ) {
    #expect(throws: fault) { try LinearPattern(pattern) }
  }

  @Test func `nothing, however often, is nothing`() throws {
    let pattern = try LinearPattern("((((){10000}){10000}){10000}){10000}a")
    #expect(Self.matches(pattern, "a"))
  }

  @Test func `a pattern of a manifest that needs going back is refused with its place`() throws {
    let text = """
      name: m
      fields:
        - {name: a, constraints: {pattern: "(a)\\\\1"}}
      """
    let error = #expect(throws: DatasetsError.self) { try Manifest(yaml: text, path: "m.yaml") }
    #expect(error?.fact == .manifest(.badPattern("(a)\\1", .unsupported("\\1"))))
    #expect(error?.location == "m.yaml:3: fields[0].constraints.pattern")
  }
}
