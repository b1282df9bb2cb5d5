import Tabular

/// The texts of a workbook, each kept once (SST, MS-XLS 2.4.265).
struct XLSStringTable {
  private var places: [String: UInt32] = [:]
  private var texts: [String] = []
  private var useCount = 0

  /// The place of a text.
  mutating func place(of text: String) -> UInt32 {
    useCount += 1
    if let place = places[text] { return place }
    let place = UInt32(texts.count)
    places[text] = place
    texts.append(text)
    return place
  }

  /// Adds the table to the globals, in as many records as it takes.
  func write(to records: inout BIFFRecords) {
    var body: [UInt8] = []
    body.appendLittle(UInt32(useCount))
    body.appendLittle(UInt32(texts.count))
    var kind = BIFFKind.strings
    let limit = 8224
    func flush(_ body: inout [UInt8], _ records: inout BIFFRecords) {
      records.add(kind, body)
      body.removeAll(keepingCapacity: true)
      kind = .continuation
    }
    for text in texts {
      var units = Array(text.utf16)[...]
      let isWide = units.contains { $0 > 0xFF }
      let size = isWide ? 2 : 1
      // The head of a text must not be divided from its first character.
      if body.count + 3 + size > limit { flush(&body, &records) }
      body.appendLittle(UInt16(units.count))
      body.append(isWide ? 1 : 0)
      while true {
        var room = (limit - body.count) / size
        // Readers take each record's piece for a text of its own: no pair may be divided.
        if room < units.count, UTF16.isLeadSurrogate(units[units.startIndex + room - 1]) {
          room -= 1
        }
        for unit in units.prefix(room) {
          if isWide { body.appendLittle(unit) } else { body.append(UInt8(unit)) }
        }
        units = units.dropFirst(room)
        guard !units.isEmpty else { break }
        flush(&body, &records)
        // Each further record says again how wide its characters are.
        body.append(isWide ? 1 : 0)
      }
    }
    flush(&body, &records)
  }
}
