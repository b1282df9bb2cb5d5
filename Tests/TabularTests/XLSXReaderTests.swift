import Tabular
import Testing

private let plain = TableDialect(headerRows: [])

private func read(_ workbook: SyntheticWorkbook, _ dialect: TableDialect = plain) throws -> [String]
{
  try rowTexts(workbook.file(), dialect)
}

private func read(_ rows: String, strings: String? = nil) throws -> [String] {
  try read(SyntheticWorkbook(rows, strings: strings))
}

@Suite struct XLSXReaderTests {
  @Test func `every kind of cell keeps what the file says of it`() throws {
    let rows = try read(
      """
      <row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1"><v>42</v></c><c r="C1" t="n"><v>0.10</v></c>\
      <c r="D1" t="b"><v>1</v></c><c r="E1" t="b"><v>0</v></c><c r="F1" t="e"><v>#N/A</v></c>\
      <c r="G1" t="str"><f>A1</f><v>007</v></c><c r="H1" t="d"><v>2024-01-02T00:00:00Z</v></c>\
      <c r="I1" t="inlineStr"><is><t>格物</t></is></c></row>
      """, strings: "<si><t>a</t></si><si><t>b</t></si>")
    #expect(
      rows == [
        ##"1 ["b",42,0.10,true,false,{"error":"#N/A"},"007",{"date":"2024-01-02"},"格物"]"##
      ])
  }

  @Test func `a number keeps the digits of the file`() throws {
    let rows = try read(
      """
      <row><c><v>3.30106199001011E+17</v></c><c><v>330106199001011234</v></c>\
      <c><v> 2.3199999999999998 </v></c></row>
      """)
    #expect(rows == ["1 [3.30106199001011E+17,330106199001011234,2.3199999999999998]"])
  }

  @Test func `rich text is joined, phonetic text is not`() throws {
    let text =
      "<r><rPr><b/></rPr><t>东</t></r><r><t xml:space=\"preserve\"> 京</t></r>"
      + "<rPh sb=\"0\" eb=\"1\"><t>トウ</t></rPh><phoneticPr fontId=\"1\"/>"
    #expect(
      try read("<row><c t=\"s\"><v>0</v></c></row>", strings: "<si>\(text)</si>")
        == ["1 [\"东 京\"]"])
    #expect(
      try read("<row><c t=\"inlineStr\"><is>\(text)</is></c></row>") == ["1 [\"东 京\"]"])
  }

  @Test func `a value beside an inline text is not part of it`() throws {
    let cell = "<c t=\"inlineStr\"><v>1.0</v><is><t>1.</t></is><v>2</v></c>"
    #expect(try read("<row>\(cell)</row>") == ["1 [\"1.\"]"])
  }

  @Test func `white space and escapes are kept as meant`() throws {
    let text = "<t> a_x000D_\n_x005F_x000D_ &lt;&#x20BB7;_xD842__xDFB7_ _x0000_ _xD842_</t>"
    let cells = try read("<row><c t=\"inlineStr\"><is>\(text)</is></c></row>")
    #expect(cells == [#"1 [" a\r\n_x000D_ <𠮷𠮷 _x0000_ _xD842_"]"#])
  }

  @Test func `cells and rows without reference follow the one before`() throws {
    let rows = try read(
      """
      <row><c><v>1</v></c><c r="D1"><v>4</v></c><c><v>5</v></c></row><row r="7"><c><v>7</v></c></row>\
      <row><c r="B8"><v>8</v></c></row>
      """)
    #expect(
      rows == [
        "1 [1,null,null,4,5]", "7 [7,null,null,null,null]", "8 [null,8,null,null,null]",
      ])
  }

  @Test func `cells that stand in another order come to their columns`() throws {
    let rows = try read("<row><c r=\"C1\"><v>3</v></c><c r=\"A1\"><v>1</v></c></row>")
    #expect(rows == ["1 [1,null,3]"])
  }

  @Test func `a hidden row is a row`() throws {
    #expect(try read("<row r=\"3\" hidden=\"1\"><c r=\"A3\"><v>1</v></c></row>") == ["3 [1]"])
  }

  @Test func `a string that is not there is an error of its cell, not an empty one`() throws {
    let rows = try read(
      "<row><c t=\"s\"><v>9</v></c><c t=\"s\"/>"
        + "<c t=\"s\"><v>x</v></c><c t=\"s\"><v>-1</v></c></row>", strings: "<si/>")
    #expect(
      rows == [
        ##"1 [{"error":"#STRING 9"},null,{"error":"#STRING x"},{"error":"#STRING -1"}]"##
      ])
  }

  @Test func `a formula that was never calculated is an error of its cell`() throws {
    let rows = try read("<row><c><f>A2+1</f></c><c t=\"str\"><f>A2</f><v></v></c></row>")
    #expect(rows == [##"1 [{"error":"#UNCALCULATED"}]"##])
  }

  @Test func `a formula whose value is written empty was never calculated either`() throws {
    let rows = try read(
      "<row><c><f>A2+1</f><v/></c><c><f>A2</f><v></v></c><c t=\"n\"><f>1</f><v/></c>"
        + "<c t=\"b\"><f>1</f><v/></c><c><v/></c></row>")
    let error = ##"{"error":"#UNCALCULATED"}"##
    #expect(rows == ["1 [\(error),\(error),\(error),\(error)]"])
  }

  @Test func `a truth value is 1, 0, true or false, and no other word`() throws {
    let values = ["1", "0", "TRUE", "False", "true", "yes", "2", "-1"]
    let rows = try read("<row>" + values.map { "<c t=\"b\"><v>\($0)</v></c>" }.joined() + "</row>")
    #expect(
      rows == [
        ##"1 [true,false,true,false,true,{"error":"#BOOLEAN yes"},{"error":"#BOOLEAN 2"},"##
          + ##"{"error":"#BOOLEAN -1"}]"##
      ])
  }

  @Test(arguments: ["#CALC!", "#SPILL!", "#FIELD!", "#GETTING_DATA", "#N/A"])
  func `the text of a formula that is an error is one`(_ error: String) throws {
    let rows = try read(
      "<row><c t=\"str\"><f>A2</f><v>\(error)</v></c><c t=\"str\"><v>\(error)</v></c></row>")
    #expect(rows == ["1 [{\"error\":\"\(error)\"},\"\(error)\"]"])
  }

  @Test func `strings stored behind the sheets are found`() throws {
    var workbook = SyntheticWorkbook(
      "<row><c t=\"s\"><v>0</v></c></row>", strings: "<si><t>x</t></si>")
    workbook.stringsComeLast = true
    #expect(try read(workbook) == ["1 [\"x\"]"])
  }

  @Test func `prefixed elements and the strict namespace are read`() throws {
    var workbook = SyntheticWorkbook(
      "<x:row r=\"1\"><x:c r=\"A1\" t=\"s\"><x:v>0</x:v></x:c></x:row>",
      strings: "<x:si><x:t>x</x:t></x:si>")
    workbook.prefix = "x:"
    workbook.namespace = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    #expect(try read(workbook) == ["1 [\"x\"]"])
  }

  @Test func `extensions that reuse the names of the standard are passed over`() throws {
    var workbook = SyntheticWorkbook("<row><c s=\"0\"><v>0</v></c></row>")
    workbook.styles = SyntheticWorkbook.styles(builtIn: [14])
    workbook.properties =
      "date1904=\"1\"/><extLst><ext><x14:workbookPr xmlns:x14=\"x\"/></ext></extLst><y"
    #expect(try read(workbook) == [#"1 [{"date":"1904-01-01"}]"#])
  }

  @Test func `rows have the width of the header, more only where there is content`() throws {
    let rows = try read(
      SyntheticWorkbook(
        """
        <row r="1"><c r="F1" t="str"><v>title</v></c></row>\
        <row r="3"><c r="A3" t="str"><v>a</v></c><c r="B3" t="str"><v>b</v></c><c r="C3" s="1"/></row>\
        <row r="4"><c r="A4"><v>1</v></c></row><row r="5"><c r="A5" s="1"/></row>\
        <row r="7"><c r="D7"><v>4</v></c></row>
        """), TableDialect(headerRows: [3]))
    #expect(
      rows == [
        #"1 [null,null,null,null,null,"title"]"#, "2 []", #"3 ["a","b"]"#, "4 [1,null]",
        "5 [null,null]", "7 [null,null,null,4]",
      ])
  }

  @Test func `rows are numbered behind the header and blank ones are known`() throws {
    let file = try SyntheticWorkbook("<row r=\"2\"><c><v>1</v></c></row><row r=\"4\"/>").file()
    let rows = try file.rows(TableDialect(headerRows: [2]))
    let title = try #require(try rows.next())
    #expect(title.isBlank && title.line == 1)
    _ = try rows.next()
    rows.startCounting()
    let row = try #require(try rows.next())
    #expect(row.number == 1 && row.line == 4 && row.isBlank && row.fieldCount == 1)
    #expect(try rows.next() == nil)
    #expect(rows.bytesRead == rows.bytesTotal && rows.sheet == "Sheet1")
  }

  @Test func `merged headings are repeated in all header rows but the last`() throws {
    var workbook = SyntheticWorkbook(
      """
      <row><c t="str"><v>姓名</v></c><c t="str"><v>地址</v></c><c/><c/></row>\
      <row><c/><c t="str"><v>省</v></c><c t="str"><v>市</v></c><c t="str"><v>备注</v></c></row>\
      <row><c t="str"><v>甲</v></c></row>
      """)
    workbook.sheets[0].tail =
      "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:C1\"/></mergeCells>"
    let rows = try read(workbook, TableDialect(headerRows: [1, 2]))
    #expect(
      rows == [
        #"1 ["姓名","地址","地址"]"#, #"2 [null,"省","市","备注"]"#, #"3 ["甲",null,null,null]"#,
      ])
    #expect(try workbook.file().rows(plain).fillsMergedHeadings)
  }
}
