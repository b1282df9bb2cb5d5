import Gewu

/// A batch of positions going by in one form: give it the next bytes of the body, take the bytes
/// of the answer that are ready.
///
/// What it holds is bounded by the size of a piece and of one position, not by the batch.
protocol BatchStream {
  /// The bytes of the answer that the last piece made ready.
  var output: [UInt8] { get }
  /// The positions so far.
  var summary: LocateTable.Summary { get }
  /// Takes the next piece, of any size; the last one may be empty.
  mutating func take(_ piece: UnsafeRawBufferPointer, isLast: Bool) throws
}

extension LocateTableStream: BatchStream {}
