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
    ],
    targets: [
        // Dependencies go one way: Server → Resolvers → Schema → GraphQLEngine → JSON, and beside them
        // Server, Resolvers → Postgres and Auth → Postgres, JSON. Tests/ProjectTests holds it to that.
        .target(name: "JSON", swiftSettings: settings),
        .target(name: "Time", swiftSettings: settings),
        .target(name: "GraphQLEngine", dependencies: ["JSON"], swiftSettings: settings),
        .target(name: "Schema", dependencies: ["GraphQLEngine", "JSON", "Time"], swiftSettings: settings),
        .executableTarget(name: "SchemaGenerator", dependencies: ["GraphQLEngine"], swiftSettings: settings),
        .testTarget(name: "JSONTests", dependencies: ["JSON"], swiftSettings: settings),
        .testTarget(name: "TimeTests", dependencies: ["Time"], swiftSettings: settings),
        .testTarget(name: "GraphQLEngineTests", dependencies: ["GraphQLEngine", "JSON"], swiftSettings: settings),
    ]
)
