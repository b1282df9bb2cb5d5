import Foundation
import Gewu
import Hummingbird

extension JSONText {
  /// The JSON of `value`, its keys in a fixed order.
  static func bytes(of value: some Encodable) throws -> ByteBuffer {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return ByteBuffer(bytes: try encoder.encode(value))
  }
}
