package import Files
import Foundation
package import GRDB

extension SystemReason {
  /// What SQLite says of a failure.
  package init(sqlite error: DatabaseError) {
    self = .sqlite(
      code: error.resultCode.rawValue, text: error.message ?? error.resultCode.description)
  }

  /// Why Foundation could not do something with a file: the system's error below its own where it
  /// names one, else the one that its code stands for.
  package init(_ error: any Error) {
    switch error {
    case let error as DatabaseError: self.init(sqlite: error)
    case let error as POSIXError: self = .system(error.code.rawValue)
    case let error as CocoaError:
      self = Self.code(of: error).map(SystemReason.system) ?? .said(error.localizedDescription)
    default: self = .said(error.localizedDescription)
    }
  }

  private static func code(of error: CocoaError) -> Int32? {
    if let below = error.userInfo[NSUnderlyingErrorKey] {
      if let below = below as? POSIXError { return below.code.rawValue }
      if let below = below as? NSError, below.domain == NSPOSIXErrorDomain {
        return Int32(below.code)
      }
    }
    return switch error.code {
    case .fileNoSuchFile, .fileReadNoSuchFile: ENOENT
    case .fileReadNoPermission, .fileWriteNoPermission: EACCES
    case .fileWriteFileExists: EEXIST
    case .fileWriteOutOfSpace: ENOSPC
    case .fileWriteVolumeReadOnly: EROFS
    case .fileReadTooLarge: EFBIG
    case .fileReadInvalidFileName, .fileWriteInvalidFileName: EINVAL
    case .fileReadUnknown, .fileWriteUnknown, .fileReadCorruptFile: EIO
    default: nil
    }
  }
}
