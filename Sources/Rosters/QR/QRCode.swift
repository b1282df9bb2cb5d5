/// A QR code of bytes (ISO/IEC 18004): byte mode, versions 1 to 10, error correction level M.
package struct QRCode: Sendable, Equatable {
  /// 1 to 10.
  package let version: Int
  /// How many modules a side has, without the quiet zone of four modules around it.
  package let size: Int
  /// The mask, 0 to 7.
  package let mask: Int
  /// The modules row by row from the top left; true is dark.
  package let modules: [Bool]

  /// The most bytes that a code has room for.
  package static let largest = 213

  /// The smallest code that holds some bytes; nil where there are more than ``largest``.
  package init?(_ bytes: [UInt8]) {
    guard let plan = QRVersion.all.first(where: { $0.capacity >= bytes.count }) else { return nil }
    self.init(bytes, plan, mask: nil)
  }

  /// - Parameter mask: 0 to 7; that with the least penalty where it is nil.
  init(_ bytes: [UInt8], _ plan: QRVersion, mask wanted: Int?) {
    let codewords = plan.interleaved(QRBits.codewords(of: bytes, in: plan))
    var blank = QRMatrix(plan)
    blank.place(codewords)
    let candidates = (wanted.map { [$0] } ?? Array(0..<8)).map { mask in
      (mask: mask, matrix: blank.masked(mask))
    }
    var best = candidates[0]
    var least = best.matrix.penalty
    for candidate in candidates.dropFirst() {
      let penalty = candidate.matrix.penalty
      if penalty < least { (best, least) = (candidate, penalty) }
    }
    (version, size, mask) = (plan.number, plan.size, best.mask)
    modules = best.matrix.modules
  }

  /// Whether the module of a row and column is dark; false outside.
  package func isDark(_ row: Int, _ column: Int) -> Bool {
    guard 0..<size ~= row, 0..<size ~= column else { return false }
    return modules[row * size + column]
  }

  /// An SVG path of all dark modules, a unit a module, the top left one at (0, 0).
  package var path: String {
    var path = ""
    for row in 0..<size {
      var column = 0
      while column < size {
        let start = column
        while isDark(row, column) { column += 1 }
        if column > start { path += "M\(start) \(row)h\(column - start)v1h-\(column - start)z" }
        column += 1
      }
    }
    return path
  }
}
