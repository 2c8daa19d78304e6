// swift-tools-version:6.2
import PackageDescription

let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "rollcall", path: ".."),
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1"),
    ],
    targets: [
        .executableTarget(
            name: "ExecutionBenchmark",
            dependencies: [
                .product(name: "GraphQLEngine", package: "rollcall"), .product(name: "JSON", package: "rollcall"),
            ]
        ),
        .executableTarget(
            name: "ValidationBenchmark",
            dependencies: [.product(name: "GraphQLEngine", package: "rollcall")]
        ),
        .executableTarget(
            name: "SchemaBenchmark",
            dependencies: [.product(name: "GraphQLEngine", package: "rollcall")]
        ),
        .executableTarget(
            name: "BareServer",
            dependencies: [.product(name: "Hummingbird", package: "hummingbird")]
        ),
    ]
)
