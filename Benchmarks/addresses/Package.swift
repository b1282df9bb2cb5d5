// swift-tools-version: 6.2
import PackageDescription

// Parser and relation alone, over the sources of the product (by links), so that a
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
  name: "addresses",
  targets: [
    .target(name: "Addresses", swiftSettings: strict),
    .executableTarget(
      name: "AddressesBenchmark", dependencies: ["Addresses"], swiftSettings: strict),
  ]
)
