import Datasets
import Tabular
import Testing

private typealias Outcome = RecordBench.Outcome

/// What hands do to tables: paste them together, break cells, end rows with a delimiter.
@Suite struct PastedRowsTests {
  private func manifest(_ more: String = "") throws -> Manifest {
    try Manifest(
      yaml: """
        name: t
        fieldsMatch: subset
        primaryKey: [k]
        fields:
          - {name: k, gewu: {aliases: [编号]}}
          - {name: v, gewu: {aliases: [名称]}}
        \(more)
        """, path: "t.yaml")
  }

  private func read(_ text: String, _ more: String = "") throws -> [Outcome] {
    try RecordBench(manifest(more), text).outcomes
  }

  @Test func `a heading that stands once more is refused, and nothing else for it`() throws {
    let repeated = Outcome.reasons(["header-repeated"])
    #expect(
      try read("编号,名称\n1,a\n\u{FEFF}编号,名称\n2,b\n编号, 名称 \n\"编号\",\"名称\"\n编号,b\n编号码,名称\n")
        == [
          .values(["1", "a"]), repeated, .values(["2", "b"]), repeated, repeated,
          .values(["编号", "b"]), .values(["编号码", "名称"]),
        ])
    let bench = try RecordBench(manifest(), "k,v\nk,v\n")
    #expect(bench.reasons == [[Reason(code: .row(.headerRepeated))]])
  }

  @Test func `empty fields behind the last column do not count`() throws {
    #expect(
      try read("k,v\n1,a,\n2,b,,\n3,c,x\n4\n") == [
        .values(["1", "a"]), .values(["2", "b"]), .reasons(["fields-extra"]),
        .reasons(["fields-missing"]),
      ])
    #expect(
      try read("k,v,,\n1,a\n2,b,,\n3,c,,,\n4,d,x,\n5\n") == [
        .values(["1", "a"]), .values(["2", "b"]), .values(["3", "c"]), .values(["4", "d"]),
        .reasons(["fields-missing"]),
      ])
  }

  @Test func `nobody sees what is left out around a value, and within a key`() throws {
    let unseen = [
      "\n", "\r\n", "\t", "\u{200B}", "\u{FEFF}", "\u{2060}", "\u{3000}", "\u{A0}", "\u{B}",
    ]
    for mark in unseen {
      #expect(
        try read("k,v\n\"\(mark)A1\(mark)\",\"\(mark) x\(mark)\"\n") == [.values(["A1", "x"])],
        "\(mark.unicodeScalars.map(\.value))")
    }
    for mark in ["\n", "\r\n", "\u{200B}", "\u{FEFF}", "\u{2060}"] {
      #expect(
        try read("k,v\n\"甲\(mark)1\",\"甲\(mark)1\"\n") == [.values(["甲1", "甲\(mark)1"])])
    }
    // Others of three bytes that begin alike stay.
    #expect(try read("k,v\n“A”…,￥\n") == [.values(["“A”…", "￥"])])
    #expect(
      try RecordBench.one("{name: v, gewu: {trim: false}}", ["a\n"]) == [.values(["a\n"])])
  }
}
