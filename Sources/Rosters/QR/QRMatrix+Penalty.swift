extension QRMatrix {
  /// How hard the code is to read, by the four features of section 7.8.3.
  var penalty: Int {
    let size = version.size
    var penalty = 0
    for line in 0..<size {
      penalty += Self.penalty(ofLine: (0..<size).map { modules[line * size + $0] })
      penalty += Self.penalty(ofLine: (0..<size).map { modules[$0 * size + line] })
    }
    for row in 0..<size - 1 {
      for column in 0..<size - 1 {
        let corner = modules[row * size + column]
        let isBlock =
          corner == modules[row * size + column + 1]
          && corner == modules[(row + 1) * size + column]
          && corner == modules[(row + 1) * size + column + 1]
        if isBlock { penalty += 3 }
      }
    }
    let dark = modules.count { $0 }
    return penalty + abs(dark * 20 - modules.count * 10) / modules.count * 10
  }

  /// Runs of five and more modules, and what looks like a finder pattern.
  private static func penalty(ofLine line: [Bool]) -> Int {
    var penalty = 0
    var run = 0
    for place in line.indices {
      run = place > 0 && line[place] == line[place - 1] ? run + 1 : 1
      if run == 5 { penalty += 3 } else if run > 5 { penalty += 1 }
    }
    let finder = [true, false, true, true, true, false, true]
    guard line.count >= 11 else { return penalty }
    for start in 0...line.count - 7 where Array(line[start..<start + 7]) == finder {
      let before = start >= 4 && !line[start - 4..<start].contains(true)
      let after = start + 11 <= line.count && !line[start + 7..<start + 11].contains(true)
      if before || after { penalty += 40 }
    }
    return penalty
  }
}
