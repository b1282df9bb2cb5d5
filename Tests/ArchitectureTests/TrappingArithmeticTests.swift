import Testing

/// Arithmetic that does not fit ends the process, and with it all other files: where a number of a file
/// comes in, its size is looked at before anything is done with it.
///
/// A heuristic over the lines of the readers. A conversion to a narrow integer, a number of 64 bits that is
/// read, a floating-point number that becomes an integer, an absolute value, and a condition that ends the
/// process, as that of a day of no year of four digits, are each looked for; where one stands, it is listed here with the reason why it cannot trap.
@Suite struct `Arithmetic on the numbers of files` {
  /// The folders whose code reads files of strangers.
  private static let folders = ["Sources/Tabular", "Sources/Geometry/Binary", "Sources/Datasets"]
  /// Where narrow integers count our own things: rules, states, bytes.
  private static let countingFolder = "Sources/Datasets/"

  /// A way to trap, found by a pattern.
  private static var patterns: [(name: String, pattern: Regex<Substring>)] {
    [
      (
        "narrowing",
        #/(?:^|[^A-Za-z.])U?Int(?:8|16|32|64)\((?!truncatingIfNeeded|exactly|clamping|bitPattern|ascii|littleEndian|bigEndian|MSG_|POLL)/#
      ),
      (
        "number of 64 bits",
        #/strtoll?\(|(?:^|[^A-Za-z])long\(|UInt64\(littleEndian: load|as: Int64\.self/#
      ),
      (
        "from floating point",
        #/(?:^|[^A-Za-z])U?Int(?:64)?\([^;]*?(?:rounded\(|Double|double\(|ticks|total)/#
      ),
      ("absolute value", #/(?:^|[^A-Za-z])abs\(/#),
      (
        "precondition",
        #/(?:precondition|preconditionFailure|fatalError|[^A-Za-z.]assert)\(|Day\(ordinal|\.adding\(days|Moment\(milliseconds/#
      ),
    ]
  }

  /// One of these is in each line that a pattern is found in.
  private static let marks = [
    "Int", "strtol", "long(", "abs(", "precondition", "fatalError", "assert(", "Day(ordinal",
    ".adding(days", "Moment(milliseconds",
  ]

  /// The files that have such lines, with how many and why none of them traps.
  private static let allowed: [String: (count: Int, reason: String)] = [
    "BoxLog.swift": (1, "bounded by the same line"),
    "ByteWriter.swift": (2, "written, not read"),
    "SpatiaLiteBlob+Shape.swift": (2, "written, not read"),
    "SpatiaLiteBlob.swift": (4, "written, not read"),
    "BIFFReader.swift": (1, "a byte"),
    "ByteBuffer.swift": (1, "memory is exhausted"),
    "CSVReader.swift": (2, "a byte"),
    "ColumnEvidence.swift": (1, "a floating-point number"),
    "CompoundStream.swift": (1, "the bits of a double"),
    "ConfinedChild.swift": (1, "given on as it is"),
    "ConvertedText.swift": (2, "our own order of calls"),
    "ContentHash.swift": (1, "the size of a piece in memory"),
    "DBFBinary.swift": (2, "four bytes put together; the day is checked in the line above"),
    "DBFEncoding.swift": (1, "read from text, nil where it does not fit"),
    "DBFReader.swift": (1, "four bytes put together"),
    "DecimalReader.swift": (6, "one digit, or bits of at most eight bytes"),
    "DraftField.swift": (1, "a floating-point number, bounded by the same line"),
    "DraftScan.swift": (1, "at most the bytes of a file by its cells per half of the budget"),
    "FileBytes.swift": (5, "what the system says of a file, never negative"),
    "GeoPackageChild.swift": (4, "truncated, or printed"),
    "GeoPackageRows.swift": (4, "truncated, printed, or its bits taken"),
    "JSONRow.swift": (1, "two hexadecimal digits"),
    "JSONScanner+Scalars.swift": (1, "one hexadecimal digit"),
    "JSONText.swift": (5, "bounded by the line above"),
    "PackedContent.swift": (3, "the sizes of pieces in memory"),
    "RecordReader+Dates.swift": (2, "an offset of hours and minutes that are checked"),
    "ShapefileGeometry.swift": (6, "counts of what lies in a record of at most 64 MiB"),
    "ShapefileRing.swift": (2, "a floating-point number"),
    "TableFormat+Sniffing.swift": (2, "our own names"),
    "UTF8Validation.swift": (1, "our own table"),
    "ValueMask.swift": (1, "bounded by the lines above"),
    "WellKnownBinary.swift": (1, "written, not read"),
    "WorkbookSerial.swift": (4, "days before the year 10000, which is checked after rounding"),
    "XLSChild.swift": (1, "the bits of a double"),
    "XLSSheetCells.swift": (1, "half a double"),
    "XLSXEscapes.swift": (7, "four hexadecimal digits"),
    "XLSXMerges.swift": (2, "a letter of ours"),
    "XLSXSheetHandler.swift": (2, "compared with the last row of a sheet; a style is looked up"),
    "XLSXWriter.swift": (3, "written, not read"),
    "XMLReader.swift": (3, "at most a piece; our own pointer"),
    "ZipDirectory.swift": (8, "compared with the size of the archive before it is added to"),
    "ZipStream.swift": (4, "at most a piece"),
  ]

  @Test func `no reader converts or adds up what a file says without a reason listed here`() throws
  {
    var found: [String: [String]] = [:]
    for folder in Self.folders {
      for file in try Repository.swiftFiles(below: folder) {
        for (index, line) in file.lines.enumerated() where Self.marks.contains(where: line.holds) {
          let code = line.prefix(upTo: line.firstRange(of: "//")?.lowerBound ?? line.endIndex)
          for (name, pattern) in Self.patterns where code.contains(pattern) {
            if name == "narrowing", file.path.hasPrefix(Self.countingFolder) { continue }
            found[file.name, default: []].append("\(file.path):\(index + 1): \(name):\(code)")
          }
        }
      }
    }

    for (file, lines) in found.sorted(by: { $0.key < $1.key }) {
      let count = Self.allowed[file]?.count ?? 0
      #expect(
        lines.count <= count,
        "use exactly:, clamping: or truncatingIfNeeded:, or say why it cannot trap:\n\(lines.joined(separator: "\n"))"
      )
    }
  }

  @Test(arguments: [
    "let row = Int32(number)", "let record = long(bytes, 8)", "abs(value)", "UInt8(rest / unit)",
    "Int((value * 10).rounded())", "let next = strtol(text, nil, 10)", "Day(ordinal: origin + day)",
    "precondition(day < 10)", "fatalError(\"no\")",
  ])
  func `what may trap is seen`(line: String) {
    #expect(Self.patterns.contains { line.contains($0.pattern) })
    #expect(Self.marks.contains(where: line.holds))
  }

  @Test(arguments: [
    "Int32(truncatingIfNeeded: count)", "UInt8(ascii: \"a\")", "Int(byte)", "value.magnitude",
  ])
  func `what cannot trap is left alone`(line: String) {
    #expect(!Self.patterns.contains { line.contains($0.pattern) })
  }
}
