// swift-tools-version: 6.2
import PackageDescription

// The locator alone, over the sources of the product (by links), so that a
// benchmark run does not build the store and the server.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "lookup",
  targets: [
    .target(name: "Geometry", swiftSettings: strict),
    .target(name: "Files", swiftSettings: strict),
    .target(name: "Grids", dependencies: ["Geometry", "Files"], swiftSettings: strict),
    .target(name: "Stopwatch", swiftSettings: strict),
    .executableTarget(
      name: "LookupBenchmark", dependencies: ["Grids", "Geometry", "Stopwatch"],
      swiftSettings: strict),
    // A country of grids; scripts/hostile-points.
    .executableTarget(
      name: "CountryBenchmark", dependencies: ["Grids", "Geometry", "Stopwatch"],
      swiftSettings: strict),
    .target(name: "TestSupport", swiftSettings: strict),
    .executableTarget(
      name: "HostilePoints", dependencies: ["TestSupport", "Grids", "Geometry"],
      swiftSettings: strict),
    // scripts/check-coverage.
    .executableTarget(
      name: "CoverageCheck", dependencies: ["Grids", "Geometry"], swiftSettings: strict),
  ]
)
