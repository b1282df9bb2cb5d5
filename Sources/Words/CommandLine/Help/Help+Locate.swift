extension Help {
  package enum Locate {
    package static let command = CommandHelp(
      Wording("Find the grid that a position is in.", "查询一个位置属于哪个网格。"),
      discussion: Wording(
        """
        A position on a border line has exactly one grid, always the same one, and the status \
        'border'; the outer border is inside.

        With --input a table is processed: the same rows come out, byte for byte and in order, with \
        the columns grid_code and grid_status added (inside, border, outside, invalid), and with \
        --nets also police_code and police_status for a net of that name. Fields are separated by \
        commas, or by semicolons or tabs if the first line has no comma. '-' is standard input or \
        output.
        """,
        """
        边界线上的位置恰好属于一个网格，每次相同，状态为“border”；外边界算在内。

        用 --input 则处理一张表：各行逐字节、按原次序输出，另加 grid_code 和 grid_status 两列\
        （inside、border、outside、invalid）；加 --nets 时，名为 police 的网另加 police_code 和 police_status。\
        字段以逗号分隔；首行没有逗号时以分号或制表符分隔。“-”为标准输入或标准输出。
        """))
    package static let nets = Wording(
      "Also answer from these nets: 'all' or a comma-separated list.",
      "同时由这些网回答：all，或以逗号分隔的网名。")
    package static let longitude = Wording("The longitude or easting.", "经度或东坐标。")
    package static let latitude = Wording("The latitude or northing.", "纬度或北坐标。")
    package static let crs = Wording(
      "The reference system: EPSG:n, wgs84, cgcs2000, gcj02, bd09 or a definition; datum parameters may follow: 'EPSG:4214 +towgs84=dx,dy,dz'.",
      "坐标系：EPSG:n、wgs84、cgcs2000、gcj02、bd09 或一个定义；其后可写基准转换参数：'EPSG:4214 +towgs84=dx,dy,dz'。")
    package static let at = Wording(
      "Answer as of this date (YYYY-MM-DD) or moment (RFC 3339).",
      "按此日期（YYYY-MM-DD）或时刻（RFC 3339）回答。")
    package static let input = Wording(
      "A table with a header (CSV), or - for standard input.", "有标题行的表（CSV），或 - 为标准输入。")
    package static let output = Wording(
      "Output file for the table, or - for standard output.", "表的输出文件，或 - 为标准输出。")
    package static let longitudeColumn = Wording(
      "The column of the longitude or easting.", "经度或东坐标所在的列。")
    package static let latitudeColumn = Wording(
      "The column of the latitude or northing.", "纬度或北坐标所在的列。")
  }
}
