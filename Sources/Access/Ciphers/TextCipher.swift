/// Seals many short texts under one key, on one thread.
protocol TextCipher: AnyObject {
  /// Seals a text.
  ///
  /// - Parameters:
  ///   - nonce: 12 bytes, never the same twice under one key.
  ///   - bound: what is authenticated with it.
  ///   - out: room for the sealed text, which is as long as the text, and 16 bytes of tag behind it.
  func seal(
    _ text: UnsafeBufferPointer<UInt8>, nonce: UnsafePointer<UInt8>,
    bound: UnsafeBufferPointer<UInt8>, into out: UnsafeMutablePointer<UInt8>
  ) throws(CipherError)
}
