extension FeatureFormat {
  /// The format that the first bytes of a file show, whatever its name says; nil
  /// for any other.
  package init?(sniffing bytes: some Sequence<UInt8>) {
    let head = Array(bytes.prefix(4096))
    if head.starts(with: [0, 0, 0x27, 0x0A]) {
      self = .shapefile
    } else if head.starts(with: "SQLite format 3\0".utf8) {
      self = .geoPackage
    } else {
      let text = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
      let blank: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, 0x1E]
      guard text.first(where: { !blank.contains($0) }) == 0x7B else { return nil }
      self = .geoJSON
    }
  }
}
