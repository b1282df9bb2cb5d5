import Tabular

extension NetCrosswalk {
  /// The rows as CSV in UTF-8, with their measure and generations on every row; what is in no cell
  /// has an empty code.
  public var csv: [UInt8] {
    var writer = CSVWriter()
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
