import Addresses
import Dispatch
import Synchronization
package import Tabular

/// Adds to each row of a table what the register says of the address in one of its columns: class, level, code,
/// standard address, score, faults, what was not used, and the grid where the level is building or better.
package struct AddressColumns: AddedColumns {
  /// How many rows of each class went by.
  package struct Summary: Sendable, Equatable, Codable {
    /// The rows, without the header and blank lines.
    package var rows = 0
    package var equal = 0
    package var sure = 0
    package var unsure = 0
    package var none = 0
    /// Those of class A or B whose level is building or better.
    package var placed = 0
  }

  package private(set) var summary = Summary()
  private let matching: AddressMatching
  private let column: String?
  private let threads: Int
  private var place = 0
  private var texts: [String] = []

  /// - Parameter column: the column with the address; nil for one of the usual names.
  package init(_ matching: AddressMatching, column: String? = nil, threads: Int = 2) {
    self.matching = matching
    self.column = column
    self.threads = max(1, threads)
  }

  package var names: [String] {
    [
      "address_class", "address_level", "address_code", "standard_address", "address_score",
      "address_faults", "address_unused", "grid_code",
    ]
  }

  package mutating func begin(_ columns: TableColumns) throws {
    place = try columns.places(of: [(.address, column)])[0]
  }

  package mutating func take(_ fields: UnsafeBufferPointer<TableField>) {
    texts.append(place < fields.count ? fields[place].string : "")
  }

  package mutating func answer(
    _ text: UnsafeRawBufferPointer, rows: [(end: Int, missing: Int)], delimiter: UInt8,
    to output: inout [UInt8]
  ) {
    var copied = 0
    var fields = CSVWriter(delimiter: delimiter, lineEnd: "")
    for (answer, row) in zip(matching.answers(texts, threads: threads), rows) {
      output.append(contentsOf: text[copied..<row.end])
      copied = row.end
      for _ in 0..<row.missing { output.append(delimiter) }
      output.append(delimiter)
      fields.write(Self.values(answer))
      output += fields.take()
      count(answer)
    }
    output.append(contentsOf: text[copied...])
    texts.removeAll(keepingCapacity: true)
  }

  private static func values(_ answer: AddressAnswer) -> [String] {
    [
      answer.matchClass, answer.level, answer.entry?.code ?? "", answer.entry?.address ?? "",
      "\(answer.score)", answer.faults.map(\.fault).joined(separator: " "),
      answer.unused.joined(separator: " "), answer.grid?.code ?? "",
    ]
  }

  private mutating func count(_ answer: AddressAnswer) {
    summary.rows += 1
    switch answer.matchClass {
    case "A": summary.equal += 1
    case "B": summary.sure += 1
    case "C": summary.unsure += 1
    default: summary.none += 1
    }
    if answer.isPlaced { summary.placed += 1 }
  }
}

extension AddressMatching {
  /// What the register answers to each of some texts, in their order; the same for any number of threads.
  package func answers(_ texts: [String], threads: Int) -> [AddressAnswer] {
    inShares(texts, threads: threads) { texts in
      var run = MatchRun(book.matcher)
      return texts.map { answer($0, run.match($0)) }
    }
  }

  /// What is made of texts in as many shares as there are threads, in the order of the texts.
  func inShares<Answer: Sendable>(
    _ texts: [String], threads: Int, _ work: @Sendable (ArraySlice<String>) -> [Answer]
  ) -> [Answer] {
    guard threads > 1, texts.count >= 2 * threads else { return work(texts[...]) }
    let share = (texts.count + threads - 1) / threads
    let shares = Mutex<[Int: [Answer]]>([:])
    DispatchQueue.concurrentPerform(iterations: threads) { number in
      let first = min(number * share, texts.count)
      let answers = work(texts[first..<min(first + share, texts.count)])
      shares.withLock { $0[number] = answers }
    }
    return shares.withLock { shares in (0..<threads).flatMap { shares[$0] ?? [] } }
  }
}
