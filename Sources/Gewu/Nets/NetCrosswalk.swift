import Tabular

/// How the cells of one net lie in those of another: what each pair has in common.
package struct NetCrosswalk: Sendable, Equatable, Codable {
  package enum Measure: String, Sendable, Codable, CaseIterable {
    /// The ground in square metres.
    case area
    /// The current rows of a data set of households.
    case households
    /// The current rows of a data set of people.
    case people
  }

  /// A net and the generation of it that was asked.
  package struct Side: Sendable, Equatable, Codable {
    package var net: String
    package var generation: Int64
    /// The level of its cells.
    package var level: String
  }

  /// What a cell of the one net and a cell of the other have in common.
  package struct Row: Sendable, Equatable, Codable {
    /// The code of the cell of the first net; nil for what lies in none.
    package var from: String?
    /// The code of the cell of the second net; nil for what lies in none.
    package var to: String?
    /// How much: square metres, or rows.
    package var amount: Double
    /// The same as a share of all that the cell of the first net has.
    package var shareOfFrom: Double?
    /// The same as a share of all that the cell of the second net has.
    package var shareOfTo: Double?

    package enum CodingKeys: String, CodingKey {
      case from, to, amount
      case shareOfFrom = "share_of_from"
      case shareOfTo = "share_of_to"
    }
  }

  package var from: Side
  /// The second net.
  package var to: Side
  package var by: Measure
  /// The data set whose rows are counted.
  package var dataset: String?
  /// How many of its current rows have no position, and are not counted.
  package var unplaced: Int?
  /// The pairs that have anything in common, in the order of their codes; what lies in no cell of a
  /// net comes last.
  package var rows: [Row]
}

extension NetCrosswalk {
  /// Fills in the shares of pairs, and orders them.
  static func rows(_ amounts: [Pair: Double]) -> [Row] {
    var (first, second): ([String: Double], [String: Double]) = ([:], [:])
    for (pair, amount) in amounts.sorted(by: { isBefore($0.key, $1.key) }) {
      if let from = pair.from { first[from, default: 0] += amount }
      if let to = pair.to { second[to, default: 0] += amount }
    }
    return amounts.sorted { isBefore($0.key, $1.key) }.map { pair, amount in
      Row(
        from: pair.from, to: pair.to, amount: amount,
        shareOfFrom: pair.from.flatMap { first[$0] }.map { amount / $0 },
        shareOfTo: pair.to.flatMap { second[$0] }.map { amount / $0 })
    }
  }

  /// A cell of each net, or none.
  struct Pair: Hashable {
    var from: String?
    var to: String?
  }

  private static func isBefore(_ a: Pair, _ b: Pair) -> Bool {
    if a.from != b.from { return isBefore(a.from, b.from) }
    return isBefore(a.to, b.to)
  }

  private static func isBefore(_ a: String?, _ b: String?) -> Bool {
    guard let a else { return false }
    guard let b else { return true }
    return a < b
  }
}

extension NetCrosswalk {
  /// The rows as CSV in UTF-8, with their measure and generations on every row; what is in no cell
  /// has an empty code.
  package var csv: [UInt8] {
    var writer = CSVWriter(isGuarded: true)
    writer.write([
      "from", "to", "amount", "share_of_from", "share_of_to", "by", "dataset", "from_generation",
      "to_generation",
    ])
    for row in rows {
      let numbers = [row.amount, row.shareOfFrom, row.shareOfTo].map { $0.map { "\($0)" } ?? "" }
      writer.write(
        [row.from ?? "", row.to ?? ""] + numbers + [
          by.rawValue, dataset ?? "", "\(from.generation)", "\(to.generation)",
        ])
    }
    return writer.take()
  }
}
