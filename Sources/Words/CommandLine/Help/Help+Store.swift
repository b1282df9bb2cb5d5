extension Help {
  package enum Init {
    package static let command = CommandHelp(
      Wording("Create a store with its levels.", "建立带有层级的库。"),
      discussion: Wording(
        """
        What is personal in it, and source files, are sealed from the first row on. The key is where `gewu help seal` \
        says; where there is none, one is made beside the user's configuration or in the file of --key. A store, and a \
        backup of it, is of no use without its key. An existing file is never overwritten.
        """,
        """
        库中的个人信息和原始文件自第一行起即被密封。密钥的位置见 `gewu help seal`；没有密钥时，在用户配置旁或 --key 指定的文件中生成。\
        没有密钥，库及其备份都无法使用。绝不覆盖已有的文件。
        """))
    package static let srid = Wording(
      "The EPSG code of the reference system for stored geometries.", "库中几何所用坐标系的 EPSG 代码。")
    package static let zone = Wording(
      "The zone in whose days the store counts, as Asia/Shanghai or +08:00; default that of this machine.",
      "库按哪个时区计日，如 Asia/Shanghai 或 +08:00；不指定则用本机时区。")
    package static let sealed = Wording(
      "Seal what is personal, and source files: so it is where nothing else is said.",
      "密封个人信息和原始文件：不指定时即如此。")
    package static let unsealed = Wording(
      "Make no key and seal nothing: for data that is not personal only.", "不配备密钥，不密封：仅限非个人数据。")
    package static let profile = Wording(
      "Seal by these algorithms: aes (AES-256-GCM, SHA-256) or sm (SM4, SM3).",
      "密封所用算法：aes（AES-256-GCM、SHA-256）或 sm（SM4、SM3）。")
    package static let levels = Wording(
      "Comma-separated levels, top first.", "各层级，自上而下，以逗号分隔。")
  }

  package enum Seal {
    package static let command = CommandHelp(
      Wording(
        "Seal what is personal in the store, and look after its key.", "密封库中的个人信息，管理其密钥。"),
      discussion: Wording(
        """
        Sealed are: the fields that manifests mark sensitive, exact positions of data sets of sensitivity 3 and 4, \
        refused rows of both, words, address, contact and files of reports, and the archive of source files. The key is not in the store: it is the file of --key, else of $GEWU_KEY, else the credential gewu-key of a service \
        ($CREDENTIALS_DIRECTORY), else what $GEWU_KEY_COMMAND prints, else the file that was made beside the user's \
        configuration (gewu/keys/STORE.key). A store without its key, and a backup without it, cannot be read where \
        they are sealed; a command that needs the key and has it not ends with 12.
        """,
        """
        密封的内容：清单标明 sensitive 的字段、敏感级别 3 和 4 的精确位置、两者的问题数据、上报中的描述、地址和联系方式及随附文件，以及原始文件存档。密钥不在库中，依次取自：--key 指定的文件、$GEWU_KEY 指定的文件、\
        服务的凭据 gewu-key（$CREDENTIALS_DIRECTORY）、$GEWU_KEY_COMMAND 的输出、用户配置旁生成的文件（gewu/keys/库.key）。\
        没有密钥，库及其备份中密封的内容均无法读取；需要密钥而没有时，命令以 12 结束。
        """))
    package static let store = CommandHelp(
      Wording("Give the store a key and seal what is there.", "为库配备密钥，并密封已有的内容。"),
      discussion: Wording(
        """
        Makes a key where none is found, in a file of mode 0400. Seals in steps: interrupted, it loses nothing, and run \
        again it goes on. The file is then rebuilt (VACUUM), so that nothing of what was in the clear is left in it. \
        Source files are sealed one by one, and the clear ones removed; what is removed is not overwritten on the disk.
        """,
        """
        找不到密钥时生成一个，文件权限为 0400。分步密封：中断不丢失任何内容，再次运行即可继续。\
        完成后重建库文件（VACUUM），文件中不再留有明文。原始文件逐个密封，随后删除明文文件；删除不会覆写磁盘。
        """))
    package static let profile = Wording(
      "The algorithms: aes (AES-256-GCM, SHA-256; the default) or sm (SM4-CTR with HMAC-SM3).",
      "算法：aes（AES-256-GCM、SHA-256，默认）或 sm（SM4-CTR 与 HMAC-SM3）。")
    package static let status = CommandHelp(
      Wording("Say what is sealed and under which versions of the key.", "说明密封的内容及所用的密钥版本。"))
    package static let rotate = CommandHelp(
      Wording(
        "Seal everything anew under a new version of the key.", "启用新的密钥版本，并重新密封全部内容。"),
      discussion: Wording(
        "Interrupted, it loses nothing; run again, it goes on. Afterwards the former version opens nothing any more.",
        "中断不丢失任何内容；再次运行即可继续。完成后旧版本不再能打开任何内容。"))
    package static let newProfile = Wording(
      "The algorithms of the new version: aes or sm; as before where not given.",
      "新版本所用算法：aes 或 sm；不指定则不变。")
    package static let rewrap = CommandHelp(
      Wording(
        "Put the store's keys under another master key; no value changes.",
        "将库的密钥改由另一主密钥保护；不改动任何值。"))
    package static let newKey = Wording(
      "The file of the other key; made where it is not there.", "另一密钥的文件；不存在则生成。")
    package static let recovery = CommandHelp(
      Wording("Print the key, to be kept on paper.", "输出密钥，供纸质保存。"),
      discussion: Wording(
        "Eleven groups of six signs, each with a check of its own, so that a mistake in typing is found.",
        "共 11 组，每组 6 个字符并自带校验，便于发现输入错误。"))
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
