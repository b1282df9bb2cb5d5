import Addresses
import Geometry
import Projections
import Time
import Warehouse

extension District {
  /// The entry of the register that a written address means, with its point and its grid.
  ///
  /// - Throws: ``AddressFault`` where no register was loaded.
  package func match(address text: String) throws -> AddressAnswer {
    try addressMatcher().answer(text)
  }

  /// A value that answers for many texts by one version of the register and one generation of the base net.
  package func addressMatcher(grammars: String? = District.grammarFolder) throws -> AddressMatching
  {
    let book = try books.current(at: store.clock.now(), version: registerVersion) { version in
      let reader = try addressReader(Self.rules(of: version), grammars: grammars)
      let transform = try toWGS84()
      return try store.read { session in
        try AddressBook(version, reader: reader, session: session) { try? transform.transform($0) }
      }
    }
    return AddressMatching(book: book, locator: try? pointLocator())
  }
}

/// Answers what written addresses mean.
package struct AddressMatching: Sendable {
  let book: AddressBook
  /// Finds grids; nil where no boundaries are active.
  let locator: PointLocator?
  /// The cells of all levels by their codes; of two that have the same the finer one.
  let areas: [String: PlacedAddress]

  init(book: AddressBook, locator: PointLocator?) {
    (self.book, self.locator) = (book, locator)
    var areas: [String: PlacedAddress] = [:]
    for cells in locator?.index.levels ?? [] {
      for (place, code) in cells.codes.enumerated() {
        areas[code] = PlacedAddress(gridID: cells.rowIDs[place], level: cells.level.name)
      }
    }
    self.areas = areas
  }

  /// The version of the register that answers.
  package var version: Int64 { book.version }

  /// What the register answers to a text.
  package func answer(_ text: String) -> AddressAnswer { answer(text, book.matcher.match(text)) }

  /// What is said of a text for which the register has a result.
  func answer(_ text: String, _ result: MatchResult) -> AddressAnswer {
    AddressAnswer(result, text: text, book: book) { position in
      locator?.answer(
        for: Coordinate(x: position.longitude, y: position.latitude)
      ).grid
    }
  }
}
