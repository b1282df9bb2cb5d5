internal import Grids

/// The functions that `include/gewu.h` declares: global ones, for only those can have a name of C.
enum CInterface {
  /// `GEWU_ABI_VERSION` of `include/gewu.h`.
  static let version: Int32 = 1
}

/// `gewu_abi_version` of `include/gewu.h`.
@_cdecl("gewu_abi_version")
public func abiVersion() -> Int32 { CInterface.version }

/// `gewu_open` of `include/gewu.h`.
@_cdecl("gewu_open")
public func openIndex(
  _ path: UnsafePointer<CChar>?, _ error: UnsafeMutablePointer<CChar>?, _ errorSize: Int
) -> OpaquePointer? {
  guard let path else {
    CText.write(CWords.noPath, to: error, size: errorSize)
    return nil
  }
  let name = String(cString: path)
  do throws(LocatorFileError) {
    return try GewuIndex(mapping: name).opened()
  } catch let fault {
    CText.write(CWords.text(of: fault), to: error, size: errorSize)
    return nil
  }
}

/// `gewu_close` of `include/gewu.h`.
@_cdecl("gewu_close")
public func closeIndex(_ index: OpaquePointer?) {
  if let index { GewuIndex.close(index) }
}

/// `gewu_cell_count` of `include/gewu.h`.
@_cdecl("gewu_cell_count")
public func cellCount(_ index: OpaquePointer) -> Int32 {
  Int32(clamping: GewuIndex.ask(index) { $0.cellCount })
}

/// `gewu_code` of `include/gewu.h`.
@_cdecl("gewu_code")
public func code(
  _ index: OpaquePointer, _ cell: Int32, _ buffer: UnsafeMutablePointer<CChar>?, _ size: Int
) -> Int32 {
  guard let code = GewuIndex.ask(index, { $0.code(of: cell) }) else {
    if let buffer, size > 0 { buffer[0] = 0 }
    return -1
  }
  return CText.write(code, to: buffer, size: size)
}

/// Text for a buffer of C.
enum CText {
  /// Writes as many whole characters of UTF-8 as fit, and a zero byte after them.
  ///
  /// - Returns: the number of bytes of the whole text, without the zero byte.
  @discardableResult
  static func write(
    _ text: String, to buffer: UnsafeMutablePointer<CChar>?, size: Int
  ) -> Int32 {
    let bytes = Array(text.utf8)
    if let buffer, size > 0 {
      var end = min(bytes.count, size - 1)
      // A byte 10xxxxxx goes on with a character, which then does not fit whole.
      while end > 0, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end -= 1 }
      for place in 0..<end { buffer[place] = CChar(bitPattern: bytes[place]) }
      buffer[end] = 0
    }
    return Int32(clamping: bytes.count)
  }
}
