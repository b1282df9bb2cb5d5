import Tabular
import Testing

@Suite struct DBFReaderTests {
  typealias Make = SyntheticShapefile

  /// 网格 and 𠮷 in GB18030.
  static let grid: [UInt8] = [0xCD, 0xF8, 0xB8, 0xF1]
  static let rare: [UInt8] = [0x95, 0x34, 0xB2, 0x35]

  /// A table of points with these attributes.
  private func table(
    _ columns: [Make.Column], _ rows: [[[UInt8]]], driver: UInt8 = 0, encoding: String? = nil,
    codePage: String? = nil
  ) throws -> ShapefileTable {
    let shapes = rows.map { _ in Make.shape([]) }
    let parts = ShapefileParts(
      shp: Make.shp(shapes), dbf: Make.dbf(columns, rows, driver: driver), shx: Make.shx(shapes),
      cpg: codePage.map { Array($0.utf8) })
    return try ShapefileTable(
      parts, file: "a.shp", declared: encoding.flatMap(TextEncoding.init(named:)))
  }

  private func read(
    _ columns: [Make.Column], _ rows: [[[UInt8]]], driver: UInt8 = 0, encoding: String? = nil,
    codePage: String? = nil
  ) throws -> FeatureTable {
    try FeatureTable(
      reading: table(columns, rows, driver: driver, encoding: encoding, codePage: codePage))
  }

  private func name(
    _ value: [UInt8], driver: UInt8 = 0, encoding: String? = nil, codePage: String? = nil,
    width: Int = 10
  ) throws -> String? {
    let column = Make.Column(name: Array("name".utf8), width: width)
    return try read([column], [[value]], driver: driver, encoding: encoding, codePage: codePage)
      .features[0].values[0]
  }

  @Test func `values are the text of the file without its padding`() throws {
    let columns: [Make.Column] = [
      .init(name: Array("c".utf8)), .init(name: Array("n".utf8), type: "N"),
      .init(name: Array("f".utf8), type: "F", width: 20),
      .init(name: Array("d".utf8), type: "D", width: 8),
      .init(name: Array("l".utf8), type: "L", width: 1),
    ]
    let rows = [
      [" a b ", "  012345", " 1.20829536234e+000", "20240229", "T"], ["", "", "", "00000000", "?"],
      ["0", "**********", "-1", "", "f"],
    ]

    let texts = try read(columns, rows.map { $0.map { Array($0.utf8) } })

    #expect(texts.fields == ["c", "n", "f", "d", "l"])
    #expect(
      texts.features.map(\.values) == [
        [" a b", "012345", "1.20829536234e+000", "2024-02-29", "true"], [nil, nil, nil, nil, nil],
        ["0", nil, "-1", nil, "false"],
      ])
  }

  // yortus/DBFFile#41
  @Test func `numbers and times in binary are read, and only a memo that is there is an error`()
    throws
  {
    let columns: [Make.Column] = [
      .init(name: Array("i".utf8), type: "I", width: 4),
      .init(name: Array("o".utf8), type: "O", width: 8),
      .init(name: Array("t".utf8), type: "@", width: 8),
      .init(name: Array("m".utf8), type: "M"),
      .init(name: Array("p".utf8), type: "P", width: 4),
      .init(name: Array("c".utf8)),
    ]
    // 2024-02-29 is day 2460370 by Julius Scaliger's count.
    let time = Make.little(2_460_370) + Make.little(45_296_999)
    let rows: [[[UInt8]]] = [
      [
        Make.little(-7), Make.double(0.1), time, Array("         5".utf8), Make.little(0),
        Self.grid,
      ],
      [
        [0x20, 0, 0, 0], Make.double(.nan), Make.little(2_460_370) + Make.little(0), [],
        Make.little(9), [],
      ],
      [Make.little(0), Make.double(0), Make.little(0) + Make.little(0), [0x30], [0, 0, 0, 0], []],
    ]

    let read = try TableRows(table(columns, rows))

    #expect(
      read.rows == [
        [
          .text("-7"), .number("0.1"), .date("2024-02-29T12:34:57"), .error("#MEMO"), .empty,
          .text("网格"),
        ],
        [.text("32"), .empty, .date("2024-02-29"), .empty, .error("#MEMO"), .empty],
        [.text("0"), .number("0"), .empty, .empty, .empty, .empty],
      ])
  }

  // NetTopologySuite.IO.Esri#57
  @Test func `a number with a point or an exponent is a number, and digits alone stay a text`()
    throws
  {
    let columns: [Make.Column] = [
      .init(name: Array("n".utf8), type: "N", width: 19),
      .init(name: Array("f".utf8), type: "F", width: 19),
    ]
    let rows = [
      ["1.10105002000e+008", "110105001.00000000"], ["000110105", "-12"], ["-0.5", "e5"],
      ["1,5", ""],
    ]

    let read = try TableRows(table(columns, rows.map { $0.map { Array($0.utf8) } }))

    #expect(
      read.rows == [
        [.number("1.10105002000e+008"), .number("110105001.00000000")],
        [.text("000110105"), .text("-12")], [.number("-0.5"), .text("e5")],
        [.text("1,5"), .empty],
      ])
  }

  @Test func `a table that says nothing is read as UTF-8 or as GB18030, whichever fits`() throws {
    #expect(try name(Array("网格".utf8)) == "网格")
    #expect(try name(Self.grid) == "网格")
    #expect(try name(Self.grid + Self.rare) == "网格𠮷")
    // 0x57 means the machine that wrote it, and says nothing.
    #expect(try name(Self.grid, driver: 0x57) == "网格")
  }

  @Test func `texts that would be hardly Chinese are not read as GB18030 unasked`() throws {
    let latin = Array("M".utf8) + [0xFC] + Array("ller".utf8)
    let error = #expect(throws: TabularError.self) { try name(latin) }
    #expect(error?.fact == .dbf(.unlikely(record: 1)))
    #expect(try name(latin, encoding: "windows-1252") == "Müller")
    #expect(try name(latin, encoding: "gb18030") != nil)
    #expect(try name(latin, driver: 0x03) == "Müller")
  }

  @Test func `a text field of more than 255 characters has its width in two bytes`() throws {
    let columns = [
      Make.Column(name: Array("id".utf8), width: 4),
      Make.Column(name: Array("note".utf8), width: 300),
      Make.Column(name: Array("n".utf8), type: "N", width: 6),
    ]
    let long = String(repeating: "x", count: 299) + "y"
    let row = ["1", long, "     7"].map { Array($0.utf8) }
    #expect(try read(columns, [row]).features[0].values == ["1", long, "7"])
  }

  @Test func `records that are longer than their fields are refused`() {
    let column = Make.Column(name: Array("name".utf8))
    let error = #expect(throws: TabularError.self) {
      try DBFReader(Make.dbf([column], [[Array("a".utf8)]], gap: 11), file: "t.dbf")
    }
    #expect(error?.fact == .dbf(.fieldsTooShort(fields: 11, records: 22)))
  }

  @Test func `a guess is only marked where it matters`() throws {
    let column = Make.Column(name: Array("name".utf8))
    #expect(try !table([column], [[Array("plain".utf8)]]).isEncodingGuessed)
    #expect(try table([column], [[Self.grid]]).isEncodingGuessed)
    #expect(try !table([column], [[Self.grid]], driver: 0x4D).isEncodingGuessed)
  }

  @Test(arguments: ["system", "SYSTEM\n", "OEM", ""])
  func `a label that means the machine that wrote it leaves the choice to the bytes`(
    label: String
  ) throws {
    #expect(try name(Self.grid, codePage: label) == "网格")
    #expect(try name(Array("网格".utf8), codePage: label) == "网格")
    #expect(try name([0xE9], driver: 0x03, codePage: label) == "é")
  }

  @Test(arguments: ["GBK", "gb2312", "936", "GB18030", "CP936\r\n", "ANSI 936", "OEM 936"])
  func `every label of the family is read as GB18030`(label: String) throws {
    #expect(try name(Self.rare, codePage: label) == "𠮷")
  }

  @Test func `a given encoding overrules the code page, and that the driver`() throws {
    #expect(try name([0xE9], driver: 0x4D, codePage: "1252") == "é")
    #expect(try name([0xE9], encoding: "ISO-8859-1", codePage: "UTF-8") == "é")
    #expect(try name(Self.grid, driver: 0x4D) == "网格")
    #expect(try name([0x82], driver: 0x02) == "é")
    #expect(try name([0xC5], codePage: "88591") == "Å")
  }

  @Test func `a code page that lies is refused with the place`() {
    let error = #expect(throws: TabularError.self) {
      try name(Array("ok ".utf8) + Self.grid, codePage: "UTF-8")
    }
    #expect(error?.kind == .encoding)
    #expect(
      error?.fact
        == .dbf(
          .notInEncoding(
            .value(record: 1, field: 1, byte: 69), encoding: "UTF-8", by: .codePageFile)))
    #expect(error?.path == "a.dbf")
    let neither = #expect(throws: TabularError.self) { try name([0xFF, 0x20, 0x41]) }
    #expect(
      neither?.fact == .dbf(.inNoEncoding(.value(record: 1, field: 1, byte: 66))))
    let unknown = #expect(throws: TabularError.self) { try name([], encoding: "martian") }
    #expect(unknown?.fact == .text(.noSuchEncoding("martian")))
  }

  @Test func `a character cut at the width of the field is left out`() throws {
    let column = Make.Column(name: Array("name".utf8), width: 5)
    for value in [Array("网格".utf8.prefix(5)), Self.grid + [0xD2]] {
      let texts = try read([column], [[value]])
      #expect(texts.features[0].values == [value.count == 5 && value[0] == 0xCD ? "网格" : "网"])
    }
  }

  @Test func `a field name cut at ten bytes loses half a character`() throws {
    let cut = Array("网格编码".utf8.prefix(10))
    #expect(try read([.init(name: cut)], []).fields == ["网格编"])
  }

  @Test func `truncation is named with the record`() {
    let whole = Make.dbf(
      [.init(name: Array("code".utf8))], [[[0x31]], [[0x32]], [[0x33]]])
    let error = #expect(throws: TabularError.self) {
      try DBFReader(Array(whole[..<80]), file: "a.dbf")
    }
    #expect(
      error?.fact == .dbf(.truncated(byte: 80, .records(3, bytes: 98, endsIn: 2))))
    for length in 0..<whole.count - 1 {
      #expect(throws: TabularError.self) {
        try DBFReader(Array(whole[..<length]), file: "a.dbf")
      }
    }
  }

  @Test func `an unknown type of field and a damaged record are refused`() {
    for (type, width) in [("Q", 10), ("I", 8), ("O", 4), ("@", 10)] as [(Character, Int)] {
      let error = #expect(throws: TabularError.self) {
        try read([.init(name: Array("note".utf8), type: type, width: width)], [])
      }
      #expect(error?.fact == .dbf(.unreadField(1, type: String(type))))
    }
    var bytes = Make.dbf([.init(name: Array("code".utf8))], [[[0x31]]])
    bytes[65] = 0x41
    let damaged = #expect(throws: TabularError.self) {
      try FeatureTable(
        reading: ShapefileTable(
          ShapefileParts(shp: Make.shp([Make.shape([])]), dbf: bytes), file: "a.shp"))
    }
    #expect(
      damaged?.fact == .dbf(.recordMark(record: 1, byte: 65, found: 0x41)))
  }
}
