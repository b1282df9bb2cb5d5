/// The two ends of an edge, as numbers of vertices: the lower one (by y, then by
/// x) first.
struct EdgeEnds: WordPair {
  var lower: Int32
  var upper: Int32

  var words: (UInt64, UInt64) {
    (UInt64(UInt32(bitPattern: lower)), UInt64(UInt32(bitPattern: upper)))
  }
}
