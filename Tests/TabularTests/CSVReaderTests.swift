import Foundation
import Tabular
import Testing

/// Reads all rows of a text: the fields as strings, and the rows.
func readAll(
  _ text: String, _ dialect: TableDialect = TableDialect()
) -> (fields: [[String]], rows: [TableRow]) {
  let bytes = Array(text.utf8)
  return bytes.withUnsafeBytes { buffer in
    var reader = CSVReader(text: buffer, dialect: dialect)
    var fields: [[String]] = []
    var rows: [TableRow] = []
    while let row = reader.next() {
      fields.append(reader.fields.map(\.string))
      rows.append(row)
    }
    return (fields, rows)
  }
}

@Suite struct CSVReaderTests {
  @Test(arguments: ["a,b\n1,2\n", "a,b\r\n1,2\r\n", "a,b\r1,2\r", "a,b\n1,2", "a,b\r\n1,2"])
  func `each line end, and none at the end, gives the same records`(_ text: String) {
    let read = readAll(text)
    #expect(read.fields == [["a", "b"], ["1", "2"]])
    #expect(read.rows.map(\.line) == [1, 2])
  }

  @Test func `a quoted field keeps delimiters, doubled quotes and line ends`() {
    let read = readAll("a,\"x,\"\"y\"\"\r\nz\",b\n1,\"\",3\n")
    #expect(read.fields == [["a", "x,\"y\"\r\nz", "b"], ["1", "", "3"]])
    #expect(read.rows.map(\.line) == [1, 3])
  }

  @Test func `a quote inside an unquoted field is an ordinary character`() {
    let read = readAll("12\" pipe,5' 3\"\nThis \"quotes\" stay,3\n")
    #expect(read.fields == [["12\" pipe", "5' 3\""], ["This \"quotes\" stay", "3"]])
    #expect(read.rows.allSatisfy { $0.fault == .none })
  }

  @Test func `text behind a closing quote costs that line and no other`() {
    let read = readAll("1,\"Hey, I \" it\",3\n4,5,6\n")
    #expect(read.rows.map(\.fault) == [.textAfterQuote, .none])
    #expect(read.rows[0].end == 17)
    #expect(read.fields[1] == ["4", "5", "6"])
    #expect(read.rows[1].line == 2)
  }

  @Test func `a quote that never ends costs its own line and no other`() {
    let read = readAll("1,\"I forgot,3\n4,5,6\n7,8,9")
    #expect(read.rows.map(\.fault) == [.unterminatedQuote, .none, .none])
    #expect(read.fields[2] == ["7", "8", "9"])
    #expect(read.rows.map(\.number) == [1, 2, 3])
  }

  @Test func `quotes are characters as any where the dialect says so`() {
    var dialect = TableDialect(delimiter: UInt8(ascii: "\t"))
    dialect.hasQuotes = false
    let read = readAll("1\t\"abc\tx\n2\t\"b\"\ty\n3\tc\" \tz\n", dialect)
    #expect(read.fields == [["1", "\"abc", "x"], ["2", "\"b\"", "y"], ["3", "c\" ", "z"]])
  }

  @Test func `spaces before a field are no part of it where the dialect says so`() {
    var dialect = TableDialect()
    dialect.skipsInitialSpace = true
    let read = readAll("1,  \"Smith, John\", x y ,\n  2,\" a\",  \n", dialect)
    #expect(read.fields == [["1", "Smith, John", "x y ", ""], ["2", " a", ""]])
    #expect(readAll("1, \"a\"\n").fields == [["1", " \"a\""]])
  }

  @Test func `values that go over several lines are counted, and those like whole rows apart`() {
    func lines(_ text: String) -> QuotedLines {
      let bytes = Array(text.utf8)
      return bytes.withUnsafeBytes { buffer in
        var reader = CSVReader(text: buffer)
        while reader.next() != nil {}
        return reader.quotedLines
      }
    }
    #expect(lines("a,b,c\n1,\"x\",3\n") == QuotedLines())
    #expect(
      lines("a,b,c\n1,\"x\ny\",3\n2,\"x,\r\ny\r\n\",3\n")
        == QuotedLines(values: 2, likeRows: 0, firstLine: 2))
    #expect(
      lines("a,b,c\n1,x,3\n2,\"x,3\n3,y,3\n4,z\",5\n")
        == QuotedLines(values: 1, likeRows: 1, firstLine: 3))
  }

  @Test func `empty lines and rows of delimiters are blank, the last line end is not a row`() {
    let read = readAll("a,b\n\n,\n1,2\n\n")
    #expect(read.rows.map(\.isBlank) == [false, true, true, false, true])
    #expect(read.fields[1] == [""])
  }

  @Test(arguments: [";", "\t", "|"])
  func `other delimiters divide, and the comma does not`(_ delimiter: String) {
    let byte = Array(delimiter.utf8)[0]
    let read = readAll("a,b\(delimiter)c\n", TableDialect(delimiter: byte))
    #expect(read.fields == [["a,b", "c"]])
  }

  @Test func `a delimiter at the very end opens one more empty field`() {
    #expect(readAll("a,b,").fields == [["a", "b", ""]])
    #expect(readAll("a,b,\n").fields == [["a", "b", ""]])
  }

  @Test func `offsets cut the record out of the text`() {
    let text = "é,b\r\n\"x\ny\",2\r\nlast,3"
    let read = readAll(text)
    let bytes = Array(text.utf8)
    let cut = read.rows.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
    #expect(cut == ["é,b", "\"x\ny\",2", "last,3"])
  }

  @Test func `a row of many thousand fields is read`() {
    let text = Array(repeating: "v", count: 5000).joined(separator: ",")
    #expect(readAll(text).fields[0].count == 5000)
  }

  @Test func `every record of a small alphabet is read as by a machine of states`() {
    // All texts of up to six bytes over these characters: no quote is malformed by the
    // reference only where the reader says so.
    let alphabet: [Character] = ["a", ",", "\"", "\n"]
    var words = [""]
    for _ in 0..<6 {
      words += words.filter { $0.count == words.last?.count }.flatMap { word in
        alphabet.map { word + String($0) }
      }
    }
    for word in words {
      let read = readAll(word)
      let expected = ReferenceCSV.read(word)
      #expect(read.fields == expected, "\(word.debugDescription)")
    }
  }

  @Test func `what the writer writes the reader reads`() {
    var generator = SystemRandomNumberGenerator()
    let pieces = ["a", ",", "\"", "\n", "\r", "", "格", " "]
    for _ in 0..<200 {
      let rows = (0..<4).map { _ in
        (0..<3).map { _ in
          (0..<3).compactMap { _ in pieces.randomElement(using: &generator) }.joined()
        }
      }
      var writer = CSVWriter()
      for row in rows { writer.write(row) }
      #expect(readAll(String(decoding: writer.bytes, as: UTF8.self)).fields == rows)
    }
  }
}

/// A slow reader by characters, for comparison; a malformed record is its first line cut off,
/// with no fields.
enum ReferenceCSV {
  static func read(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var rest = Array(text.utf8)
    while !rest.isEmpty {
      if let (row, used) = record(rest) {
        rows.append(row)
        rest.removeFirst(used)
      } else {
        rows.append([])
        let end = rest.firstIndex(of: 10).map { $0 + 1 } ?? rest.count
        rest.removeFirst(end)
      }
    }
    return rows
  }

  private static func record(_ bytes: [UInt8]) -> ([String], Int)? {
    var fields: [String] = []
    var at = 0
    while true {
      var field: [UInt8] = []
      if at < bytes.count, bytes[at] == 34 {
        at += 1
        while true {
          guard at < bytes.count else { return nil }
          if bytes[at] == 34 {
            at += 1
            guard at < bytes.count, bytes[at] == 34 else { break }
          }
          field.append(bytes[at])
          at += 1
        }
        if at < bytes.count, bytes[at] != 44, bytes[at] != 10 { return nil }
      } else {
        while at < bytes.count, bytes[at] != 44, bytes[at] != 10 {
          field.append(bytes[at])
          at += 1
        }
      }
      fields.append(String(decoding: field, as: UTF8.self))
      guard at < bytes.count else { return (fields, at) }
      at += 1
      if bytes[at - 1] == 10 { return (fields, at) }
    }
  }
}
