import Tabular
import Testing

private func open(_ bytes: [UInt8], _ declared: TextEncoding? = nil) throws -> TextFile {
  try TextFile(file: FileBytes(path: "t.csv", copying: bytes), declared: declared)
}

private func string(_ file: TextFile) -> String { String(decoding: file.text, as: UTF8.self) }

private func fault(_ bytes: [UInt8], _ declared: TextEncoding? = nil) -> TabularError? {
  #expect(throws: TabularError.self) { _ = try open(bytes, declared) }
}

@Suite struct EncodingTests {
  /// 格,物 in GB 18030.
  let gbk: [UInt8] = [0xB8, 0xF1, 0x2C, 0xCE, 0xEF, 0x0A]

  @Test func `UTF-8 is taken with and without byte order mark`() throws {
    let plain = try open(Array("格,物\n".utf8))
    #expect(plain.encoding == .utf8)
    let marked = try open([0xEF, 0xBB, 0xBF] + Array("格,物\n".utf8))
    #expect(string(marked) == "格,物\n")
    #expect(marked.originalOffset(of: 0) == 3)
  }

  @Test func `GB 18030 is taken where the file is not UTF-8`() throws {
    let file = try open(gbk)
    #expect(file.encoding == .gb18030)
    #expect(string(file) == "格,物\n")
    #expect(file.originalOffset(of: 4) == 3)
    #expect(file.originalOffset(of: 8) == 6)
  }

  /// Texts in other encodings, each of which is valid GB 18030.
  @Test(arguments: [
    ("iso-8859-1", "id,name\n1,Müller aus Zürich\n2,Jürgen"),
    ("big5", "id,name,road\n1,陳大文,中山北路一段\n2,林小明,忠孝東路四段\n3,許功蓋,復興南路\n"),
    ("shift_jis", "id,name,town\n1,山田太郎,東京都千代田区\n2,鈴木花子,大阪市北区\n"),
    ("windows-1251", "id,name,town\n1,Иванов,Москва\n2,Петров,Казань\n"),
    ("euc-kr", "id,name,town\n1,김철수,서울특별시\n2,이영희,부산광역시\n"),
    ("euc-jp", "id,name\n1,すずき はなこ\n2,たなか ゆきえ\n"),
  ])
  func `a text in another encoding is not read as GB 18030 unasked`(
    _ encoding: String, _ text: String
  ) throws {
    let bytes = try #require(DBFText("UTF-8", to: encoding.uppercased())?.bytes(of: text))
    let error = try #require(fault(bytes))
    guard case .text(.unlikely(let offset, let line)) = error.fact else {
      Issue.record("another fault: \(error.fact)")
      return
    }
    #expect(line == 2 && offset == error.offset)
    #expect(try string(open(bytes, TextEncoding(named: encoding))) == text)
    #expect(try open(bytes, .gb18030).encoding == .gb18030)
  }

  @Test(arguments: [
    "编号,姓名\n1,王㛃\n2,李镕基\n", "id,n\n1,A栋B座\n", "name\n镕\n", "name\n堃喆,昇,玥,頔,赟\n", "a\n“”—…《》\n",
    "名,称\n路灯,路灯\n", "a\n①②③④⑤⑥⑦⑧⑨\n",
    "area\n1㎡\n2㎡\n3㎡\n4㎡\n5㎡\n6㎡\n7㎡\n8㎡\n9 m²,m²,m²,m²,m²,m²,m²,m²\n",
    "镇,村\n埇桥区,鄞州,亳州,瀍河,盱眙,邗江,邛崃,崆峒,麒麟\n街道,居委会,小区\n",
  ])
  func `rare characters do not make a text another`(_ text: String) throws {
    let bytes = try #require(DBFText("UTF-8", to: "GB18030")?.bytes(of: text))
    #expect(try string(open(bytes)) == text)
  }

  @Test func `a character of four bytes outside the basic plane is read`() throws {
    let file = try open([0x95, 0x34, 0xB2, 0x35, 0x2C, 0xB8, 0xF1])
    #expect(string(file) == "𠮷,格")
  }

  @Test func `a name in the private-use area of GB 18030 is kept as such`() throws {
    let file = try open([0xD5, 0xC5, 0xAA, 0xA1, 0x2C, 0xFE, 0x50])
    #expect(string(file) == "张\u{E000},⺁")
  }

  @Test func `original offsets hold across the pieces of a long text`() throws {
    let lines = 40_000
    let file = try open(Array(repeatElement(gbk, count: lines).joined()))
    for line in [0, 1, 9_999, 21_845, 21_846, 39_999] {
      #expect(file.originalOffset(of: line * 8) == line * 6)
      #expect(file.originalOffset(of: line * 8 + 4) == line * 6 + 3)
    }
    #expect(string(file) == String(repeating: "格,物\n", count: lines))
  }

  @Test func `a file that is in neither encoding is refused with both offsets`() throws {
    let error = try #require(fault(Array("ab,".utf8) + [0xE9, 0x2C, 0x41]))
    #expect(error.kind == .encoding)
    #expect(error.offset == 3)
    let bad = TextFact.BadByte(offset: 3, value: 0xE9)
    #expect(error.fact == .text(.neither(utf8: bad, gb18030: bad, line: 1)))
  }

  @Test func `one bad byte at the end of a long GB 18030 text is found`() throws {
    let good = Array(repeatElement(gbk, count: 30_000).joined())
    #expect(try #require(fault(good + [0xFF])).offset == good.count)
    #expect(try #require(fault(good + [0xB8])).offset == good.count)
  }

  @Test func `a declared encoding is tried alone`() throws {
    let error = try #require(fault(gbk, .utf8))
    #expect(error.offset == 0)
    let bad = TextFact.BadByte(offset: 0, value: 0xB8)
    #expect(error.fact == .text(.invalid(encoding: "utf-8", bad, line: 1)))
    let latin = try open([0xE9, 0x2C, 0x41], TextEncoding(named: "ISO-8859-1"))
    #expect(string(latin) == "é,A")
    #expect(latin.originalOffset(of: 2) == 1)
    let unknown = try #require(fault(gbk, TextEncoding(named: "klingon")))
    #expect(unknown.kind == .unknownEncoding)
  }

  @Test(arguments: ["GBK", "gb2312", "cp936", "GB18030"])
  func `the older names mean GB 18030`(_ name: String) {
    #expect(TextEncoding(named: name) == .gb18030)
  }

  @Test func `a NUL byte is refused with its offset`() throws {
    let error = try #require(fault(Array("a,b\n1,".utf8) + [0, 0x32]))
    #expect(error.kind == .nulByte)
    #expect(error.offset == 6)
  }

  @Test func `nothing but a byte order mark is an empty file`() throws {
    #expect(try #require(fault([0xEF, 0xBB, 0xBF])).kind == .empty)
  }

  @Test func `a missing file, a directory and an empty file are told apart`() {
    #expect(throws: TabularError.self) { try FileBytes(path: "/nonexistent/a.csv") }
    do {
      _ = try FileBytes(path: "/")
    } catch let error as TabularError {
      #expect(error.kind == .directory)
      #expect(error.path == "/" && error.fact == .file(.directory))
    } catch { Issue.record("another error: \(error)") }
    do {
      _ = try FileBytes(path: "/dev/null")
    } catch let error as TabularError {
      #expect(error.kind == .unreadable)
    } catch { Issue.record("another error: \(error)") }
  }

  @Test func `validation agrees with the standard library on all short sequences`() {
    let bytes: [UInt8] = [
      0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1,
      0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF,
    ]
    for a in bytes {
      for b in bytes {
        for c in bytes {
          let word = [a, b, c, 0x80]
          let found = word.withUnsafeBytes { UTF8Validation.firstInvalidOffset(in: $0) }
          #expect((found == nil) == (String(validating: word, as: UTF8.self) != nil))
        }
      }
    }
  }

  @Test func `the digest is that of FIPS 180-4`() {
    #expect(
      ContentHash.sha256("abc")
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      ContentHash.sha256(String(repeating: "a", count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
    #expect(
      ContentHash.sha256("")
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }
}
