/// How a confined child process failed to read a file.
package enum ChildFact: Hashable, Sendable {
  /// None can be started, with the system's `errno`.
  case noProcess(code: Int32)
  case silent(seconds: Int)
  case noAnswer
  case wrongAnswer
  /// It was ended by a signal: it crashed, or used up its time.
  case signal(Int32)
}
