// swift-tools-version: 6.3
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .treatAllWarnings(as: .error),
]

let log = Target.Dependency.product(name: "Logging", package: "swift-log")
let collections = Target.Dependency.product(name: "Collections", package: "swift-collections")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "sundial",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "sundial", targets: ["sundial"]),
        .executable(name: "loadtest", targets: ["loadtest"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-distributed-tracing", from: "1.7.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift", from: "0.2.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0", traits: []),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // The codec of frames, journal records and snapshots.
        .target(name: "Wire", swiftSettings: settings),

        // Core: pure values and machines, no I/O.
        .target(name: "ContactCenter", dependencies: ["Wire"], swiftSettings: settings),
        .target(
            name: "Cluster",
            dependencies: [
                "Wire", collections, lifecycle,
                .product(name: "Instrumentation", package: "swift-distributed-tracing"),
            ],
            swiftSettings: settings),

        // The center: actors over a floor and its journal.
        .target(
            name: "Center",
            dependencies: ["Wire", "ContactCenter", "Cluster", collections, log, lifecycle],
            swiftSettings: settings),

        // Adapters.
        .target(
            name: "Storage",
            dependencies: ["Wire", "Cluster", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: settings),
        .systemLibrary(
            name: "CNATS", pkgConfig: "libnats",
            providers: [.apt(["libnats-dev"]), .brew(["cnats"])]),
        .target(
            name: "ClusterNATS", dependencies: ["CNATS", "Cluster", "Wire", collections], swiftSettings: settings),
        .target(
            name: "ConfigurationFile",
            dependencies: ["ContactCenter", .product(name: "Yams", package: "Yams")],
            swiftSettings: settings),

        .systemLibrary(name: "CICal", providers: [.apt(["libical-dev"]), .brew(["libical"])]),
        .target(name: "CalendarImport", dependencies: ["CICal", "ContactCenter"], swiftSettings: settings),

        // Edges.
        .target(name: "GatewayAPI", swiftSettings: settings),
        .target(
            name: "Gateway",
            dependencies: [
                "ContactCenter", "Cluster", "Center", "GatewayAPI", "ConfigurationFile", log, lifecycle,
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: settings),
        .target(
            name: "GatewayClient",
            dependencies: [
                "GatewayAPI",
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "sundial",
            dependencies: [
                "CalendarImport", "Center", "Cluster", "ClusterNATS", "ConfigurationFile", "ContactCenter", "Gateway",
                "GatewayAPI", "GatewayClient", "Storage", arguments, log, lifecycle, signals,
            ],
            swiftSettings: settings),

        // What is recorded of a run, and the checker over it.
        .target(name: "History", dependencies: ["ContactCenter"], swiftSettings: settings),
        .target(
            name: "Simulation",
            dependencies: ["Wire", "ContactCenter", "Cluster", "Center", "History", log],
            swiftSettings: settings),
        .target(
            name: "LoadHarness",
            dependencies: [
                "CNATS", "Center", "Cluster", "ClusterNATS", "ConfigurationFile", "ContactCenter", "GatewayAPI",
                "GatewayClient", "History", "NATSServerProcess", "Simulation", "Storage", "Wire", collections, log,
                .product(name: "Histogram", package: "hdrhistogram-swift"),
                .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
            ],
            path: "loadtest/Harness",
            swiftSettings: settings),
        .executableTarget(
            name: "loadtest",
            dependencies: ["History", "LoadHarness", "NATSServerProcess", "Simulation", arguments, signals],
            path: "loadtest/Command",
            swiftSettings: settings),

        .testTarget(
            name: "SimulationTests", dependencies: ["ContactCenter", "History", "Simulation"], swiftSettings: settings),
        .testTarget(
            name: "SystemTests", dependencies: ["GatewayAPI", "GatewayClient", "NATSServerProcess", "sundial"],
            swiftSettings: settings),
        .testTarget(name: "TidyTests", swiftSettings: settings),
        .testTarget(name: "WireTests", dependencies: ["Wire"], swiftSettings: settings),
        // A real nats-server, for tests and measurements.
        .target(name: "NATSServerProcess", swiftSettings: settings),
        // What every journal must do, for the tests of each.
        .target(name: "JournalConformance", dependencies: ["Cluster"], swiftSettings: settings),

        // What every transport must do, for the tests of each.
        .target(name: "TransportConformance", dependencies: ["Cluster"], swiftSettings: settings),
        .testTarget(
            name: "ClusterNATSTests",
            dependencies: [
                "Center", "Cluster", "ClusterNATS", "ContactCenter", "JournalConformance", "NATSServerProcess",
                "TransportConformance", "Wire", log, .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "CalendarImportTests", dependencies: ["CICal", "CalendarImport", "ContactCenter", "Wire"],
            swiftSettings: settings),
        .testTarget(name: "ContactCenterTests", dependencies: ["ContactCenter", "Wire"], swiftSettings: settings),
        .testTarget(
            name: "ClusterTests",
            dependencies: [
                "Cluster", "JournalConformance", "TransportConformance", "Wire",
                .product(name: "Instrumentation", package: "swift-distributed-tracing"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "CenterTests", dependencies: ["Center", "Cluster", "ContactCenter", "Wire", lifecycle, log],
            swiftSettings: settings),
        .testTarget(
            name: "StorageTests",
            dependencies: [
                "Cluster", "JournalConformance", "Storage", "Wire", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .testTarget(
            name: "ConfigurationFileTests",
            dependencies: ["ConfigurationFile", "ContactCenter", "Wire"],
            resources: [.copy("Fixtures")],
            swiftSettings: settings),
        .testTarget(
            name: "GatewayTests",
            dependencies: [
                "Center", "Cluster", "ContactCenter", "Gateway", "GatewayAPI", "GatewayClient", log,
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            swiftSettings: settings),
        .testTarget(name: "HistoryTests", dependencies: ["History", "ContactCenter"], swiftSettings: settings),
        .testTarget(
            name: "LoadHarnessTests",
            dependencies: [
                "ConfigurationFile", "ContactCenter", "GatewayAPI", "History", "LoadHarness",
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            swiftSettings: settings),
    ]
)
