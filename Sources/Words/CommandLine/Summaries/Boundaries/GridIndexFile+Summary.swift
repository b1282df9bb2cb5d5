package import Gewu

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
