extension Help {
  package enum Init {
    package static let command = CommandHelp(
      Wording("Create a store with its levels.", "建立带有层级的库。"),
      discussion: Wording("An existing file is never overwritten.", "绝不覆盖已有的文件。"))
    package static let srid = Wording(
      "The EPSG code of the reference system for stored geometries.", "库中几何所用坐标系的 EPSG 代码。")
    package static let zone = Wording(
      "The zone in whose days the store counts, as Asia/Shanghai or +08:00; default that of this machine.",
      "库按哪个时区计日，如 Asia/Shanghai 或 +08:00；不指定则用本机时区。")
    package static let levels = Wording(
      "Comma-separated levels, top first.", "各层级，自上而下，以逗号分隔。")
  }

  package enum Verify {
    package static let command = CommandHelp(
      Wording(
        "Verify the store: the file, its indexes, the accounts of all batches.",
        "检查库：文件、索引、各批次的账目。"),
      discussion: Wording(
        """
        Checks every batch's row counts, the row versions it opened and closed, unique keys, columns \
        of another type than the manifest's, refused rows, attachments, staged rows, spatial indexes, and the archive of source files. Changes \
        nothing, and may run while the store is in use. Exits with 1 if anything is wrong.
        """,
        """
        检查每个批次的行数账目、其开启和结束的行版本、主键唯一性、与清单类型不符的列、问题数据、落格、暂存的行、空间索引，\
        以及原始文件存档。不作任何改动，库在使用时也可运行。有任何问题时退出码为 1。
        """))
    package static let quick = Wording(
      "Skip checking the contents of SQLite's indexes.", "不检查 SQLite 索引的内容。")
  }

  package enum Serve {
    package static let command = CommandHelp(
      Wording(
        "Serve look-ups, reports and the map over HTTP.", "通过 HTTP 提供查询、上报和地图。"),
      discussion: Wording(
        """
        Listens on this machine only: there is no access control yet, so any other address is \
        refused. Prints its address. On SIGTERM or Ctrl-C it finishes open requests and stops.
        """,
        """
        只在本机监听：目前没有访问控制，其他地址一律拒绝。启动后打印地址；收到 SIGTERM 或 Ctrl-C 时，\
        答完已开始的请求再停止。
        """))
    package static let host = Wording("The address to listen on.", "监听的地址。")
    package static let port = Wording("The port; 0 picks a free one.", "端口；0 表示任选空闲端口。")
    package static let publicDir = Wording(
      "The folder with the map page; default the one built with the program.",
      "地图页面所在目录；不指定则用程序自带的。")
    package static let logLevel = Wording(
      "Log level for standard error: info, warning or error.",
      "写到标准错误的日志级别：info、warning 或 error。")
  }
}
