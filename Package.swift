// swift-tools-version:6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "rollcall",
    platforms: [.macOS(.v15)],
    products: [
        .library(name: "GraphQLEngine", targets: ["GraphQLEngine"]),
        .library(name: "JSON", targets: ["JSON"]),
        // For the benchmarks.
        .library(name: "Auth", targets: ["Auth"]),
        .library(name: "Time", targets: ["Time"]),
        .executable(name: "rollcall", targets: ["Rollcall"]),
        .executable(name: "rollcall-conformance", targets: ["ConformanceDriver"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-configuration.git", from: "1.4.0"),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types.git", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.2"),
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
    ],
    targets: [
        // Dependencies go one way: Server → Resolvers → Schema → GraphQLEngine → JSON, and beside them
        // Server, Resolvers → Postgres, Auth → Jobs → Postgres and Auth → Mail. Tests/ProjectTests holds it to that.
        .systemLibrary(name: "Clibcurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .systemLibrary(name: "Clibpq", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "Clibjwt", pkgConfig: "libjwt", providers: [.apt(["libjwt-dev"])]),
        .systemLibrary(name: "Clibsodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(name: "Clibresolv"),
        .systemLibrary(name: "Clibunistring", providers: [.apt(["libunistring-dev"])]),
        .target(name: "JSON", swiftSettings: settings),
        .target(name: "Time", swiftSettings: settings),
        .target(name: "Hours", dependencies: ["Time"], swiftSettings: settings),
        .target(
            name: "GraphQLEngine",
            dependencies: ["JSON"],
            exclude: ["README.md"],
            swiftSettings: settings
        ),
        .target(name: "Schema", dependencies: ["GraphQLEngine", "JSON", "Time"], swiftSettings: settings),
        .target(
            name: "Postgres",
            dependencies: ["Clibpq", "Time", .product(name: "Logging", package: "swift-log")],
            swiftSettings: settings
        ),
        .target(name: "Jobs", dependencies: ["JSON", "Postgres", "Time"], swiftSettings: settings),
        .target(
            name: "Files",
            dependencies: [.product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: settings
        ),
        .target(name: "DNS", dependencies: ["Clibresolv"], swiftSettings: settings),
        .target(name: "Mail", dependencies: ["Clibcurl", "JSON", "Time"], swiftSettings: settings),
        .target(
            name: "Auth",
            dependencies: [
                "Clibjwt", "Clibsodium", "Clibunistring", "JSON", "Jobs", "Mail", "Postgres", "Time",
                .product(name: "Crypto", package: "swift-crypto"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "Resolvers",
            dependencies: [
                "Auth", "DNS", "Files", "GraphQLEngine", "Hours", "JSON", "Jobs", "Mail", "Postgres", "Schema", "Time",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "Server",
            dependencies: [
                "Auth", "Files", "GraphQLEngine", "JSON", "Jobs", "Mail", "Postgres", "Resolvers", "Schema", "Time",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),
        .executableTarget(name: "Rollcall", dependencies: ["Server"], swiftSettings: settings),
        .executableTarget(name: "ConformanceDriver", dependencies: ["GraphQLEngine", "JSON"], swiftSettings: settings),
        .executableTarget(name: "SchemaGenerator", dependencies: ["GraphQLEngine"], swiftSettings: settings),
        .target(name: "TestProcesses", path: "Tests/TestProcesses", swiftSettings: settings),
        .testTarget(name: "JSONTests", dependencies: ["JSON"], swiftSettings: settings),
        .testTarget(name: "TimeTests", dependencies: ["Time"], swiftSettings: settings),
        .testTarget(name: "HoursTests", dependencies: ["Hours", "Time"], swiftSettings: settings),
        .testTarget(name: "GraphQLEngineTests", dependencies: ["GraphQLEngine", "JSON"], swiftSettings: settings),
        .testTarget(
            name: "SchemaTests",
            dependencies: ["GraphQLEngine", "JSON", "Schema", "SchemaGenerator", "Time"],
            swiftSettings: settings
        ),
        .testTarget(name: "PostgresTests", dependencies: ["Postgres", "Time"], swiftSettings: settings),
        .testTarget(
            name: "JobsTests",
            dependencies: ["JSON", "Jobs", "Postgres", "Time", .product(name: "Logging", package: "swift-log")],
            swiftSettings: settings
        ),
        .testTarget(name: "FilesTests", dependencies: ["Files"], swiftSettings: settings),
        .testTarget(
            name: "DNSTests",
            dependencies: ["DNS", "TestProcesses"],
            exclude: ["Support/dns_server.py"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "MailTests",
            dependencies: ["JSON", "Mail", "TestProcesses", "Time"],
            exclude: ["Support/smtp_server.py"],
            swiftSettings: settings
        ),
        .testTarget(
            name: "AuthTests",
            dependencies: [
                "Auth", "JSON", "Jobs", "Mail", "Postgres", "Time",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "ResolversTests",
            dependencies: [
                "Auth", "DNS", "Files", "GraphQLEngine", "Hours", "JSON", "Jobs", "Mail", "Postgres", "Resolvers",
                "Schema", "Time",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "ServerTests",
            dependencies: [
                "Auth", "GraphQLEngine", "JSON", "Jobs", "Mail", "Postgres", "Resolvers", "Server", "Time",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings
        ),
        .testTarget(
            name: "IntegrationTests",
            dependencies: [
                "Auth", "Files", "GraphQLEngine", "JSON", "Jobs", "Mail", "Postgres", "Resolvers", "Schema",
                "TestProcesses", "Time",
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: settings
        ),
        .testTarget(name: "ProjectTests", swiftSettings: settings),
    ]
)
