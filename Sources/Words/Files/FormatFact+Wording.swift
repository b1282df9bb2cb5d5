import Tabular

extension FormatFact {
  /// What a file is instead, and what to do.
  var wording: Wording {
    switch self {
    case .encryptedWorkbook:
      Wording(
        "is a workbook behind a password; remove the password in Excel and save it again",
        "是加密的工作簿；请在 Excel 中取消密码后重新保存")
    case .binaryWorkbook:
      Wording(
        "is a binary workbook (.xlsb); save it as .xlsx in Excel",
        "是二进制工作簿（.xlsb）；请在 Excel 中另存为 .xlsx")
    case .openDocument:
      Wording(
        "is an OpenDocument spreadsheet (.ods); save it as .xlsx",
        "是 OpenDocument 电子表格（.ods）；请另存为 .xlsx")
    case .html:
      Wording(
        "is a web page (HTML), not a workbook, whatever its name says; open it in Excel and save "
          + "it as .xlsx",
        "是网页（HTML），不是工作簿（与扩展名无关）；请用 Excel 打开后另存为 .xlsx")
    case .spreadsheetXML:
      Wording(
        "is an XML spreadsheet of Excel 2003; open it in Excel and save it as .xlsx",
        "是 Excel 2003 的 XML 表格；请用 Excel 打开后另存为 .xlsx")
    case .xml:
      Wording("is XML, which is not a table; export it as CSV", "是 XML，不是表格；请导出为 CSV")
    case .json:
      Wording(
        "is JSON but not GeoJSON (it names no \"type\"); export it as CSV or GeoJSON",
        "是 JSON 但不是 GeoJSON（没有 \"type\"）；请导出为 CSV 或 GeoJSON")
    case .pdf:
      Wording(
        "is a PDF document; ask for the table that it was made from (.xlsx or .csv)",
        "是 PDF 文档；请索取原始表格（.xlsx 或 .csv）")
    case .picture:
      Wording(
        "is a picture; ask for the table that it shows (.xlsx or .csv)",
        "是图片；请索取图中所示的原始表格（.xlsx 或 .csv）")
    case .otherOfficeFile:
      Wording(
        "is an Office file without a workbook; save the table as .xlsx",
        "是不含工作簿的 Office 文件；请将表格另存为 .xlsx")
    case .archive:
      Wording(
        "is an archive; unpack it and name the files inside", "是压缩包；请解压后指定其中的文件")
    case .companion:
      Wording("belongs to a Shapefile; name its .shp", "是 Shapefile 的附属文件；请指定 .shp 文件")
    case .mapInfoCompanion:
      Wording(
        "belongs to a MapInfo table; name its .tab, beside which the .dat, .map and .id lie",
        "是 MapInfo 表的附属文件；请指定 .tab 文件（.dat、.map、.id 应与其放在一起）")
    case .geodatabasePart:
      Wording(
        "belongs to a file geodatabase; name the folder that ends in .gdb",
        "是文件地理数据库的一部分；请指定以 .gdb 结尾的文件夹")
    case .notXLSX:
      Wording(
        "is not a workbook of Office Open XML (.xlsx); save it as .xlsx in Excel",
        "不是 Office Open XML 工作簿（.xlsx）；请用 Excel 另存为 .xlsx")
    case .archiveOrWorkbook:
      Wording(
        "this is a ZIP archive (or a workbook); unpack it and name the file in it",
        "这是 ZIP 压缩包（或工作簿），请解压后指定其中的文件")
    case .notShapefile:
      Wording(
        "this is not a Shapefile, whatever its name; export it again",
        "虽以 .shp 命名，却不是 Shapefile，请重新导出")
    case .notGeoJSON:
      Wording(
        "this is not GeoJSON, which begins with '{'; export it again",
        "不是 GeoJSON（应以“{”开头），请重新导出")
    case .noFeatures:
      Wording(
        "this is neither GeoJSON nor a Shapefile (.shp) nor a GeoPackage; convert it to one of them",
        "不是 GeoJSON、Shapefile（.shp）或 GeoPackage，请转换为其中一种")
    }
  }
}
