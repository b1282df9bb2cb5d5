package import Gewu
import Warehouse

extension ExportError {
  /// What cannot be exported, and what can.
  var wording: Wording {
    switch self {
    case .unknownTable(let name, let nearest?, _, _):
      Wording(
        "there is no table '\(name)' to export; did you mean '\(nearest)'?",
        "没有可导出的表“\(name)”；是否指“\(nearest)”？")
    case .unknownTable(let name, nil, let own, let datasets):
      Wording(
        "there is no table '\(name)' to export; there are \(datasets) data sets, and ",
        "没有可导出的表“\(name)”；现有 \(datasets) 个数据资源，以及 ") + own.listed()
    case .unknownField(let field, let table):
      Wording(
        "'\(table)' has no field '\(field)' of its own to find rows by; name a field of a data set",
        "“\(table)”没有可供查找的字段“\(field)”；请指定数据资源的字段")
    case .unknownFormat(let path):
      Wording(
        "\(path): the ending names no format; give a file that ends in .gpkg, .geojson, .csv or "
          + ".xlsx, or for .csv files of all tables a folder that ends in /",
        "\(path)：扩展名不是已知格式；请以 .gpkg、.geojson、.csv 或 .xlsx 结尾，"
          + "或以 / 结尾的文件夹保存所有表的 .csv 文件")
    case .noGeometry(let table):
      Wording(
        "'\(table)' has no geometry, and GeoJSON holds nothing else; write .csv, .xlsx or .gpkg",
        "“\(table)”没有几何，不能写成 GeoJSON；请改用 .csv、.xlsx 或 .gpkg")
    case .tooManyRows(let table, let rows, let limit):
      Wording(
        "'\(table)' has \(rows) rows, and a sheet of .xlsx takes \(limit) below its headings; write "
          + ".csv or .gpkg",
        "“\(table)”有 \(rows) 行，而 .xlsx 工作表在表头之下最多 \(limit) 行；请改用 .csv 或 .gpkg")
    case .severalTables(let format, let path): Self.several(format, path)
    }
  }

  private static func several(_ format: ExportFormat, _ path: String) -> Wording {
    switch format {
    case .csv:
      Wording(
        "\(path): a .csv file holds one table; for all of them name a folder that ends in /",
        "\(path)：一个 .csv 文件只能存一张表；导出所有表请指定以 / 结尾的文件夹")
    case .geoPackage, .geoJSON, .xlsx, .csvFolder:
      Wording(
        "\(path): this format holds one table; for all of them write .gpkg, .xlsx or a folder that "
          + "ends in /",
        "\(path)：此格式只能存一张表；导出所有表请用 .gpkg、.xlsx 或以 / 结尾的文件夹")
    }
  }
}

extension ReadFault {
  /// Why personal values are not given out.
  var wording: Wording {
    switch self {
    case .noPurpose(let tables):
      tables.prefix(5).listed()
        + (tables.count > 5
          ? Wording(" and \(tables.count - 5) more tables", "等 \(tables.count) 张表")
          : Wording("", ""))
        + Wording(
          " \(tables.count == 1 ? "holds" : "hold") values of persons as they are, and no purpose is given; "
            + "nothing was read",
          "含未脱敏的个人信息，而未说明用途；未读取任何内容")
    case .blankPurpose:
      Wording(
        "the purpose says nothing; say in a few words what the values are read for",
        "用途为空；请用几个字说明读取的目的")
    case .longPurpose:
      Wording(
        "the purpose has more than \(ReadPurpose.longest) characters; say it in fewer",
        "用途超过 \(ReadPurpose.longest) 个字符；请写短一些")
    }
  }
}

/// What the command line says of exports.
package enum ExportWords {
  /// What was written.
  package static func summary(_ report: ExportReport) -> Wording {
    let count = report.tables.count
    return Wording(
      "\(report.file): \(report.rows) rows"
        + (count == 1 ? "" : " of \(count) tables")
        + ", personal data as the store has it",
      "\(report.file)：\(report.rows) 行"
        + (count == 1 ? "" : "，共 \(count) 张表") + "，个人信息与库中相同")
  }
}
