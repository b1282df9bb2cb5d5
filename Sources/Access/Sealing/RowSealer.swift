package import Foundation

/// Seals rows of one table on one thread: the same bytes as ``Sealer/seal(_:at:)`` for the place of the row,
/// without an allocation per row.
package final class RowSealer {
  private let cipher: any TextCipher
  private let nonces = RandomBytes()
  private let header: [UInt8]
  /// The header, and the place with the number of the row as its last eight bytes.
  private let bound: UnsafeMutableBufferPointer<UInt8>

  /// - Parameter table: the table that the rows will stand in.
  package init(_ ring: KeyRing, family: String, table: String) throws(CipherError) {
    cipher = try ring.current.sealKey([family]).cipher()
    header = [UInt8](SealedBlob.header(ring.current))
    let place = header + SealPlace(table: table, row: 0).bytes
    bound = .allocate(capacity: place.count)
    _ = bound.initialize(from: place)
  }

  deinit { bound.deallocate() }

  /// Seals a text.
  ///
  /// - Parameters:
  ///   - row: the number of the row that it will stand in.
  ///   - out: room for ``SealedBlob/overhead`` bytes more than the text has.
  package func seal(
    _ text: UnsafeBufferPointer<UInt8>, row: Int64, into out: UnsafeMutablePointer<UInt8>
  ) throws(CipherError) {
    UnsafeMutableRawPointer(bound.baseAddress.unsafelyUnwrapped + bound.count - 8)
      .storeBytes(of: row.bigEndian, as: Int64.self)
    for (index, byte) in header.enumerated() { out[index] = byte }
    let nonce = try nonces.next(SealedBlob.nonceLength)
    (out + header.count).update(from: nonce, count: SealedBlob.nonceLength)
    try cipher.seal(
      text, nonce: nonce, bound: UnsafeBufferPointer(bound),
      into: out + header.count + SealedBlob.nonceLength)
  }

  /// Seals the values of a row.
  package func seal(_ row: SealedRow, at number: Int64) throws(CipherError) -> Data {
    var text = SealedRow.Writer()
    for (field, value) in row.values { text.append(value, field: field) }
    var sealed = Data(count: text.bytes.count + SealedBlob.overhead)
    var fault: CipherError?
    sealed.withUnsafeMutableBytes { out in
      do throws(CipherError) {
        try seal(
          text.bytes, row: number,
          into: out.bindMemory(to: UInt8.self).baseAddress.unsafelyUnwrapped)
      } catch {
        fault = error
      }
    }
    if let fault { throw fault }
    return sealed
  }
}
