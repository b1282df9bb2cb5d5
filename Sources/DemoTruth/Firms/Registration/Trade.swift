/// A trade: a class of GB/T 4754-2017 with what firms of it are called and may do.
package struct Trade: Sendable {
  /// The class of four digits (GB/T 4754-2017).
  package let code: String
  /// The section, a letter.
  package let section: Character
  /// How long firms of it live, in percent of what firms of their form do.
  let life: Int
  /// Which forms it has: m all, s mostly sole traders, c companies only, b mostly branches, p one
  /// that only public bodies and special forms have.
  let forms: Character
  /// The licences that it needs, a letter each: see ``LicenceKind``.
  let licences: String
  /// The last part of a name, ahead of the legal form.
  let words: [String]
  /// 经营范围.
  package let scope: String
  /// How often premises have it: shop, hall, office, workshop and storage, farm.
  let weights: [Int]

  /// All trades; the place in it is `Firm.trade`.
  package static let all: [Trade] = TradeTable.rows.split(separator: "\n").map(Trade.init)

  /// The place of a class by its four digits.
  package static func place(_ code: String) -> Int {
    all.firstIndex { $0.code == code } ?? 0
  }

  private init(_ row: Substring) {
    let cells = row.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    code = cells[0]
    section = cells[1].first ?? "S"
    life = Int(cells[2]) ?? 100
    weights = (3...7).map { Int(cells[$0]) ?? 0 }
    forms = cells[8].first ?? "m"
    licences = cells[9]
    words = cells[10].split(separator: ",").map(String.init)
    scope = cells[11]
  }

  /// Premises by how trades are spread over them.
  static let groups = (0..<5).map { group in CumulativeWeights(all.map { $0.weights[group] }) }
}
