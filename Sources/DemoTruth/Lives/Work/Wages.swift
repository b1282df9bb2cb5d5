import Time

/// What people earn, yuan a month before tax: the base of pensions, medical insurance and housing fund.
package struct Wages: Sendable {
  /// The mean wage of all who are employed in the province in 2024, a month (the real province of the
  /// model: 99,720 yuan a year for all employed in towns, rounded); it rose by 5 % a year.
  private static let mean2024 = 8_310.0
  private static let growth = 1.05
  private let stream: UInt64

  package init(seed: UInt64) { stream = Draw.stream(seed, "wages") }

  /// The mean of a year, a month; the bases of the insurances are from 60 to 300 % of it.
  package static func mean(_ year: Int) -> Double {
    var mean = mean2024
    for _ in 0..<abs(year - 2024) { mean = year > 2024 ? mean * growth : mean / growth }
    return mean
  }

  /// The wage of a job in a year.
  ///
  /// By occupation, as the statistics of 2023 have the posts of units above a size (managers 203, engineers
  /// 143, clerks 100, services 75 and workers 76 of a hundred of the mean, rounded), and by the person:
  /// the logarithm spreads by 0.3.
  ///
  /// - Parameter isPublic: whether the budget pays: a tenth more.
  package func monthly(_ job: Job, year: Int, isPublic: Bool) -> Double {
    var draw = Draw(stream, Int(job.person))
    let spread = Exact.exp(draw.normal(mean: -0.045, deviation: 0.3))
    let share = Double(job.occupation.wage) / 100 * spread * (isPublic ? 1.1 : 1)
    return (share * Self.mean(year) / 10).rounded() * 10
  }

  /// The base of contributions from each July on: the wage of the year before, within 60 and 300 % of
  /// the mean; of those who came since, the first wage.
  package func base(_ job: Job, on day: Int32, isPublic: Bool) -> Int {
    let date = Day(ordinal: Int(day))
    let year = date.year - (date.month >= 7 ? 1 : 2)
    let (wage, mean) = (monthly(job, year: year, isPublic: isPublic), Self.mean(year))
    return Int(min(max(wage, mean * 0.6), mean * 3).rounded())
  }
}

extension Occupation {
  /// In hundredths of the mean of all.
  var wage: Int {
    switch self {
    case .official: 140
    case .engineer: 145
    case .doctor: 145
    case .teacher: 130
    case .lawyerOrAccountant: 130
    case .artist: 100
    case .clerk: 90
    case .policeman: 110
    case .shopAssistant: 64
    case .driver: 84
    case .courier: 82
    case .cook: 68
    case .waiter: 56
    case .guardOrCleaner: 48
    case .agent: 76
    case .hairdresser: 62
    case .carer: 58
    case .itService: 140
    case .electricianOrPlumber: 94
    case .farmer, .fisher: 44
    case .textileWorker: 66
    case .metalWorker: 78
    case .electronicsWorker: 74
    case .machineOperator: 76
    case .builder: 76
    case .printer: 70
    case .foodWorker: 63
    }
  }
}
