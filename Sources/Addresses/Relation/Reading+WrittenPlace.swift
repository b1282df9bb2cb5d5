extension Reading {
  /// What is written from the road or village down, in one spelling whatever divisions stand before it; empty where
  /// no number below a name is there, or a stretch of the text was not used.
  ///
  /// 临江省云溪市格物区新安街道梅江路135号3幢 and 梅江路一三五号3栋 have the same one. It serves to compare two texts where a
  /// register has neither; that they are one place it does not say, since two towns may have a road of one name.
  public var writtenPlace: [UInt8] {
    guard unused.isEmpty else { return [] }
    var own = elements.filter { element in
      element.kind >= .villageGroup && element.kind <= .room && element.kind != .place
        && !element.source.isEmpty
    }
    // The name of the estate says no more than the number of its door.
    if self[.road] != nil, self[.roadNumber] != nil { own.removeAll { $0.kind == .estate } }
    // A village's numbers say nothing without its name.
    if self[.road] == nil, self[.estate] == nil, let village = self[.community] {
      own.append(village)
    }
    guard own.contains(where: \.kind.isNumber), own.contains(where: { !$0.kind.isNumber }) else {
      return []
    }
    let ordered = own.enumerated().sorted {
      ($0.element.kind, $0.offset) < ($1.element.kind, $1.offset)
    }
    var place: [UInt8] = []
    for (_, element) in ordered {
      place += element.kind.isNumber ? NumberAtom.canonical(element.key) : element.key
      // No key holds a NUL, and no kind is another one's number.
      place += [0, element.kind.rawValue]
    }
    return place
  }
}
