import CConfinedChild
import Glibc

/// A program that ran in a confined child, and what it said.
struct ProgramRun {
  /// The number that it ended with; -1 where it did not end by itself.
  private(set) var status: Int32 = -1
  /// Why it did not end by itself.
  private(set) var fact: ChildFact?
  /// The first bytes of what it wrote to its two outputs.
  private(set) var output = ""

  /// How much of what it says is kept, in bytes.
  private static let longestOutput = 16 << 10

  /// Runs a program to its end.
  ///
  /// - Parameters:
  ///   - arguments: its path, and its arguments.
  ///   - environment: all of its environment.
  ///   - folder: where it may write, and nowhere else.
  ///   - memory: the bytes that it may use.
  ///   - seconds: the processor time that it may use.
  ///   - written: the bytes of the largest file that it may write.
  init(
    _ arguments: [String], environment: [String], folder: String, memory: Int, seconds: Int,
    written: Int
  ) {
    let limits = gewu_child_limits(
      memory: UInt64(clamping: memory), processor: UInt64(clamping: seconds),
      written: UInt64(clamping: written))
    var child = gewu_child()
    let code = Self.withTexts(arguments) { arguments in
      Self.withTexts(environment) { gewu_child_run(arguments, $0, folder, limits, &child) }
    }
    guard code == 0 else {
      fact = .noProcess(code: code)
      return
    }
    // Waiting for a disk takes no time of the processor.
    guard let said = Self.read(child.channel, seconds: 60 + 2 * seconds) else {
      _ = gewu_child_end(&child)
      fact = .silent(seconds: 60 + 2 * seconds)
      return
    }
    output = String(decoding: said, as: UTF8.self)
    let ending = gewu_child_wait(&child)
    if ending & 0x7F == 0 { status = ending >> 8 & 0xFF } else { fact = .signal(ending & 0x7F) }
  }

  /// What comes out of a descriptor until its end, cut; nil where there is no end for so long.
  private static func read(_ descriptor: Int32, seconds: Int) -> [UInt8]? {
    var said: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 4096)
    let end = time(nil) + seconds
    while true {
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      let left = end - time(nil)
      guard left > 0 else { return nil }
      let ready = poll(&waiting, 1, Int32(clamping: left * 1000))
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { return nil }
      let count = recv(descriptor, &piece, piece.count, 0)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return said }
      if said.count < longestOutput { said += piece.prefix(count) }
    }
  }

  private static func withTexts(
    _ texts: [String], _ body: (UnsafePointer<UnsafePointer<CChar>?>) -> Int32
  ) -> Int32 {
    let copies = texts.map { strdup($0) }
    defer { for copy in copies { free(copy) } }
    let pointers = copies.map { UnsafePointer($0) } + [nil]
    return pointers.withUnsafeBufferPointer { $0.baseAddress.map(body) ?? EINVAL }
  }
}
