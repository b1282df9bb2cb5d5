/// Gi and Gi\* by the formulas with any weights, digit for digit as written.
///
/// The reference for ``GiStar``, which knows binary weights alone.
struct GeneralWeights {
  var values: [Double]
  var rows: [[(cell: Int, weight: Double)]]

  /// Binary rows, the cell itself in each where `withCell`, times a factor a row.
  init(values: [Double], rows: [[Int]], withCell: Bool, factor: (Int, Int) -> Double) {
    self.values = values
    self.rows = rows.enumerated().map { cell, row in
      let window = withCell ? row + [cell] : row
      return window.map { (cell: $0, weight: factor(cell, window.count)) }
    }
  }

  private func sums(_ cell: Int) -> (lag: Double, weight: Double, square: Double) {
    rows[cell].reduce(into: (0, 0, 0)) { sums, link in
      sums.0 += link.weight * values[link.cell]
      sums.1 += link.weight
      sums.2 += link.weight * link.weight
    }
  }

  func giStarZ(_ cell: Int) -> Double {
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n
    let (lag, weight, square) = sums(cell)
    return (lag - weight * mean)
      / (variance.squareRoot() * ((n * square - weight * weight) / (n - 1)).squareRoot())
  }

  func giZ(_ cell: Int) -> Double {
    let n = Double(values.count)
    let own = values[cell]
    let mean = (values.reduce(0, +) - own) / (n - 1)
    let variance = (values.reduce(0) { $0 + $1 * $1 } - own * own) / (n - 1) - mean * mean
    let (lag, weight, square) = sums(cell)
    return (lag - weight * mean)
      / (variance.squareRoot() * (((n - 1) * square - weight * weight) / (n - 2)).squareRoot())
  }
}
