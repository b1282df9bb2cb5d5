package import GRDB
package import Time

/// A moment is kept as its text, which SQL compares in the order of time.
extension Moment: DatabaseValueConvertible {
  package var databaseValue: DatabaseValue { text.databaseValue }

  package static func fromDatabaseValue(_ value: DatabaseValue) -> Moment? {
    String.fromDatabaseValue(value).flatMap { Moment(rfc3339: $0) }
  }
}
