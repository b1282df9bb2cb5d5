import Files
import Gewu
import Testing
import Warehouse
import Words

/// What is said of exports that cannot be.
@Suite struct `The words of exports` {
  @Test func `an unknown table comes with the one that was probably meant, or with all`() {
    let near = ExportError.unknownTable("gird", nearest: "grid", own: ["grid"], datasets: 3)
    let far = ExportError.unknownTable("x", nearest: nil, own: ["grid", "net"], datasets: 3)

    #expect(
      Words.wording(of: near).english
        == "there is no table 'gird' to export; did you mean 'grid'?")
    #expect(
      Words.wording(of: far)
        == Wording(
          "there is no table 'x' to export; there are 3 data sets, and grid, net",
          "没有可导出的表“x”；现有 3 个数据资源，以及 grid、net"))
  }

  @Test(arguments: ExportFormat.allCases)
  func `a format that holds one table names those that hold several`(format: ExportFormat) {
    let wording = Words.wording(of: ExportError.severalTables(format, path: "a.csv"))

    #expect(wording.english.contains("ends in /"))
    #expect(wording.chinese.contains("以 / 结尾"))
  }

  @Test func `a table that is too long for a sheet says how long it is`() {
    let wording = Words.wording(
      of: ExportError.tooManyRows(table: "t", rows: 1_048_576, limit: 1_048_575))

    #expect(wording.english.contains("has 1048576 rows, and a sheet of .xlsx takes 1048575"))
  }

  @Test func `an output that is the store is refused by name`() {
    let wording = Words.wording(of: OutputError.partOfStore(path: "a", store: "b"))

    #expect(wording.english == "a: is the store b itself or one of its own files; name another")
    #expect(wording.chinese == "a：就是数据库 b 本身或其附属文件；请另取名称")
  }
}
