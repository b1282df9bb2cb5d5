import CConfinedChild
import Files
import Glibc
import Words

/// The arguments that the process was started with, read where the system put them.
///
/// The Swift library finds none where a library that was loaded in front of it has moved the
/// environment, and puts question marks in the place of bytes that are not UTF-8.
enum GivenArguments {
  /// The arguments, the program's name first; of those that are not UTF-8 the bytes are shown.
  static let texts: [String] = pointers.map { VisibleName.escaped($0) ?? String(cString: $0) }

  /// What is wrong with them: one is not UTF-8, whether it names a file or anything else.
  static var fault: UsageError? {
    for pointer in pointers {
      guard let shown = VisibleName.escaped(pointer) else { continue }
      let isOption = strncmp(pointer, "--", 2) == 0
      let value = isOption ? strchr(pointer, Int32(UInt8(ascii: "="))).map { $0 + 1 } : nil
      if access(value.map { UnsafePointer($0) } ?? pointer, F_OK) == 0 {
        let path = value.flatMap { VisibleName.escaped($0) } ?? shown
        return UsageError(wording: Usage.unreadableName(path), isOfFile: true)
      }
      return UsageError(wording: Usage.notUTF8(shown))
    }
    return nil
  }

  private static var pointers: [UnsafePointer<CChar>] {
    var found: [UnsafePointer<CChar>] = []
    while let argument = gewu_argument(Int32(found.count)) { found.append(argument) }
    return found
  }
}
