// swift-tools-version:6.2
import PackageDescription

// The sanitizers are given on the command line (scripts/fuzz), so that they cover the engine too.
let package = Package(
    name: "fuzzing",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "rollcall", path: "..")],
    targets: [
        .executableTarget(
            name: "EngineFuzzer",
            dependencies: [
                .product(name: "GraphQLEngine", package: "rollcall"), .product(name: "JSON", package: "rollcall"),
            ]
        )
    ]
)
