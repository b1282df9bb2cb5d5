import Warehouse

/// What an unmasked read of personal values is for, in the words of who reads.
///
/// Values of persons leave the store as they are only for a purpose. It is written down with what was
/// read and how many rows, in the table `operation`, before the answer leaves.
package struct ReadPurpose: Hashable, Sendable {
  /// The most characters that it may have.
  package static let longest = 200

  package let text: String

  /// Takes a text over, without blanks around it.
  ///
  /// - Throws: ``ReadFault`` where nothing can be seen in it, or it is too long.
  package init(_ text: String) throws(ReadFault) {
    let text = String(
      String(text.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }).reversed())
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else { throw .blankPurpose }
    guard text.unicodeScalars.count <= Self.longest else { throw .longPurpose }
    self.text = text
  }
}

/// Why personal values are not given out; nothing was read then.
package enum ReadFault: UseCaseError, Equatable, Sendable {
  /// These tables hold personal values, and nobody said what they are read for.
  case noPurpose(tables: [String])
  /// A purpose in which nothing can be read.
  case blankPurpose
  /// A purpose of more characters than are kept.
  case longPurpose

  package var kind: FailureKind { .invalid }
}

extension District {
  /// Writes down that personal values are read, before they leave.
  ///
  /// - Parameters:
  ///   - objects: what is read, with the rows of each.
  /// - Throws: `StoreError`: of a store that is only read nothing leaves unmasked, since nobody would know.
  func note(_ purpose: ReadPurpose, for objects: [(name: String, rows: Int)]) throws {
    try store.write { session in
      for object in objects {
        try session.noteRead(of: object.name, rows: object.rows, purpose: purpose.text)
      }
    }
  }
}
