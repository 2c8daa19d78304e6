import Glibc
import GraphQLEngine
import LargeSchema

/// Builds, validates, extends and prints a schema of 1,000 types (370 KB), and one of twice the size: milliseconds of CPU
/// time, the least of 10 rounds, and how much longer the larger one takes.
@main
struct SchemaBenchmark {
    static let steps: [(name: String, run: @Sendable (Inputs) throws -> Void)] = [
        ("parse", { _ = try Document.parse(Source($0.text)) }),
        ("check the document", { precondition(SchemaDocumentValidator.validate($0.document).isEmpty) }),
        ("build", { _ = try Schema.build($0.document, assuming: .validDocument) }),
        ("validate", { precondition(SchemaValidator.validate($0.schema).isEmpty) }),
        ("extend", { _ = try $0.schema.extended(by: $0.further) }),
        ("print", { precondition(!$0.schema.printed().isEmpty) }),
    ]

    /// What the steps start from.
    struct Inputs {
        let text: String
        let document: Document
        let schema: Schema
        let further: Document

        init(typeCount: Int) throws {
            text = LargeSchema.sdl(typeCount: typeCount)
            document = try Document.parse(Source(text))
            schema = try Schema.build(document)
            further = try Document.parse(Source("extend type Query { further: Int }"))
        }
    }

    static func main() throws {
        let once = try Inputs(typeCount: 1_000)
        let twice = try Inputs(typeCount: 2_000)
        for step in steps {
            let time = try milliseconds { try step.run(once) }
            let longer = try milliseconds { try step.run(twice) } / time
            print("\(step.name): \(time) ms, twice the size \(longer) times that")
        }
    }

    static func milliseconds(_ run: () throws -> Void) rethrows -> Double {
        try (0..<10).map { _ in
            let start = processorMilliseconds()
            try run()
            return processorMilliseconds() - start
        }.min() ?? 0
    }

    static func processorMilliseconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec) / 1_000_000
    }
}
