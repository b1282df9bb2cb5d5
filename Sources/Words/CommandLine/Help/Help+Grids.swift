extension Help {
  package enum Grids {
    package static let command = CommandHelp(
      Wording(
        "Load, check, compare, accept, activate, restore, list, show, export and index boundaries.",
        "边界的装载、检查、比较、接受缝隙、启用、恢复、列出、导出和索引。"))
    package static let generation = Wording(
      "The generation, if not the active one.", "边界版本；不指定则为启用的版本。")
    package static let netLevel = Wording(
      "The level; default the lowest one.", "层级；不指定则为最低层级。")
  }

  package enum GridsLoad {
    package static let command = CommandHelp(
      Wording("Load one level into the draft generation.", "把一个层级装载到准备中的版本。"),
      discussion: Wording(
        """
        FILE is GeoJSON, a GeoPackage, a Shapefile (also in a ZIP archive), a format that GDAL reads \
        (KML, MapInfo, DXF and others), or a CSV table of cells without boundaries. \
        Starts a new generation if there is no draft. The parent cell comes from --parent or \
        --parents, otherwise it is the one that contains most of the cell. A level without \
        boundaries of its own takes the union of the cells below.
        """,
        """
        FILE 可以是 GeoJSON、GeoPackage、Shapefile（也可在 ZIP 压缩包中）、GDAL 能读取的格式\
        （KML、MapInfo、DXF 等），或没有边界的单元表（CSV）。没有准备中的版本时新建一个。\
        上级单元由 --parent 或 --parents 给出，否则取包含其面积最多的单元。自身没有边界的层级由下级单元合并得出。
        """))
    package static let level = Wording("The level that the file holds.", "文件所含的层级。")
    package static let code = Wording("The field that holds the code.", "代码字段。")
    package static let name = Wording("The field that holds the name.", "名称字段。")
    package static let parent = Wording(
      "The field that holds the code of the parent cell.", "上级单元的代码字段。")
    package static let parents = Wording(
      "A two-column table: cell code, parent code.", "两列的对照表：单元代码、上级代码。")
    package static let crs = Wording(
      "The reference system of the file, if it is missing or wrong there; datum parameters may follow: 'EPSG:4214 +towgs84=dx,dy,dz'.",
      "文件的坐标系；文件未注明或注明有误时指定；其后可写基准转换参数：'EPSG:4214 +towgs84=dx,dy,dz'。")
    package static let layer = Wording("The layer of a GeoPackage.", "GeoPackage 的图层。")
    package static let encoding = Wording(
      "The encoding of a Shapefile's fields or of a table: utf-8 or gb18030.",
      "Shapefile 字段或表格的编码：utf-8 或 gb18030。")
    package static let merge = Wording(
      "Join features of one code into one cell.", "把编码相同的要素合并为一个单元。")
    package static let activate = Wording(
      "Check the generation and make it the active one.", "检查该版本并启用。")
    package static let anyCode = Wording(
      "Report codes that break the net's grammar instead of refusing them.",
      "不符合该网编码规则的代码只报告，不拒绝。")
  }

  package enum GridsCheck {
    package static let command = CommandHelp(
      Wording("List gaps, overlaps and other boundary errors.", "列出缝隙、重叠和其他边界问题。"),
      discussion: Wording(
        """
        Checks the draft generation, else the active one. Exits with 4 if the coverage is invalid. \
        Places are longitude and latitude in WGS 84. If a data set of households is loaded, grids \
        above their net's household norm, and below half of it, are listed; they are not errors. If a \
        level falls into pieces that do not touch, the cells of the smaller ones are listed as well.

        With --propose or --repair it proposes repairs: positions within --tolerance of each other \
        or of an edge are joined, gaps up to --sliver wide go to the neighbour with the longest shared \
        border, overlaps to the smallest cell that has them. Passes are made until one changes nothing. \
        No cell loses or gains more than --max-share of its area in a pass, or becomes invalid; what \
        cannot be repaired so is left, and stays listed. --propose writes the changes to a GeoJSON file \
        and saves nothing; --repair saves the result as a new generation that is not active, for you to \
        review. The exit code is that of the result: 4 if it is still invalid.
        """,
        """
        检查准备中的版本，没有则检查启用的版本。覆盖无效时退出码为 4。位置为 WGS 84 的经度和纬度。\
        如已装载住户数据，还列出户数超过该网标准或不足其一半的网格；这不算问题。\
        一个层级分为互不相连的几片时，还列出较小各片的单元。

        加 --propose 或 --repair 则给出修补方案：相距或距边在 --tolerance 以内的顶点合为一点，\
        宽度不超过 --sliver 的缝隙归公共边界最长的邻居，重叠归其中最小的单元。修补反复进行，直到不再有改动。\
        任何单元在一遍修补中失去或得到的面积不超过 --max-share，也不会变为无效；不能这样修补的保持原样，仍列为问题。\
        --propose 把改动写入 GeoJSON 文件，不保存；--repair 把结果保存为未启用的新版本，供查看。\
        退出码取决于结果：仍无效时为 4。
        """))
    package static let households = Wording(
      "The data set to count households from, if there are several.", "用于统计户数的数据资源；有多个时指定。")
    package static let gapWidth = Wording(
      "Maximum width of a slit between cells or parts of one, open to the outside, that is an error, in metres; 0 for none.",
      "单元之间或其各部分之间通向外侧的窄缝算作问题的最大宽度，以米计；0 为不查。")
    package static let propose = Wording(
      "Write the proposed repairs to this file (GeoJSON); - for standard output.",
      "把修补方案写入此文件（GeoJSON）；- 为标准输出。")
    package static let repair = Wording(
      "Save the repaired boundaries as a new generation, not active.",
      "把修补后的边界保存为未启用的新版本。")
    package static let tolerance = Wording(
      "How far a position may be moved, in metres.", "顶点最多移动的距离，以米计。")
    package static let sliver = Wording(
      "Maximum mean width of a gap or overlap to close, in metres.",
      "可闭合的缝隙或重叠的最大平均宽度，以米计。")
    package static let maxShare = Wording(
      "Maximum share of its area that a cell may lose or gain in a pass, 0 to 0.5.",
      "单元在一遍修补中最多失去或得到的面积份额，0 至 0.5。")
  }

  package enum GridsActivate {
    package static let command = CommandHelp(
      Wording("Check the draft generation and make it active.", "检查准备中的版本并启用。"),
      discussion: Wording(
        """
        Refused if more than half of the cells of a level would go (--max-shrink). With --at it \
        answers from that moment on. A future moment is remembered: the generation \
        becomes active then, unless something is loaded into it first. `gewu attach` attaches the \
        rows to it.
        """,
        """
        某层级超过一半的单元将注销时拒绝（--max-shrink）。用 --at 则自该时刻起由它回答。将来的时刻会被记下，届时启用，除非此前又向它装载。\
        `gewu attach` 使各行重新落格到它。
        """))
    package static let at = Wording(
      "Effective from: a date (YYYY-MM-DD, its first moment in the store's zone) or a moment (RFC 3339).",
      "生效时间：日期（YYYY-MM-DD，库所在时区的零时）或时刻（RFC 3339）。")
  }

  package enum GridsAccept {
    package static let command = CommandHelp(
      Wording(
        "Declare that a gap is meant to be there: a lake, an enclave.",
        "声明一处缝隙是有意留出的，如湖泊、飞地。"),
      discussion: Wording(
        """
        LONGITUDE and LATITUDE (WGS 84) lie in a gap that cells enclose, as `gewu grids check` lists \
        them. The check then notes the gap instead of finding fault, in every generation that has it \
        there and at most 1 % larger; positions in it stay outside, and the answer says which gap it \
        is. The active generation is checked anew at once.
        """,
        """
        LONGITUDE 和 LATITUDE（WGS 84）位于由单元围成的缝隙中，见 `gewu grids check`。此后检查只提示、\
        不再视为问题，凡在该处有此缝隙且面积增加不超过 1 % 的版本均如此；其中的位置仍为 outside，\
        回答会注明是哪一处缝隙。启用的版本立即重新检查。
        """))
    package static let longitude = Wording("The longitude of a place in the gap.", "缝隙中一点的经度。")
    package static let latitude = Wording("Its latitude.", "其纬度。")
    package static let name = Wording("What people call it.", "名称。")
    package static let list = Wording("List the accepted gaps.", "列出已接受的缝隙。")
    package static let remove = Wording(
      "No longer accept the gap of this number.", "不再接受此编号的缝隙。")
  }

  package enum GridsRestore {
    package static let command = CommandHelp(
      Wording(
        "Make a new generation with the cells of an earlier one.", "以较早版本的单元建立新版本。"),
      discussion: Wording(
        """
        This is how an activation is undone. History stays: the earlier generation keeps its number \
        and its dates. A draft in preparation is set aside, and can be restored later. Without \
        --activate the new generation is a draft, for you to review.
        """,
        """
        用于撤销一次启用。历史不变：较早的版本保留其编号和起止时间。准备中的版本被搁置，以后也可恢复。\
        不加 --activate 时，新版本处于准备中，供查看。
        """))
    package static let generation = Wording(
      "The generation whose cells are wanted.", "要取回其单元的版本。")
    package static let activate = Wording(
      "Check the new generation and make it the active one.", "检查新版本并启用。")
  }

  package enum GridsDiff {
    package static let command = CommandHelp(
      Wording("Compare two generations of boundaries.", "比较两个边界版本。"),
      discussion: Wording(
        """
        Lists, per level, the cells that were added, removed, redrawn (with the area lost and won), \
        renamed, given another parent or another code; then how many current rows per data set, and \
        how many reports, are in a different cell. Neither generation need be active.
        """,
        """
        逐层级列出新增、消失、改划（及失去和得到的面积）、改名、改变上级、改变代码的单元；\
        随后给出每个数据资源有多少当前行、有多少上报换了单元。两个版本都不必是启用的。
        """))
    package static let from = Wording("The earlier generation.", "较早的版本。")
    package static let to = Wording("The later generation.", "较晚的版本。")
    package static let pairs = Wording(
      "Maximum cell pairs listed per data set.", "每个数据资源最多列出的单元对数。")
  }

  package enum GridsList {
    package static let command = CommandHelp(
      Wording("List the generations, or the cells of a level.", "列出边界版本，或一个层级的单元。"))
    package static let level = Wording(
      "List the cells of this level.", "列出此层级的单元。")
  }

  package enum GridsShow {
    package static let command = CommandHelp(
      Wording("Show one cell and the cells above it.", "显示一个单元及其各级上级。"))
    package static let code = Wording("The code of the cell.", "单元的代码。")
    package static let level = Wording(
      "The level, if cells on several levels have the code.", "层级；几个层级都有此代码时指定。")
  }

  package enum GridsExport {
    package static let command = CommandHelp(
      Wording("Write the boundaries of a generation as GeoJSON.", "把一个版本的边界写为 GeoJSON。"))
    package static let file = Wording(
      "The file (.geojson or .json), or - for standard output.",
      "文件（.geojson 或 .json），或 - 为标准输出。")
    package static let level = Wording("Only this level.", "只写此层级。")
  }

  package enum GridsIndex {
    package static let command = CommandHelp(
      Wording(
        "Write the look-up index to a file for your own programs.", "把查询索引写入文件，供自己的程序使用。"),
      discussion: Wording(
        """
        The file answers which cell a position is in, through `include/gewu.h` from any language or \
        `Locator(mapping:)` in Swift; it contains the cell codes. Positions are given in the store's \
        reference system, which is printed. Write it again when boundaries change: the new file \
        replaces the old one at once, and programs that have the old one open keep using it.
        """,
        """
        该文件回答一个位置属于哪个单元：任何语言通过 `include/gewu.h`，Swift 用 `Locator(mapping:)`；\
        单元代码都在其中。位置用库的坐标系给出，命令会打印该坐标系。边界改变后请重新写出：\
        新文件立即取代旧文件，已打开旧文件的程序继续使用旧的。
        """))
    package static let at = Wording(
      "Boundaries as of this date (YYYY-MM-DD) or moment (RFC 3339).",
      "此日期（YYYY-MM-DD）或时刻（RFC 3339）的边界。")
  }
}
