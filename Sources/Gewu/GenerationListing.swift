public import Warehouse

/// Generations as a list shows them.
public enum GenerationListing {
  /// The headings.
  public static let columns = [
    "generation", "status", "valid", "problems", "created", "activated", "retired",
  ]

  /// The values of one generation, empty where there is none.
  public static func row(of generation: Generation) -> [String] {
    [
      "\(generation.id)", generation.status.rawValue,
      generation.isValid.map { $0 ? "yes" : "no" } ?? "",
      generation.problemCount.map { "\($0)" } ?? "", generation.createdAt,
      generation.activatedAt ?? "", generation.retiredAt ?? "",
    ]
  }
}
