/// What neighbouring rows of squares answer.
struct LocatorBand {
  /// The entry of each square, row by row, as if no blocks came before those of the band.
  var entries: ContiguousArray<UInt32> = []
  /// The blocks, one after another; see `LocatorBlock`.
  var blocks: ContiguousArray<UInt32> = []
  /// Where blocks begin that hold entries of their own.
  var dividedPlaces: ContiguousArray<Int> = []

  /// A band without rows, with room for as many squares and words of blocks.
  init(squares: Int = 0, words: Int = 0) {
    entries.reserveCapacity(squares)
    blocks.reserveCapacity(words)
  }

  /// Begins a block; what follows is appended by the caller.
  ///
  /// - Returns: the entry that names the block.
  mutating func begin(_ header: UInt32) -> UInt32 {
    let place = blocks.count
    precondition(place < LocatorBlock.flag, "a locator holds fewer than 2^31 words of blocks")
    blocks.append(header)
    return LocatorBlock.flag | UInt32(place)
  }

  /// An entry where other blocks come before those of the band.
  static func moved(_ entry: UInt32, by words: UInt32) -> UInt32 {
    // The highest bit is 1 where the entry names a block; see `LocatorBlock.flag`.
    entry < LocatorBlock.flag ? entry : entry + words
  }
}
