/// What `gewu help` says: the abstract, discussion, options and arguments of each command.
package enum Help {
  package static let root = CommandHelp(
    Wording(
      "Grid registry, departmental data and hot spots for a city district.",
      "区县的网格登记、部门数据与热点分析。"),
    discussion: Wording(
      """
      Data goes to standard output, everything else to standard error. The store is --store PATH, \
      else $GEWU_STORE, else gewu.sqlite in this folder. Every command takes --lang zh or --lang en; \
      without it LC_ALL, LC_MESSAGES or LANG decides. --read-only opens the store without writing \
      anything to it or beside it. --key FILE names the key of a sealed store, see `gewu help seal`.

      Exit codes: 0 done and clean; 1 failed, nothing changed unless the message says so; \
      3 published, and some rows are quarantined; 4 refused, nothing changed; 10 no store there; \
      11 store locked by another writer; 12 the store is sealed and its key is not here; 64 usage; 130 interrupted.
      """,
      """
      数据写到标准输出，其余写到标准错误。库由 --store PATH 指定，否则取 $GEWU_STORE，\
      再否则为当前目录的 gewu.sqlite。每个命令都可加 --lang zh 或 --lang en；\
      不加则按 LC_ALL、LC_MESSAGES 或 LANG。加 --read-only 则只读打开库，\
      不写入库及其旁边的任何文件。--key FILE 指定已密封的库的密钥，见 `gewu help seal`。

      退出码：0 完成且无问题；1 失败，除非另有说明，未作任何改动；3 已发布，有行成为问题数据；\
      4 被拒绝，未作任何改动；10 没有库；11 库正被其他程序写入；12 库已密封而没有密钥；64 用法有误；130 被中断。
      """))

  /// Options that many commands share.
  package enum Shared {
    package static let later = Wording(
      "Leave the subjects as they are; assemble them later, once for all that has changed.",
      "暂不重新归集；可在全部更改之后一次归集。")
    package static let store = Wording(
      "The store; default $GEWU_STORE, else gewu.sqlite.",
      "库；不指定则取 $GEWU_STORE，再否则为 gewu.sqlite。")
    package static let json = Wording("Answer with one JSON document.", "以一个 JSON 文档回答。")
    package static let net = Wording(
      "The net of cells, as listed by `gewu nets list`.", "单元所属的网，见 `gewu nets list`。")
    package static let acceptAccuracy = Wording(
      "Accept positions that may be this many metres off where no transformation between the datums is published.",
      "基准之间没有公布的转换时，接受坐标有此误差（米）。")
    package static let manifests = Wording("The folder of manifests.", "清单所在目录。")
    package static let purpose = Wording(
      "What the personal values are read for; kept in the store.", "读取个人信息的用途；记入库中。")
    package static let unguarded = Wording(
      "In .csv, write text that begins like a formula as it is: for programs, not for spreadsheets.",
      ".csv 中以公式符号开头的文本不加单引号：供程序读取，不宜用电子表格打开。")
    package static let dryRun = Wording("Run without saving anything.", "试运行，不保存任何内容。")
    package static let quiet = Wording("Show no progress.", "不显示进度。")
    package static let at = Wording(
      "As of this date (YYYY-MM-DD) or moment (RFC 3339).", "按此日期（YYYY-MM-DD）或时刻（RFC 3339）。")
    package static let allowInvalid = Wording(
      "Activate even an invalid coverage; look-ups then say so.", "覆盖无效也启用；查询时会注明。")
    package static let maxShrink = Wording(
      "Refuse if more than this share of a level's cells would go, such as 60%.",
      "某层级将注销的单元超过此比例则拒绝，如 60%。")
    package static let file = Wording("The file.", "文件。")
    package static let generation = Wording("The generation.", "边界版本。")
    package static let batch = Wording("The batch number.", "批次编号。")
  }
}
