import Tabular
import Testing
import Words

@Suite struct `Words of files that cannot be read or written` {
  private static let bad = TextFact.BadByte(offset: 3, value: 0xE9)
  private static let place = TextPlace(line: 2, byte: 41)

  /// Facts with what is said of them.
  private static let sentences: [(TabularFact, String, String)] = [
    (.file(.missing), "there is no such file; check the path", "文件不存在；请检查路径"),
    (.file(.directory), "is a directory; name the file inside it", "是一个目录；请指定其中的文件"),
    (.file(.empty), "is empty; export it again", "是空文件；请重新导出"),
    (
      .file(.name),
      "has a name that is not UTF-8, as unpacking leaves it; rename it: `convmv -f gbk -t utf8` does so for a "
        + "name in GBK",
      "名称不是 UTF-8 编码（常见于解压后的文件）；请重命名：GBK 编码的名称可用 convmv -f gbk -t utf8 转换"
    ),
    (
      .archive(.damaged(.cellColumn(sheet: "人员", row: 5, reference: "XFE5"))),
      "is a damaged workbook: in the sheet \"人员\", row 5, a cell is at \"XFE5\", behind the last column "
        + "that a sheet can have (XFD, the 16,384th); copy it again, or save it again in Excel",
      "工作簿已损坏（工作表“人员”第 5 行有单元格“XFE5”，超出工作表的最后一列（XFD，第 16,384 列））；请重新复制，或用 Excel 重新保存"
    ),
    (
      .archive(.damaged(.cellTwice(sheet: "人员", row: 5, reference: "A5"))),
      "is a damaged workbook: in the sheet \"人员\", row 5, two cells are at \"A5\"; copy it again, or save "
        + "it again in Excel",
      "工作簿已损坏（工作表“人员”第 5 行有两个单元格的位置都是“A5”）；请重新复制，或用 Excel 重新保存"
    ),
    (
      .workbook(.cellOutside(sheet: "人员", row: 2, column: 257)),
      "is a damaged workbook: in the sheet \"人员\", row 2, a cell is in column 257, behind the last one "
        + "that a sheet of .xls can have (IV, the 256th); copy it again, or save it again in Excel",
      "工作簿已损坏（工作表“人员”第 2 行有单元格位于第 257 列，超出 .xls 工作表的最后一列（IV，第 256 列））；请重新复制，或用 Excel 重新保存"
    ),
    (
      .foreign(.fieldTwice(.kml, field: "code", placemark: 3)),
      "placemark 3 has several values of 'code', of which GDAL reads only one; leave one of them",
      "第 3 个地标有多个“code”的值，GDAL 只会读取其中一个；请只保留一个"
    ),
    (
      .format(.mapInfoCompanion),
      "belongs to a MapInfo table; name its .tab, beside which the .dat, .map and .id lie",
      "是 MapInfo 表的附属文件；请指定 .tab 文件（.dat、.map、.id 应与其放在一起）"
    ),
    (
      .format(.geodatabasePart), "belongs to a file geodatabase; name the folder that ends in .gdb",
      "是文件地理数据库的一部分；请指定以 .gdb 结尾的文件夹"
    ),
    (
      .file(.unreadable(code: 13)), "cannot be read (Permission denied); check its permissions",
      "无法读取（没有权限）；请检查权限"
    ),
    (
      .text(.neither(utf8: bad, gb18030: bad, line: 1)),
      "is neither UTF-8 (first bad byte 0xE9 at offset 3) nor GB18030 (first bad byte 0xE9 at "
        + "offset 3, line 1); export it as UTF-8, or name its `encoding` in the manifest",
      "既不是 UTF-8（第一个错误字节 0xE9 位于偏移 3），也不是 GB18030（第一个错误字节 0xE9 位于偏移 3，第 1 行）；"
        + "请导出为 UTF-8，或在清单中写明 encoding"
    ),
    (
      .text(.invalid(encoding: "utf-8", bad, line: 1)),
      "is not valid utf-8: first bad byte 0xE9 at offset 3, line 1; export it as UTF-8, or correct "
        + "`encoding` in the manifest",
      "不是有效的 utf-8 文本：第一个错误字节 0xE9 位于偏移 3，第 1 行；请导出为 UTF-8，或更正清单中的 encoding"
    ),
    (
      .text(
        .invalid(
          encoding: "utf-16le", TextFact.BadByte(offset: 9, value: nil), line: nil)),
      "is utf-16le up to offset 9, where it ends inside a character: it was cut short; get the whole "
        + "file again",
      "直到偏移 9 都是 utf-16le，在此处一个字符的中间结束：文件被截断；请重新获取完整文件"
    ),
    (
      .text(.withoutMark),
      "has no byte order mark that would tell how its UTF-16 is to be read; declare "
        + "`encoding: utf-16le` or `utf-16be` in the manifest",
      "没有字节顺序标记，无法确定 UTF-16 的字节顺序；请在清单中声明 encoding: utf-16le 或 utf-16be"
    ),
    (
      .text(.contradiction(marked: "utf-16le", declared: "utf-8")),
      "is utf-16le (Excel's \"Unicode text\") by its byte order mark, not the declared utf-8; "
        + "correct `encoding` in the manifest",
      "按字节顺序标记是 utf-16le 编码（Excel 的“Unicode 文本”），不是所声明的 utf-8；请更正清单中的 encoding"
    ),
    (
      .text(.noSuchEncoding("martian")),
      "no encoding is called 'martian'; use for example UTF-8, GB18030 or CP1252",
      "没有名为“martian”的编码，可用 UTF-8、GB18030、CP1252 等"
    ),
    (
      .foreign(.lost(.kml, .holeRings, count: 2, placemark: 3)),
      "placemark 3 has an innerBoundaryIs with 2 LinearRing, of which GDAL reads only one; put "
        + "each of them into an innerBoundaryIs of its own",
      "第 3 个地标的一个 innerBoundaryIs 内有 2 个 LinearRing，GDAL 只会读取其中一个；"
        + "请将每个环各放入一个 innerBoundaryIs"
    ),
    (
      .foreign(.lost(.kmz, .geometries, count: 2, placemark: 1)),
      "placemark 1 has 2 geometries, of which GDAL reads only one; put them into a MultiGeometry",
      "第 1 个地标有 2 个几何，GDAL 只会读取其中一个；请放入 MultiGeometry"
    ),
    (
      .format(.encryptedWorkbook),
      "is a workbook behind a password; remove the password in Excel and save it again",
      "是加密的工作簿；请在 Excel 中取消密码后重新保存"
    ),
    (
      .format(.noFeatures),
      "this is neither GeoJSON nor a Shapefile (.shp) nor a GeoPackage; convert it to one of them",
      "不是 GeoJSON、Shapefile（.shp）或 GeoPackage，请转换为其中一种"
    ),
    (
      .format(.notGeoJSON), "this is not GeoJSON, which begins with '{'; export it again",
      "不是 GeoJSON（应以“{”开头），请重新导出"
    ),
    (
      .json(.needs(.object, found: 0x31), at: place),
      "line 2, byte 41: '1' where an object is needed", "第 2 行，第 41 字节：此处应为对象，却是 '1'"
    ),
    (
      .json(.controlCharacter(1), at: place),
      #"line 2, byte 41: a control character in a text; it must be written \u0001"#,
      "第 2 行，第 41 字节：文本中含有未转义的控制字符"
    ),
    (
      .json(.truncated, at: place),
      "line 2, byte 41: the text ends in the middle of a value; it is not whole",
      "第 2 行，第 41 字节：在数据中间结束，内容不完整"
    ),
    (
      .json(.tooDeep(limit: 200), at: place),
      "line 2, byte 41: values are nested more than 200 deep", "第 2 行，第 41 字节：嵌套超过 200 层"
    ),
    (
      .geoJSON(.blank, at: nil), "the file holds white space only; export it again",
      "文件只有空白，请重新导出"
    ),
    (
      .geoJSON(.notGeoJSON(type: "Topology"), at: place),
      "line 2, byte 41: the data is of type 'Topology', which is not GeoJSON",
      "第 2 行，第 41 字节：数据类型为“Topology”，不是 GeoJSON"
    ),
    (
      .geoJSON(.notAFeature(type: nil), at: place),
      "line 2, byte 41: an object of type 'none' where a Feature is needed",
      "第 2 行，第 41 字节：此处应为 Feature，却是“无类型”"
    ),
    (
      .geoJSON(.notUTF8, at: place),
      "line 2, byte 41: not UTF-8, which GeoJSON must be; convert the file, or name its encoding "
        + "(for example GB18030)",
      "第 2 行，第 41 字节：不是 UTF-8 编码；请转换文件，或指明其编码（如 GB18030）"
    ),
    (
      .shapefile(.truncated(bytes: 200, .announced(372))),
      "the Shapefile is truncated or damaged: it has 200 bytes, and its header announces 372 bytes; "
        + "copy the file again",
      "Shapefile 不完整或已损坏：共 200 字节，而文件头声明 372 字节；请重新复制文件"
    ),
    (
      .shapefile(.damaged(record: 1, byte: 100, .parts(9, points: 5))),
      "record 1 at byte 100 is damaged: it announces 9 parts and 5 points",
      "第 1 条记录（第 100 字节起）已损坏：声明了 9 个部分、5 个点"
    ),
    (
      .shapefile(.type(31, record: 1)),
      "record 1 is a MultiPatch, which is not read; convert it to polygons",
      "第 1 条记录的图形类型为 31，不受支持，请转换为面"
    ),
    (
      .dbf(
        .notInEncoding(
          .value(record: 1, field: 1, byte: 69), encoding: "UTF-8", by: .codePageFile)),
      "record 1, field 1, byte 69: the text is not UTF-8, as the .cpg file says; name the right "
        + "encoding, for example GB18030",
      "第 1 条记录，第 1 个字段，第 69 字节：文本不是 UTF-8（按 .cpg 文件）；请指明正确的编码，如 GB18030"
    ),
    (
      .dbf(.inNoEncoding(.fieldNames)),
      "the names of the fields are neither UTF-8 nor GB18030; name the right encoding, for example "
        + "GB18030",
      "字段名既不是 UTF-8 也不是 GB18030；请指明正确的编码，如 GB18030"
    ),
    (
      .dbf(.unlikely(record: 3)),
      "its texts are not UTF-8, and read as GB18030 they would be hardly Chinese (see record 3); name the "
        + "encoding in the manifest: windows-1252, windows-1251, big5, shift_jis, euc-kr, or gb18030 "
        + "where it is that all the same",
      "文本不是 UTF-8，按 GB18030 读取又几乎不是中文（见第 3 条记录）；请在清单中写明 encoding："
        + "windows-1252、windows-1251、big5、shift_jis、euc-kr，确为 GB18030 时写 gb18030"
    ),
    (
      .text(.unlikely(offset: 11, line: 2)),
      "is not UTF-8, and read as GB18030 it would be hardly Chinese (see offset 11, line 2); export it "
        + "as UTF-8, or name its `encoding` in the manifest: windows-1252, windows-1251, big5, "
        + "shift_jis, euc-kr, or gb18030 where it is that all the same",
      "不是 UTF-8，按 GB18030 读取又几乎不是中文（见偏移 11，第 2 行）；请导出为 UTF-8，或在清单中写明 "
        + "encoding：windows-1252、windows-1251、big5、shift_jis、euc-kr，确为 GB18030 时写 gb18030"
    ),
    (
      .dbf(.fieldsTooShort(fields: 11, records: 22)),
      "the fields take 11 bytes, the records have 22, so that the places of the fields are not known; "
        + "export the table again",
      "字段共 11 字节，而记录长 22 字节，无法确定各字段的位置；请重新导出"
    ),
    (
      .dbf(.truncated(byte: 80, .records(3, bytes: 98, endsIn: 2))),
      "the table is truncated at byte 80: it announces 3 records (98 bytes) and ends in record 2; "
        + "copy the file again",
      "表在第 80 字节处中断：应有 3 条记录（98 字节），在第 2 条处中断；请重新复制文件"
    ),
    (
      .dbf(.unreadField(2, type: "M")),
      "field 2 is of type 'M' (a memo, picture or binary number), which is not read; export "
        + "the table without it",
      "第 2 个字段的类型“M”（备注、图片或二进制数）不受支持，请去掉后重新导出"
    ),
    (
      .archive(.damaged(.content(part: "xl/worksheets/s0.xml", .checksum))),
      "is a damaged workbook: the part xl/worksheets/s0.xml: its checksum does not fit its content; "
        + "copy it again, or save it again in Excel",
      "工作簿已损坏（部件 xl/worksheets/s0.xml：校验和与内容不符）；请重新复制，或用 Excel 重新保存"
    ),
    (
      .archive(.bomb(part: "a", packed: 9, size: 99)),
      "has the part a, whose 9 bytes would unpack to 99: that is not a table but a bomb, and it was "
        + "not unpacked",
      "其中的部件 a 有 9 字节，解压后为 99 字节：疑似压缩炸弹，未予解压"
    ),
    (
      .workbook(
        .sheet(
          .noneNamed("企业*"),
          among: [
            WorkbookFact.Sheet(name: "说明", isHidden: false),
            WorkbookFact.Sheet(name: "字典", isHidden: true),
          ])),
      "has no sheet named \"企业*\"; it has \"说明\", \"字典\" (hidden): correct `sheetName` or "
        + "`sheetNumber` in the manifest's dialect",
      "没有名为“企业*”的工作表；其中有 “说明”、“字典”（隐藏）：请更正清单 dialect 中的 sheetName 或 sheetNumber"
    ),
    (
      .workbook(.unreadable(.child(.signal(9)))),
      "the workbook cannot be read (signal 9): it is broken, or holds what FreeXL does not know; "
        + "open it in Excel and save it as .xlsx",
      "无法读取工作簿（信号 9）：文件已损坏，或含有 FreeXL 不支持的内容；请用 Excel 打开后另存为 .xlsx"
    ),
    (
      .workbook(.longText(row: 2, column: 2, characters: 32_768)),
      "row 2, column 2: a cell takes 32,767 characters, not 32768",
      "第 2 行第 2 列：单元格最多 32,767 个字符，而有 32768 个"
    ),
    (
      .geoPackage(.severalLayers(["grid", "street"])),
      "it has several layers; name one of: grid, street", "有多个图层，请指定其一：grid、street"
    ),
    (
      .geoPackage(.notAGeometry(feature: 1)),
      "the geometry of feature 1 is not a GeoPackage geometry", "第 1 个要素的几何不是 GeoPackage 格式"
    ),
    (
      .geometry(byte: 5), "a geometry to be written is damaged at its byte 5",
      "待写入的几何在第 5 字节处损坏"
    ),
  ]

  @Test(arguments: sentences.indices)
  func `a fact has its sentence in both languages`(index: Int) {
    let (fact, english, chinese) = Self.sentences[index]
    #expect(fact.wording == Wording(english: english, chinese: chinese))
  }

  @Test func `an error begins with its file`() {
    let error = TabularError(.empty, path: "a.csv", .file(.empty))
    #expect(
      Words.wording(of: error)
        == Wording("a.csv: is empty; export it again", "a.csv：是空文件；请重新导出"))
  }

  @Test func `an error by itself is its fact in no language`() {
    let error = TabularError(
      .malformed, path: "a.shp", .shapefile(.damaged(record: 1, byte: 100, .noType)))
    #expect(
      error.description == "a.shp: file-malformed shapefile(damaged(record: 1, byte: 100, noType))")
  }
}
