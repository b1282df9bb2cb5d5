extension Help {
  package enum Export {
    package static let command = CommandHelp(
      Wording(
        "Write a table of the store, or all of them, to a file for other programs.",
        "把库中的一张表或全部表写成其他程序可读的文件。"),
      discussion: Wording(
        """
        TABLE is a data set, or one of the store's own tables: grid, net_grid, earlier_grid, report, \
        batch, quarantine, quarantine_reason, remark, dataset, source_file, generation, net, level. \
        Exports current rows only, all from one state of the store. The file's ending names the format:

        .gpkg     GeoPackage with geometries; all tables become layers of one file
        .geojson  GeoJSON in WGS 84, for one table with geometries
        .csv      text in UTF-8, geometries as WKT; for --all name a folder: FOLDER/
        .xlsx     a workbook with one sheet per table, points as WKT, no lines or areas

        In .csv, text that a spreadsheet would take for a formula gets ' in front, unless --unguarded is \
        given; an import takes it off again.

        The file appears once it is complete and replaces an existing one. It holds personal data as \
        the store does: nothing is masked. Where a table has any, --purpose must say what for; that is \
        kept in the store (table operation) with the number of rows.
        """,
        """
        TABLE 是数据资源，或库自身的表：grid、net_grid、earlier_grid、report、batch、quarantine、\
        quarantine_reason、remark、dataset、source_file、generation、net、level。只导出当前的行，\
        且都取自库的同一状态。格式由文件的扩展名决定：

        .gpkg     GeoPackage，含几何；全部表写成一个文件的各图层
        .geojson  WGS 84 的 GeoJSON，限一张带几何的表
        .csv      UTF-8 文本，几何写成 WKT；与 --all 同用时给出目录：FOLDER/
        .xlsx     工作簿，每表一张工作表，点写成 WKT，不含线和面

        .csv 中会被电子表格当作公式的文本前加 '（--unguarded 除外），再次导入时去掉。

        文件写完后才出现，并取代已有的文件。其中的个人数据与库中一样，不作脱敏；表中含个人数据时，\
        须用 --purpose 说明用途，用途和行数记入库中（operation 表）。
        """))
    package static let all = Wording("Export all tables.", "导出全部表。")
    package static let purpose = Wording(
      "What personal values are read for; needed where a table has any.",
      "读取个人信息的用途；表中含个人信息时必须给出。")
    package static let `where` = Wording(
      "Only rows in which this field has a value of --among.",
      "只导出该字段的值在 --among 之中的行。")
    package static let among = Wording(
      "A file with those values, one per line; - for standard input.",
      "列出这些值的文件，每行一个；- 表示标准输入。")
    package static let names = Wording(
      "The table (left out with --all), then the file.", "表名（与 --all 同用时省略），然后是文件。")
  }

  package enum Backup {
    package static let command = CommandHelp(
      Wording(
        "Copy the store consistently, even while it is served and imported into.",
        "备份库，在服务和导入期间也保持一致。"),
      discussion: Wording(
        """
        Writes two things: FILE, a store in one state, and FILE-files, the source files as they came. \
        FILE is verified before it gets its name (`gewu verify --quick`) and never replaces anything. \
        Index files are not included: the program makes them again.

        To restore, stop whatever uses the store, move it and everything whose name begins with its \
        name away, copy FILE and FILE-files there under the store's name, and run `gewu verify`.

        A large import into a store that nobody else has open keeps the store to itself until it is \
        done; a backup waits for it as long as --wait says.
        """,
        """
        写出两样：FILE，即处于同一状态的库；FILE-files，即原样保存的来源文件。FILE 先经检查\
        （`gewu verify --quick`）才得到其名，且绝不取代已有的文件。索引文件不在备份之列，程序会重新生成。

        恢复时，先停止使用库的程序，移走库及所有以其名开头的文件，把 FILE 与 FILE-files 复制到原处\
        并改用库的名字，再运行 `gewu verify`。

        无人打开的库在大批量导入期间由导入独占；备份最多等待 --wait 所给的时间。
        """))
    package static let file = Wording(
      "The file; neither it nor FILE-files may exist.", "备份文件；它和 FILE-files 都不得已存在。")
    package static let wait = Wording(
      "How many seconds to wait for a large load that keeps the store to itself.",
      "等待独占库的大批量导入的秒数。")
  }
}
