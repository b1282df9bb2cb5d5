import Datasets
import DemoTruth
import Tabular
import Time

/// The titles, headings and footers of a file.
struct FileLayout {
  let manifest: Manifest
  /// The name of the district, which stands in titles.
  private let district: String
  /// The fields whose headings are not those of the manifest.
  private(set) var renamed: [Int] = []
  /// One heading for each field, each the name of that field alone.
  private(set) var headings: [String]

  /// - Throws: `DemoError` where a field has no name of its own.
  init(_ manifest: Manifest, form: FileForm, seed: UInt64, district: String) throws {
    (self.manifest, self.district) = (manifest, district)
    var fieldsOfName: [String: Int] = [:]
    for name in manifest.fields.flatMap(\.normalizedNames) { fieldsOfName[name, default: 0] += 1 }
    headings = try manifest.fields.map { field in
      var draw = Draw(Draw.stream(seed, "heading.\(manifest.dataset).\(field.name)"), 0)
      let names = [field.titleChinese].compactMap(\.self) + field.aliases + [field.name]
      let own = names.filter { name in
        !name.isEmpty && fieldsOfName[HeadingText.normalized(name)] == 1
      }
      guard !own.isEmpty else {
        throw DemoError(
          "field \(field.name) of \(manifest.dataset) has no heading that no other field has; "
            + "give it an alias",
          "\(manifest.dataset) 的字段 \(field.name) 没有唯一的表头；请补充别名")
      }
      // A dBASE table keeps ten bytes of a name: five ideographs of GBK, three of UTF-8.
      if form == .shapefile {
        let isWide = manifest.encoding?.name == "utf-8"
        let fitting = own + [field.name]
        return fitting.first { name in
          name.unicodeScalars.reduce(0) { $0 + ($1.isASCII ? 1 : isWide ? 3 : 2) } <= 10
        } ?? field.name
      }
      // Two rows of headings are for headings of two parts.
      if manifest.dialect.headerRows.count > 1,
        let grouped = own.first(where: { name in
          Self.groups.contains { name.hasPrefix($0) && name.count > $0.count }
        })
      {
        return grouped
      }
      return draw.below(100) < 60 ? own[0] : draw.pick(own)
    }
  }

  /// The name of the sheet in a workbook.
  var sheetName: String {
    guard let pattern = manifest.dialect.sheetName else { return "Sheet1" }
    return String(pattern.replacing("*", with: "名单").replacing("?", with: "1").prefix(31))
  }

  /// Whether a title names the month.
  var namesMonth: Bool {
    (manifest.dialect.headerRows.last ?? 0) - manifest.dialect.headerRows.count > 1
  }

  /// The same with new headings for some fields, which no name of the manifest is; nil where there are none.
  func renamed(_ draw: inout Draw) -> FileLayout? {
    var layout = self
    let start = draw.below(headings.count)
    for step in headings.indices where layout.renamed.count < 2 {
      let index = (start + step) % headings.count
      let heading = Self.newHeading(headings[index])
      guard let heading, !manifest.fields.contains(where: { $0.isNamed(heading) }) else { continue }
      layout.headings[index] = heading
      layout.renamed.append(index)
    }
    layout.renamed.sort()
    return layout.renamed.isEmpty ? nil : layout
  }

  /// What a new program of the department calls a column; nil where it keeps the name.
  private static func newHeading(_ heading: String) -> String? {
    let endings = [
      ("号码", "号（唯一）"), ("编号", "标识"), ("编码", "标识码"), ("代码", "码值"), ("名称", "全名"),
      ("姓名", "人员名"), ("日期", "发生日"), ("时间", "时刻"), ("地址", "详细位置"), ("电话", "联系号"),
      ("类型", "所属类"), ("类别", "所属类"), ("状态", "当前情况"), ("单位", "承办机构"),
    ]
    return endings.first { heading.hasSuffix($0.0) }.map { heading.dropLast($0.0.count) + $0.1 }
  }

  /// How many rows stand above the data.
  var headCount: Int { manifest.dialect.headerRows.last ?? 0 }

  /// The rows above the data: titles, then the headings.
  func head(month: Int) -> [HeadRow] {
    let rows = manifest.dialect.headerRows
    guard let last = rows.last else { return [] }
    return (1...last).map { number in
      if number == rows.first { return upperHeadings(isAlone: rows.count == 1) }
      if rows.contains(number) { return lowerHeadings() }
      return title(number, month)
    }
  }

  /// The words that stand above several columns in tables with two rows of headings.
  private static let groups = ["经营指标", "供养情况", "基本情况", "本人", "信息资源"]

  /// The group and the rest of a heading that is put together of both.
  private func parts(_ heading: String) -> (group: String, rest: String)? {
    guard manifest.dialect.headerRows.count > 1, manifest.dialect.headerJoin.isEmpty else {
      return nil
    }
    return Self.groups.first { heading.hasPrefix($0) && heading.count > $0.count }
      .map { ($0, String(heading.dropFirst($0.count))) }
  }

  private func upperHeadings(isAlone: Bool) -> HeadRow {
    var row = HeadRow(cells: headings.map(TableCell.text))
    guard !isAlone else { return row }
    var column = 0
    while column < headings.count {
      guard let group = parts(headings[column])?.group else {
        column += 1
        continue
      }
      var end = column + 1
      while end < headings.count, parts(headings[end])?.group == group { end += 1 }
      for place in column..<end {
        row.cells[place] = place == column ? .text(group) : .empty
      }
      if end - column > 1 { row.merged.append(column...(end - 1)) }
      column = end
    }
    return row
  }

  private func lowerHeadings() -> HeadRow {
    HeadRow(cells: headings.map { heading in parts(heading).map { .text($0.rest) } ?? .empty })
  }

  /// The rows behind the data: sums and signatures.
  func foot(rows: Int) -> [[TableCell]] {
    manifest.footer.prefix(2).enumerated().map { index, start in
      var cells = Array(repeating: TableCell.empty, count: headings.count)
      cells[0] = .text(index == 0 ? start : "\(start)：王某")
      if index == 0, cells.count > 1 { cells[1] = .text("\(rows)") }
      return cells
    }
  }

  private func title(_ number: Int, _ month: Int) -> HeadRow {
    let day = TruthCalendar.day(ofMonth: month)
    let name = manifest.titleChinese ?? manifest.title ?? manifest.dataset
    var cells = Array(repeating: TableCell.empty, count: headings.count)
    cells[0] = .text(number == 1 ? "\(district)\(name)" : "统计时间：\(day.year)年\(day.month)月")
    return HeadRow(cells: cells, merged: number == 1 ? [0...max(0, cells.count - 1)] : [])
  }
}
