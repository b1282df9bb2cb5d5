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
      generation.activatedAt ?? generation.activatesAt.map { "(\($0))" } ?? "",
      generation.retiredAt ?? "",
    ]
  }

  /// Whether a generation answers now or from a moment to come on.
  public static func state(of generation: Int64, among all: [Generation]) -> String {
    let moment = all.first { $0.id == generation }?.activatesAt
    return moment.map { "becomes active at \($0)" } ?? "is active"
  }
}
