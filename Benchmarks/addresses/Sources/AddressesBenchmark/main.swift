import Addresses
import Foundation

// Usage: AddressesBenchmark FOLDER-OF-GRAMMARS TABLE-OF-DIVISIONS parse|read|relate|tune < LINES
//
//   parse   a text a line: the elements of its first reading, as kind:start:end:key, with tabs
//   read    a text a line, nine rounds by the fast way: texts per second of processor time, best round
//   relate  two texts a line with a tab between them: relation and score
//   tune    a text a line with its numbers as kind|kind:start:end after tabs ("-" is one that does not
//           count): the grammar with costs that read them better

/// A line on standard error and the end.
func fail(_ text: String) -> Never {
  FileHandle.standardError.write(Data((text + "\n").utf8))
  exit(2)
}

guard CommandLine.arguments.count == 4 else {
  fail("usage: AddressesBenchmark FOLDER-OF-GRAMMARS TABLE-OF-DIVISIONS parse|read|relate|tune")
}

func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

/// Rows of code, name, kind, parent, first year, year after the last, successor, with tabs; "-" for none.
func divisions(_ text: String) -> [DivisionRow] {
  text.split(separator: "\n").compactMap { line in
    let fields = line.split(separator: "\t").map { $0 == "-" ? nil : String($0) }
    guard fields.count == 7, let code = fields[0], let name = fields[1],
      let kind = fields[2].flatMap(ElementKind.init(name:))
    else { fail("a line of the table of divisions is not well formed: \(line)") }
    func days(_ year: String?) -> Int32? {
      guard let before = year.flatMap({ Int32($0) }).map({ $0 - 1 }) else { return nil }
      return (before + 1) * 365 + before / 4 - before / 100 + before / 400 - 719_527
    }
    return DivisionRow(
      code: code, name: name, kind: kind, parent: fields[3], from: days(fields[4]),
      to: days(fields[5]), successor: fields[6])
  }
}

let folder = CommandLine.arguments[1]
let grammar = try Grammar(text: text("\(folder)/cn.yaml"))
let parser = AddressParser(
  grammar: grammar,
  divisions: try Divisions(rows: divisions(text(CommandLine.arguments[2])), grammar: grammar))

func lines() -> [String] {
  var lines: [String] = []
  while let line = readLine() { lines.append(line) }
  return lines
}

func parse() {
  var buffer = ParseBuffer()
  while let line = readLine() {
    let elements = parser.readings(of: line, using: &buffer).first?.elements ?? []
    let fields = elements.map { element in
      let key = String(decoding: element.key, as: UTF8.self)
      return "\(element.kind.name):\(element.source.lowerBound):\(element.source.upperBound):\(key)"
    }
    print(fields.joined(separator: "\t"))
  }
}

func read() {
  let texts = lines().map { Array($0.utf8) }
  var buffer = ParseBuffer()
  var best = Int.max
  for _ in 0..<9 {
    let start = clock()
    for text in texts {
      text.withUnsafeBufferPointer { parser.read(utf8: $0, using: &buffer) }
    }
    best = min(best, clock() - start)
  }
  print(texts.count * Int(CLOCKS_PER_SEC) / max(1, best))
}

func relate() throws {
  let rules = RelationRules(
    names: RelationNames(
      variants: NameVariants(lines: try text("\(folder)/cn-variants.txt")),
      generic: try text("\(folder)/cn-generic-names.txt")),
    sharesDistrict: false)
  var buffer = ParseBuffer()
  while let line = readLine() {
    let pair = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard pair.count == 2 else { fail("a line is no pair: \(line)") }
    let answer = rules.relation(
      parser.readings(of: pair[0], using: &buffer).first, text: pair[0],
      to: parser.readings(of: pair[1], using: &buffer).first, text: pair[1])
    print(answer.relation)
  }
}

switch CommandLine.arguments[3] {
case "parse": parse()
case "read": read()
case "relate": try relate()
case "tune":
  var tuning = try Tuning(
    grammar: text("\(folder)/cn.yaml"), divisions: parser.divisions, lines: lines())
  print(try tuning.run(), terminator: "")
default: fail("parse, read or relate?")
}
