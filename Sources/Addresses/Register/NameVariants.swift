/// Characters that are written for each other in names: of one sound, of like shape, or old forms.
///
/// Two names whose folded forms are equal are candidates for one place, never more than that.
public struct NameVariants: Sendable, Hashable {
  private var meant: [UInt32: UInt32] = [:]

  /// No two characters stand for each other.
  public init() {}

  /// Takes a group of characters a line; empty lines and those that begin with "#" do not count.
  ///
  /// A character in two groups joins them.
  public init(lines text: String) {
    for line in text.split(whereSeparator: \.isNewline) where line.first != "#" {
      let group = line.unicodeScalars.map(\.value).filter { $0 > 0x20 }
      guard let smallest = group.map({ meant[$0] ?? $0 }).min() else { continue }
      let joined = Set(group.map { meant[$0] ?? $0 })
      for (scalar, other) in meant where joined.contains(other) { meant[scalar] = smallest }
      for scalar in group { meant[scalar] = smallest }
    }
  }

  /// Whether no group is known.
  public var isEmpty: Bool { meant.isEmpty }

  /// What a character is compared as.
  public func fold(_ scalar: Unicode.Scalar) -> UInt32 { meant[scalar.value] ?? scalar.value }

  /// A name in UTF-8 with each character in the form that is compared; for bytes that are no UTF-8
  /// the bytes themselves.
  public func fold(_ key: [UInt8]) -> [UInt8] {
    guard !meant.isEmpty else { return key }
    var result: [UInt8] = []
    result.reserveCapacity(key.count)
    for scalar in String(decoding: key, as: UTF8.self).unicodeScalars {
      guard let folded = Unicode.Scalar(fold(scalar)) else { return key }
      result.append(contentsOf: UTF8.encode(folded).map(Array.init) ?? [])
    }
    return result
  }
}
