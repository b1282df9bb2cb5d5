import HTTPTypes
import Words

extension Inflater.Fault: ProblemError {
  /// What a caller is told whose body cannot be unpacked.
  var problem: Problem {
    switch self {
    case .damaged(let byte): .badBody(.damagedCoding(byte: byte))
    case .cutShort: .badBody(.cutCoding)
    case .bomb:
      Problem(
        status: .contentTooLarge, code: "too_large", words: .bomb(ratio: Inflater.mostRatio))
    }
  }
}
