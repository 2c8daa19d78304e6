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
        .target(name: "LargeSchema"),
        .target(
            name: "ItemList",
            dependencies: [
                .product(name: "GraphQLEngine", package: "rollcall"), .product(name: "JSON", package: "rollcall"),
            ]
        ),
        .executableTarget(
            name: "EngineBenchmark",
            dependencies: ["ItemList", "LargeSchema", .product(name: "GraphQLEngine", package: "rollcall")]
        ),
        .executableTarget(
            name: "ExecutionBenchmark",
            dependencies: ["ItemList", .product(name: "GraphQLEngine", package: "rollcall")]
        ),
        .executableTarget(
            name: "ValidationBenchmark",
            dependencies: [.product(name: "GraphQLEngine", package: "rollcall")]
        ),
        .executableTarget(
            name: "SchemaBenchmark",
            dependencies: ["LargeSchema", .product(name: "GraphQLEngine", package: "rollcall")]
        ),
        .executableTarget(
            name: "TokenBenchmark",
            dependencies: [.product(name: "Auth", package: "rollcall"), .product(name: "Time", package: "rollcall")]
        ),
        .executableTarget(
            name: "BareServer",
            dependencies: [.product(name: "Hummingbird", package: "hummingbird")]
        ),
    ]
)
