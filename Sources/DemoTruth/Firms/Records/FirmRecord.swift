/// A visit of the market supervision to a firm: 检查.
package struct FirmRecord: Sendable {
  package var firm: Int
  package var day: Int32
  /// What it was about.
  package var cause: String
  /// 0 good, 1 with faults, 2 to be corrected.
  package var grade: Int
}

/// The yearly grade of a taxpayer (纳税信用等级).
package enum TaxCredit: String, Sendable { case A, B, M, C, D }
