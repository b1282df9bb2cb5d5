/// Something that an office wrote down about a firm.
package struct FirmRecord: Sendable {
  package enum Kind: UInt8, Sendable {
    /// 检查: a visit; `grade` is 0 good, 1 with faults, 2 to be corrected.
    case inspection
    /// 行政处罚; `amount` in yuan.
    case penalty
    /// 经营异常名录.
    case abnormal
    /// 严重违法失信名单.
    case serious
    /// 欠税公告; `amount` in yuan.
    case arrears
    /// 非正常户认定.
    case missingTaxpayer
    /// 失信被执行人; `amount` in yuan.
    case dishonest
  }

  package var firm: Int
  package var kind: Kind
  package var day: Int32
  /// The day it was lifted, paid or closed; ``Firm/open`` where it was not.
  package var until: Int32
  /// In words: the cause as the lists of the manifests have it.
  package var cause: String
  package var amount: Int
  package var grade: Int
}

/// The yearly grade of a taxpayer (纳税信用等级).
package enum TaxCredit: String, Sendable { case A, B, M, C, D }
