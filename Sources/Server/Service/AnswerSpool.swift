import Glibc
import NIOCore
import Synchronization
import Tabular

/// How much of the answers to batches lies on disk, and how much may.
final class SpoolSpace: Sendable {
  /// The bytes of one answer at most.
  let most: Int
  /// The bytes of all answers at most.
  private let limit: Int
  private let taken = Atomic<Int>(0)

  /// - Parameter most: the bytes of one answer at most; all of them together have four times as many.
  init(most: Int) {
    self.most = most
    limit = 4 * most
  }

  /// The bytes that lie on disk.
  var used: Int { taken.load(ordering: .relaxed) }

  fileprivate func take(_ count: Int) -> Bool {
    guard taken.add(count, ordering: .relaxed).newValue <= limit else {
      give(back: count)
      return false
    }
    return true
  }

  fileprivate func give(back count: Int) { taken.subtract(count, ordering: .relaxed) }
}

/// The answer to a batch while the body still comes in, in a file without a name: a caller may send all
/// before it reads anything.
final class AnswerSpool: Sendable {
  private let descriptor: Int32
  private let space: SpoolSpace
  private let written = Atomic<Int>(0)

  /// - Returns: nil where no file can be made.
  init?(_ space: SpoolSpace) {
    descriptor = NamelessFile.open(in: NamelessFile.temporaryFolder)
    self.space = space
    guard descriptor >= 0 else { return nil }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    space.give(back: count)
  }

  /// The bytes that lie in the file.
  var count: Int { written.load(ordering: .relaxed) }

  /// Appends the whole of `bytes`.
  ///
  /// - Returns: false, with the file as it was, where there is no room for them.
  func append(_ bytes: ByteBuffer) -> Bool {
    let (start, size) = (count, bytes.readableBytes)
    guard start + size <= space.most, space.take(size) else { return false }
    let isWhole = bytes.withUnsafeReadableBytes { bytes in
      var done = 0
      while done < size {
        let result = pwrite(
          descriptor, bytes.baseAddress.map { $0 + done }, size - done, off_t(start + done))
        if result < 0, errno == EINTR { continue }
        guard result > 0 else { return false }
        done += result
      }
      return true
    }
    guard isWhole else {
      space.give(back: size)
      return false
    }
    written.store(start + size, ordering: .relaxed)
    return true
  }

  /// The bytes from `offset` on, at most `most` of them; nil where they cannot be read.
  func bytes(from offset: Int, most: Int) -> ByteBuffer? {
    let wanted = min(most, count - offset)
    var buffer = ByteBuffer()
    while buffer.readableBytes < wanted {
      let missing = wanted - buffer.readableBytes
      let place = off_t(offset + buffer.readableBytes)
      let result = buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: missing) { room in
        max(0, pread(descriptor, room.baseAddress, missing, place))
      }
      if result == 0, errno != EINTR { return nil }
    }
    return buffer
  }
}
