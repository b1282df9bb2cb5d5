// swift-tools-version: 6.2
import PackageDescription

/// The settings of every target of ours: Swift 6 language mode comes with the
/// tools version, these make the rest of it explicit.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "gewu",
  products: [
    .executable(name: "gewu", targets: ["GewuTool"]),
    .library(name: "Geometry", targets: ["Geometry"]),
    .library(name: "Grids", targets: ["Grids"]),
    .library(name: "HotSpots", targets: ["HotSpots"]),
    // libGewuC.so for other languages; include/gewu.h says what is in it.
    .library(name: "GewuC", type: .dynamic, targets: ["GewuC"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.80.0"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.24.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
  ],
  targets: [
    // Pure core: values in, values out. No store, no server, no clock.
    .target(name: "Geometry"),
    // Days, moments and the clock that is handed in.
    .target(name: "Time"),
    // How files are made, and what makes two paths one file; no Foundation, since the look-up of
    // other languages links it.
    .target(name: "Files"),
    .target(name: "Grids", dependencies: ["Geometry", "Files"]),
    .target(name: "GewuC", dependencies: ["Geometry", "Grids"]),
    .target(name: "HotSpots"),
    // From a written address to an entry of the register.
    .target(name: "Addresses"),
    // From rows of many tables to persons, households, homes, firms and components.
    .target(name: "Subjects"),
    // How nets are staffed: norm and posts in, findings out; and the code on a grid's notice.
    .target(name: "Rosters", dependencies: ["Time"]),
    // Homes whose use of water says more people than are known, beside their peers.
    .target(name: "UseAnomaly", dependencies: ["Time"]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(
      name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    // FreeXL and SQLite in limited child processes: they read files that strangers made.
    .target(
      name: "CConfinedChild",
      linkerSettings: [.linkedLibrary("freexl"), .linkedLibrary("sqlite3")]),
    .target(
      name: "Tabular",
      dependencies: [
        "Geometry", "Files", "Time", "CZlib", "CExpat", "CXlsxWriter", "CConfinedChild",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(
      name: "Datasets",
      dependencies: [
        "Tabular", "Geometry", "Rosters", "Subjects", "Time", "UseAnomaly",
        .product(name: "Yams", package: "Yams"),
      ]),
    // The demonstration: what is true of an invented district, and what its departments send of it.
    .target(name: "DemoTruth", dependencies: ["Geometry", "Time"]),
    .target(
      name: "DemoDistrict",
      dependencies: ["DemoTruth", "Geometry", "Files", "Tabular", "Datasets", "Time"]),

    .systemLibrary(name: "CProj", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
    .target(name: "Projections", dependencies: ["Geometry", "CProj"]),
    // The import without the store: from a file's rows to what is to be written for each.
    .target(
      name: "Intake", dependencies: ["Datasets", "Tabular", "Geometry", "Projections"]),

    // Who may see what: keys, and values sealed under them.
    .systemLibrary(
      name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .target(
      name: "Access",
      dependencies: [
        "COpenSSL",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),

    // The store: the only target that knows SQL.
    .systemLibrary(
      name: "CSpatiaLite", pkgConfig: "spatialite", providers: [.apt(["libspatialite-dev"])]),
    .target(
      name: "Warehouse",
      dependencies: [
        "Access", "Geometry", "Files", "Time", "Addresses", "Subjects", "Datasets", "Rosters",
        "Tabular",
        "Projections",
        "Intake", "CSpatiaLite",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ]),

    // The use cases, and their faces.
    .target(
      name: "Gewu",
      dependencies: [
        "Access", "Geometry", "Files", "Grids", "HotSpots", "Rosters", "Time", "Addresses",
        "Subjects", "UseAnomaly",
        "Tabular",
        "Datasets", "Projections", "Intake", "Warehouse",
      ]),
    // Every sentence, in English and Chinese; only the faces ask for them.
    .target(
      name: "Words",
      dependencies: [
        "Gewu", "Access", "Geometry", "Files", "Grids", "HotSpots", "Rosters", "Time", "Addresses",
        "Subjects", "UseAnomaly",
        "Tabular",
        "Datasets", "Projections",
        "Intake", "Warehouse",
      ]),
    .target(
      name: "Server",
      dependencies: [
        "Gewu", "Words", "Geometry", "HotSpots", "Time", "Tabular", "CZlib",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "Metrics", package: "swift-metrics"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      resources: [.copy("Public")]),
    .executableTarget(
      name: "GewuTool",
      dependencies: [
        "Gewu", "Words", "Server", "Geometry", "Files", "HotSpots", "Rosters", "Datasets", "Intake",
        "DemoDistrict", "CConfinedChild",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ]),

    // What tests of several targets share.
    .target(name: "TestSupport", dependencies: ["UseAnomaly"], path: "Tests/TestSupport"),
    .target(
      name: "DemoSupport", dependencies: ["DemoTruth", "Time", "UseAnomaly"],
      path: "Tests/DemoSupport"),
    .testTarget(name: "TimeTests", dependencies: ["Time"]),
    .testTarget(name: "AddressesTests", dependencies: ["Addresses"]),
    .testTarget(name: "SubjectsTests", dependencies: ["Subjects"]),
    .testTarget(
      name: "UseAnomalyTests",
      dependencies: ["TestSupport", "UseAnomaly", "DemoSupport", "DemoTruth", "Time"]),
    .testTarget(name: "FilesTests", dependencies: ["Files"]),
    .testTarget(
      name: "AccessTests",
      dependencies: ["Access", "COpenSSL", .product(name: "Crypto", package: "swift-crypto")]),
    .testTarget(name: "GeometryTests", dependencies: ["Geometry"]),
    .testTarget(name: "GridsTests", dependencies: ["TestSupport", "Grids", "Geometry"]),
    .testTarget(name: "GewuCTests", dependencies: ["TestSupport", "GewuC", "Grids", "Geometry"]),
    .testTarget(
      name: "HotSpotsTests", dependencies: ["TestSupport", "HotSpots", "Geometry"],
      resources: [.copy("Fixtures")]),
    .testTarget(name: "RostersTests", dependencies: ["TestSupport", "Rosters", "Time"]),
    .testTarget(
      name: "TabularTests",
      dependencies: ["TestSupport", "Tabular", "Geometry", "Files", "DemoDistrict"]),
    .testTarget(
      name: "DatasetsTests",
      dependencies: [
        "TestSupport", "Datasets", "Rosters", "Subjects", "Tabular", "Geometry", "UseAnomaly",
      ]),
    .testTarget(
      name: "DemoTruthTests", dependencies: ["DemoSupport", "DemoTruth", "Geometry", "Time"]),
    .testTarget(
      name: "DemoDistrictTests",
      dependencies: [
        "DemoSupport", "DemoDistrict", "DemoTruth", "Geometry", "Time", "Tabular", "Datasets",
      ]),
    .testTarget(name: "ProjectionsTests", dependencies: ["Projections", "Geometry"]),
    .testTarget(
      name: "IntakeTests",
      dependencies: ["TestSupport", "Intake", "Geometry", "Tabular", "Datasets"]),
    .testTarget(
      name: "WarehouseTests",
      dependencies: [
        "TestSupport", "Warehouse", "Access", "Geometry", "Grids", "Time", "Datasets", "Tabular",
        "Projections", "Intake",
        "DemoDistrict",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Fixtures"]),
    .testTarget(
      name: "GewuTests",
      dependencies: [
        "TestSupport", "Gewu", "Addresses", "Subjects", "Geometry", "Files", "Grids", "HotSpots",
        "Rosters", "UseAnomaly", "DemoTruth",
        "Time", "Datasets",
        "Tabular",
        "Projections",
        "Intake", "Warehouse",
        "DemoDistrict", "DemoSupport", "Words",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "WordsTests",
      dependencies: [
        "TestSupport", "Words", "Gewu", "Geometry", "Files", "Grids", "HotSpots", "Rosters", "Time",
        "Tabular", "Datasets",
        "Projections",
        "Intake", "Warehouse", "Server",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "ServerTests",
      dependencies: [
        "TestSupport", "Server", "Gewu", "Words", "Geometry", "Tabular", "Warehouse",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
      ]),
    .testTarget(name: "GewuToolTests", dependencies: ["TestSupport", "GewuTool"]),
    .testTarget(name: "ArchitectureTests"),
  ]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = (target.swiftSettings ?? []) + strict
}
