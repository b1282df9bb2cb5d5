extension CodeGrammar {
  /// What is wrong with a code; nil for nothing.
  ///
  /// - Parameters:
  ///   - isLowest: whether the cell is one of the lowest level, which has the whole code.
  ///   - parent: the code of the cell above, which the code has to begin with; nil where it is not
  ///     known.
  public func fault(of code: String, isLowest: Bool, parent: String? = nil) -> CodeFault? {
    guard !segments.isEmpty else { return nil }
    guard code.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
      return CodeFault(code: code, reason: .notDigits)
    }
    let fault = isLowest ? wholeFault(of: code) : upperFault(of: code)
    return fault ?? parent.flatMap { parentFault(of: code, isLowest: isLowest, parent: $0) }
  }

  /// Whether a whole code is that of a cell in a village: its community segment is 200…399, as the
  /// statistical division codes have it; nil where the code does not tell.
  public func isRural(_ code: String) -> Bool? {
    guard fault(of: code, isLowest: true) == nil, division.count == 3 else { return nil }
    let start = segments[..<(division.upperBound - 1)].reduce(0) { $0 + $1.length }
    return Int(code.dropFirst(start).prefix(3)).map { 200..<400 ~= $0 }
  }

  private func wholeFault(of code: String) -> CodeFault? {
    guard code.count == length else {
      return CodeFault(code: code, reason: .length(code.count, instead: [length]))
    }
    return segmentFault(of: code, segments[...])
  }

  /// A cell above has the beginning of the division code, or that filled up with zeros.
  private func upperFault(of code: String) -> CodeFault? {
    let parts = segments[division]
    let ends = Self.ends(of: parts)
    guard ends.contains(code.count) else {
      return CodeFault(code: code, reason: .length(code.count, instead: ends))
    }
    let significant = Self.significant(code, ends: ends)
    let count = (ends.firstIndex(of: significant.count) ?? 0) + 1
    return segmentFault(of: significant, parts.prefix(count)).map {
      CodeFault(code: code, reason: $0.reason)
    }
  }

  private func segmentFault(of code: String, _ parts: ArraySlice<Segment>) -> CodeFault? {
    var rest = code[...]
    for part in parts {
      let text = rest.prefix(part.length)
      rest = rest.dropFirst(part.length)
      if let number = Int(text), part.range.contains(number) { continue }
      let (low, high) = (
        Self.padded(part.range.lowerBound, part.length),
        Self.padded(part.range.upperBound, part.length)
      )
      return CodeFault(
        code: code, reason: .segment(part.meaning, String(text), low: low, high: high))
    }
    return nil
  }

  private func parentFault(of code: String, isLowest: Bool, parent: String) -> CodeFault? {
    let ends = Self.ends(of: segments[division])
    let begin = Self.significant(parent, ends: ends)
    let skipped = isLowest ? segments[..<division.lowerBound].reduce(0) { $0 + $1.length } : 0
    guard !code.dropFirst(skipped).hasPrefix(begin) else { return nil }
    return CodeFault(code: code, reason: .parent(begin, after: skipped))
  }

  /// The code without the zeros that whole segments at its end are filled up with.
  private static func significant(_ code: String, ends: [Int]) -> String {
    var code = code
    while let last = ends.last(where: { $0 < code.count }),
      code.dropFirst(last).allSatisfy({ $0 == "0" })
    {
      code = String(code.prefix(last))
    }
    return code
  }

  private static func ends(of parts: ArraySlice<Segment>) -> [Int] {
    var end = 0
    return parts.map { part in
      end += part.length
      return end
    }
  }

  private static func padded(_ number: Int, _ length: Int) -> String {
    let digits = "\(number)"
    return String(repeating: "0", count: max(0, length - digits.count)) + digits
  }
}
