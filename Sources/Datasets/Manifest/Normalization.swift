/// What is done to a text before it is checked and kept.
public enum Normalization: String, Hashable, Sendable, CaseIterable, Codable {
  /// Full-width letters, digits and signs become those of ASCII, the ideographic and the no-break
  /// space a space.
  ///
  /// The part of Unicode's compatibility composition (UAX 15) that spreadsheets in Chinese need;
  /// characters proper are left as they are.
  case nfkc
  /// ASCII letters become capitals.
  case upper
  /// Spaces, hyphens and apostrophes are taken out, as of `0571-8888 8888`.
  case digits
}
