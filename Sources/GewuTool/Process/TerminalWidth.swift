import Foundation
import Glibc

/// How many columns a line of help may take, as the parser sees it.
enum TerminalWidth {
  /// `COLUMNS`, else the width of the terminal, else 80.
  static let current: Int = {
    let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) } ?? 0
    guard columns <= 0 else { return columns }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }()
}
