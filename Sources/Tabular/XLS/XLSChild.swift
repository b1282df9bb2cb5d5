import CXlsChild
import Glibc

/// A child process that reads a workbook; see `CXlsChild.h`.
final class XLSChild {
  /// A sheet as FreeXL describes it.
  struct Sheet {
    var name: String
    var rows: Int
    var columns: Int
  }

  /// What the child says of the rows of a sheet.
  enum Message {
    /// A row begins, counted from 0.
    case row(Int)
    /// A number of a column, counted from 0.
    case number(Int, Double)
    case text(Int, UnsafeRawBufferPointer)
    /// A date or time as FreeXL writes it: `2024-01-31 12:30:00`.
    case date(Int, UnsafeRawBufferPointer)
    /// The sheet is at its end.
    case end
  }

  private let path: String
  private var child = gewu_xls_child()
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var start = 0
  private var end = 0

  /// How long the child may be silent, in milliseconds.
  private static let patience: Int32 = 120_000

  /// Starts a child for a file of `size` bytes.
  init(path: String, size: Int) throws {
    self.path = path
    // FreeXL keeps every cell and every text, some tens of times the bytes of the file.
    let limits = gewu_xls_limits(memory: UInt64(512 << 20) + 64 * UInt64(size), processor: 120)
    let code = gewu_xls_start(path, limits, &child)
    guard code == 0 else {
      throw TabularError(.unreadable, path: path, .workbook(.noProcess(code: code)))
    }
  }

  deinit { _ = gewu_xls_end(&child) }

  /// The sheets; the first thing that the child says.
  func sheets() throws -> [Sheet] {
    switch try byte() {
    case UInt8(ascii: "W"): break
    case UInt8(ascii: "P"):
      throw TabularError(.unknownFormat, path: path, .format(.encryptedWorkbook))
    case UInt8(ascii: "E"): throw broken(.freeXL(code: Int32(bitPattern: try word())))
    default: throw broken(.noAnswer)
    }
    let count = Int(try word())
    return try (0..<count).map { _ in
      let (rows, columns) = (Int(try word()), Int(try word()))
      return Sheet(
        name: String(decoding: try bytes(Int(try word())), as: UTF8.self), rows: rows,
        columns: columns)
    }
  }

  /// Asks for the rows of a sheet.
  func select(_ sheet: Int) throws {
    var place = UInt32(sheet)
    guard send(child.channel, &place, 4, Int32(MSG_NOSIGNAL)) == 4 else {
      throw broken(ending())
    }
  }

  /// The next message; what it points to is valid until the one after.
  func next() throws -> Message {
    switch try byte() {
    case UInt8(ascii: "R"): return .row(Int(try word()))
    case UInt8(ascii: "i"):
      let column = Int(try word())
      return .number(column, Double(Int32(bitPattern: try word())))
    case UInt8(ascii: "d"):
      let column = Int(try word())
      let bits = try bytes(8).loadUnaligned(as: UInt64.self)
      return .number(column, Double(bitPattern: bits))
    case UInt8(ascii: "t"):
      let column = Int(try word())
      return .text(column, try bytes(Int(try word())))
    case UInt8(ascii: "D"):
      let column = Int(try word())
      return .date(column, try bytes(Int(try word())))
    case UInt8(ascii: "Z"): return .end
    case UInt8(ascii: "E"): throw broken(.freeXL(code: Int32(bitPattern: try word())))
    default: throw broken(.wrongAnswer)
    }
  }

  private func byte() throws -> UInt8 { try bytes(1)[0] }

  private func word() throws -> UInt32 { try bytes(4).loadUnaligned(as: UInt32.self) }

  /// The next `count` bytes, waiting for them.
  private func bytes(_ count: Int) throws -> UnsafeRawBufferPointer {
    if end - start < count { try fill(count) }
    defer { start += count }
    return buffer.withUnsafeBytes { UnsafeRawBufferPointer(rebasing: $0[start..<start + count]) }
  }

  private func fill(_ count: Int) throws {
    buffer.replaceSubrange(0..<end - start, with: buffer[start..<end])
    end -= start
    start = 0
    if buffer.count < count {
      buffer.append(contentsOf: repeatElement(0, count: count - buffer.count))
    }
    while end < count {
      var waiting = pollfd(fd: child.channel, events: Int16(POLLIN), revents: 0)
      let ready = poll(&waiting, 1, Self.patience)
      if ready < 0, errno == EINTR { continue }
      guard ready > 0 else { throw broken(.silent(seconds: Int(Self.patience) / 1000)) }
      let (from, room) = (end, buffer.count - end)
      let received = buffer.withUnsafeMutableBytes { bytes in
        bytes.baseAddress.map { recv(child.channel, $0 + from, room, 0) } ?? 0
      }
      if received < 0, errno == EINTR { continue }
      guard received > 0 else { throw broken(ending()) }
      end += received
    }
  }

  /// How the child ended.
  private func ending() -> WorkbookFact.Reading {
    let status = gewu_xls_end(&child)
    return status & 0x7F == 0 ? .noAnswer : .signal(status & 0x7F)
  }

  private func broken(_ reason: WorkbookFact.Reading) -> TabularError {
    TabularError(.malformed, path: path, .workbook(.unreadable(reason)))
  }
}
