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
