import Datasets
import Foundation
import Testing

@testable import Warehouse

/// People whose values are marked, for tests of what is sealed.
enum SealedPeople {
  /// Values that must be found nowhere in the clear.
  static let canaries = [
    "990101198503121238", "慕容雪见", "云梦泽东路十八号", "canary-secret", "77777",
  ]
  static let header = "id_number,full_name,address,account,amount,born,kind,lon,lat\n"

  static func manifest(_ changes: [(String, String)] = []) throws -> Manifest {
    var text = """
      name: person
      primaryKey: [id_number]
      fields:
        - {name: id_number, constraints: {required: true}, gewu: {sensitive: personal, searchable: true}}
        - {name: full_name, gewu: {sensitive: personal, searchable: true}}
        - {name: address, gewu: {sensitive: personal}}
        - {name: account, gewu: {sensitive: secret}}
        - {name: amount, type: integer, constraints: {minimum: 0}, gewu: {sensitive: personal}}
        - {name: born, type: date, gewu: {sensitive: personal}}
        - {name: kind}
        - {name: lon, type: number}
        - {name: lat, type: number}
      gewu:
        load: full
        location: {x: lon, y: lat, crs: wgs84}
        category: kind
      """
    for (old, new) in changes { text = text.replacingOccurrences(of: old, with: new) }
    return try Manifest(yaml: text, path: "person.yaml")
  }

  static func line(_ number: Int, kind: String = "a", amount: String = "77777") -> String {
    "\(canaries[0])\(number),\(canaries[1])\(number),\(canaries[2])\(number),\(canaries[3])\(number),"
      + "\(amount),1985-03-1\(number % 10),\(kind),5,5\n"
  }

  static func file(_ numbers: ClosedRange<Int>, kind: String = "a") -> String {
    header + numbers.map { line($0, kind: kind) }.joined()
  }

  static func leaks(_ bench: ImportBench) throws -> [String] {
    try canaries.flatMap { canary in try bench.files(with: canary).map { "\($0): \(canary)" } }
      // What is in the archive is sealed for itself.
      .filter { $0.hasPrefix("s.sqlite") }
  }
}

/// Counts how often it was asked.
final class Counter: @unchecked Sendable {
  private let lock = NSLock()
  private var count = 0

  func next() -> Int {
    lock.withLock {
      count += 1
      return count
    }
  }
}
