import Glibc
import Synchronization
import Time

/// The value of the `Date` field (RFC 9110, section 6.6.1), written once a second.
final class DateField: Sendable {
  private struct Written {
    var second: time_t = 0
    var text = ""
  }

  private let written = Mutex(Written())

  /// Appends the date of now: `Sun, 06 Nov 1994 08:49:37 GMT`.
  func append(to output: inout [UInt8]) { output += text.utf8 }

  /// The date of now: `Sun, 06 Nov 1994 08:49:37 GMT`.
  var text: String {
    let now = time(nil)
    return written.withLock { written in
      if written.second != now || written.text.isEmpty {
        written.second = now
        written.text = Self.text(of: now)
      }
      return written.text
    }
  }

  /// The date of a second since 1970.
  static func text(of second: time_t) -> String {
    let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let moment = Moment(milliseconds: Int64(second) * 1_000)
    let day = moment.day
    return "\(days[day.weekday]), \(Digits.text(day.day, 2)) \(months[day.month - 1]) \(day.year) "
      + "\(moment.text.dropFirst(11).prefix(8)) GMT"
  }
}
