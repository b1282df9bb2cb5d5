import Foundation
import Synchronization
import Tabular

/// The SHA-256 of a file, computed on a thread of its own while other work goes on.
final class ImportDigest: Sendable {
  private let result = Mutex<String?>(nil)
  private let done = DispatchSemaphore(value: 0)

  init(_ file: FileBytes) {
    Thread.detachNewThread { [self] in
      let digest = ContentHash.sha256(file.bytes)
      result.withLock { $0 = digest }
      done.signal()
    }
  }

  /// The digest; waits until it is there.
  func wait() -> String {
    done.wait()
    done.signal()
    return result.withLock { $0 ?? "" }
  }
}
