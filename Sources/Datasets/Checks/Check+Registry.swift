extension Check {
  /// The checks of every module: a new module is added here.
  package static let all: [Check] = China.checks

  /// The check of a name; nil where there is none.
  package static func named(_ name: String) -> Check? { all.first { $0.name == name } }
}

/// A reason that a check of one of the modules finds.
package enum CheckReason: Hashable, Sendable, CaseIterable {
  case china(ChinaReason)

  package static let allCases: [CheckReason] = ChinaReason.allCases.map(CheckReason.china)

  /// The reason as its module has it.
  package var code: any CheckCode {
    switch self {
    case .china(let reason): reason
    }
  }
}
