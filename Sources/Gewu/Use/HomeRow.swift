import Datasets
import Subjects
import UseAnomaly
import Warehouse

/// A row of a data set by the roles that its fields play.
struct HomeRow {
  var id: Int64
  var isCurrent: Bool
  /// What its home is known by, the surest first.
  var identities: [String]
  private let values: [UseBindings.Role: String]

  init(
    id: Int64, isCurrent: Bool, identities: [String], values: [UseBindings.Role: String]
  ) {
    (self.id, self.isCurrent, self.identities, self.values) = (id, isCurrent, identities, values)
  }

  /// The text of a role, of one with meanings the meaning; empty for none.
  subscript(role: UseBindings.Role) -> String { values[role] ?? "" }

  func day(_ role: UseBindings.Role) -> Int32? {
    let text = self[role]
    return text.isEmpty ? nil : CivilDay.read(ArraySlice(text.utf8.prefix(10)))
  }

  func number(_ role: UseBindings.Role) -> Double? {
    Double(self[role]).flatMap { $0.isFinite ? $0 : nil }
  }

  /// Whether it holds on a day: begun, and not over.
  func holds(on day: Int32) -> Bool {
    (self.day(.from).map { $0 <= day } ?? true) && (self.day(.to).map { $0 >= day } ?? true)
  }

  /// Whether it happened in so many days up to one; always where the file does not say when.
  func happened(upTo day: Int32, within days: Int?) -> Bool {
    guard let at = self.day(.at) else { return days == nil }
    return at <= day && (days.map { Int(day) - Int(at) < $0 } ?? true)
  }

  var use: Home.Use? {
    switch self[.use] {
    case "dwelling": .dwelling
    case "dormitory": .dormitory
    case "institution": .institution
    case "": nil
    default: .other
    }
  }

  var metering: Home.Metering {
    switch self[.metering] {
    case "shared": .shared
    case "several": .several
    default: .own
    }
  }

  var reading: Reading.Kind {
    switch self[.reading] {
    case "read": .read
    case "estimated": .estimated
    case "caught_up": .caughtUp
    case "changed": .meterChanged
    default: .unknown
    }
  }

  /// The place of a line in its account's book; nil where day or volume cannot be read.
  func line(times: Double, isDomestic: Bool) -> Account.Line? {
    guard let day = day(.readOn), let volume = number(.volume) else { return nil }
    return Account.Line(
      row: id, day: day, previous: self.day(.previous), volume: volume * times,
      meter: self[.meter], kind: reading, isDomestic: isDomestic)
  }
}
