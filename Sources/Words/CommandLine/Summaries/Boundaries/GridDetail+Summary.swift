package import Gewu

extension GridDetail {
  /// The cells above, the cell itself and what its boundary is.
  package var summary: Wording {
    var details = Details()
    for step in path { details.append(Wording(verbatim: step.level), step.label(between: "  ")) }
    let box = grid.bbox.map { "\($0)" }.joined(separator: " ")
    details.append(Wording("box", "外接矩形"), box)
    if let share = grid.parentShare {
      let percent = Figure.fixed(share * 100, 3)
      details.append(
        Wording("in parent", "在上级内"),
        Wording("\(percent) % of its area", "占其面积的 \(percent) %"))
    }
    details.append(
      Wording("boundary", "边界"),
      grid.isDerived
        ? Wording("union of the cells below", "由下级单元合并") : Wording("as loaded", "按装载的文件"))
    details.append(Wording("generation", "版本"), "\(generation)")
    return details.wording
  }
}

extension GridIndexFile {
  /// What was written, in a sentence.
  package var summary: Wording {
    let sentence = Wording(
      "\(file): \(cells) cells of the level \(level) (net \(net), generation \(generation)), "
        + "\(bytes) bytes; positions in EPSG:\(srid), longitude or easting first",
      "\(file)：层级 \(level) 的 \(cells) 个单元（网 \(net)，版本 \(generation)），"
        + "\(bytes) 字节；位置用 EPSG:\(srid)，经度或东坐标在前")
    guard !isCoverageValid else { return sentence }
    return sentence
      + Wording(
        "; the coverage is invalid, so a position may be in more than one cell",
        "；覆盖无效，一个位置可能同时属于几个单元")
  }
}
