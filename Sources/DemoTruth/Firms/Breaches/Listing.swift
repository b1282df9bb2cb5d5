/// An entry in a list of breaches: a dated fact.
package struct Listing: Sendable {
  package enum List: UInt8, Sendable {
    /// 经营异常名录.
    case irregular
    /// 严重违法失信名单.
    case serious
    /// 非正常户.
    case missingTaxpayer
  }

  package enum Reason: UInt8, Sendable {
    case noReport, notFound, falseNotice, noNotice
    /// On the list of irregular operation for three years.
    case threeYears
    /// A heavy penalty for food or drugs.
    case heavyPenalty
    case noDeclaration
  }

  package enum End: UInt8, Sendable {
    case none, reported, found, deregistered, corrected, term, declared
  }

  package var firm: Int32
  package var from: Int32
  /// The day of removal, or ``Firm/open``.
  package var to: Int32
  /// The place among the entries of its list and year, from 1.
  package var serial: Int32 = 0
  package var list: List
  package var reason: Reason
  package var end: End
}

/// A penalty that the market supervision imposed.
package struct Penalty: Sendable {
  package enum Cause: UInt8, Sendable {
    case food, drugs, quality, advertising, prices, noLicence, competition, other
  }

  package var firm: Int32
  /// Decided on.
  package var day: Int32
  /// The place among the decisions of its year, from 1.
  package var serial: Int32 = 0
  /// The fine in yuan; 0 for a warning.
  package var fine: Int32
  /// What was earned by it and is taken, in fen.
  package var gains: Int32
  package var cause: Cause
  /// Whether a complaint led to it, else an inspection.
  package var isByComplaint: Bool
}

/// Tax that a firm owes.
package struct TaxDebt: Sendable {
  package enum Tax: UInt8, Sendable {
    case valueAdded, corporate, personal, property, landUse, gains
  }

  package var firm: Int32
  package var from: Int32
  /// Paid on, or ``Firm/open``.
  package var to: Int32
  /// In yuan.
  package var amount: Int32
  package var tax: Tax
}

/// A judgement that a person or firm did not comply with, as the court published it.
package struct Judgement: Sendable {
  /// A place in `firms.list`, or in `people`; the other one is -1.
  package var firm: Int32
  package var person: Int32
  /// Published on, and the day on which it was complied with, or ``Firm/open``.
  package var day: Int32
  package var until: Int32
  /// In yuan.
  package var amount: Int32
  /// The place among the cases of the year; debtors of one case share it.
  package var serial: Int32 = 0
  package var isPartlyMet: Bool
  /// 0 the court of the district, 1 that of the city, 2 and more of other districts.
  package var court: UInt8
}
