import Foundation
import Glibc
import Testing

/// A crash writes no memory anywhere: rows of people are in it.
@Suite struct `A crash` {
  /// Ends the program by a signal while it reads a table, where the system would keep cores and the
  /// runtime would print a backtrace with registers and memory.
  private static func script(_ signal: String, _ settings: String = "") -> String {
    """
    ulimit -c unlimited || exit 99
    mkfifo pipe
    SWIFT_BACKTRACE=enable=yes,color=no,registers=all \(settings) \
      "$0" locate --input pipe --output located.csv 2> crash.txt &
    process=$!
    exec 3> pipe
    echo 'lon,lat,phone' >&3
    grep 'core file size' /proc/$process/limits
    kill -\(signal) $process
    wait $process
    echo "status $?"
    """
  }

  @Test(.timeLimit(.minutes(1)), arguments: [("ABRT", 134), ("SEGV", 139), ("ILL", 132)])
  func `leaves neither a core nor a backtrace`(signal: String, status: Int) throws {
    let program = try SmallDistrict.program()

    let outcome = try program.runShell(Self.script(signal))

    try #require(outcome.status != 99, "this system allows no cores: \(outcome.errors)")
    #expect(outcome.output.contains("status \(status)"))
    let limits = outcome.output.split(separator: "\n").first.map { $0.split(separator: " ") } ?? []
    #expect(limits.suffix(3).prefix(2) == ["0", "0"], "\(outcome.output)")
    #expect(try program.read("crash.txt") == "")
    let names = try FileManager.default.contentsOfDirectory(atPath: program.folder.path)
    #expect(!names.contains { $0.hasPrefix("core") })
  }

  /// What proves that the program, and not the system, keeps the test above without one.
  @Test(.timeLimit(.minutes(1)))
  func `is left to the system where a developer asks for that`() throws {
    let program = try SmallDistrict.program()

    let outcome = try program.runShell(Self.script("KILL", "GEWU_CRASH_REPORTS=on"))

    let limits = outcome.output.split(separator: "\n").first.map { $0.split(separator: " ") } ?? []
    #expect(limits.suffix(3).prefix(2) == ["unlimited", "unlimited"], "\(outcome.output)")
  }
}
