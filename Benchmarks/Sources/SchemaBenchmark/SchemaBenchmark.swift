import Glibc
import GraphQLEngine

/// Builds, validates, extends and prints a schema of 1,000 types (0.5 MB), and one of twice the size: milliseconds of CPU
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
            text = (0..<typeCount).map(SchemaBenchmark.definition).joined(separator: "\n\n") + "\ntype Query { a: T0 }"
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

    /// Objects mostly, with an interface, an enum, an input object and a union among every ten types.
    static func definition(_ index: Int) -> String {
        let ten = index / 10 * 10
        return switch index % 10 {
        case 6: "interface I\(index) { id: ID! }"
        case 7: "enum E\(index) { A B C D\(index) }"
        case 8: "input In\(index) { a: Int = 1 b: [String!] = [\"x\"] e: E\(index - 1) = A n: In\(index) }"
        case 9: "union U\(index) = T\(index - 9) | T\(index - 8)"
        default:
            "\"\"\"Type number \(index)\"\"\"\ntype T\(index) implements I\(ten + 6) {\n  id: ID!\n"
                + (0..<8).map { field($0, of: index) }.joined() + "}"
        }
    }

    static func field(_ number: Int, of index: Int) -> String {
        let (ten, deprecation) = (index / 10 * 10, number == 3 ? " @deprecated(reason: \"Use another\")" : "")
        return "  \"Field \(number) of the type number \(index)\"\n"
            + "  field\(number)(first: Int = 10, filter: In\(ten + 8)): [T\(ten + number % 6)!]!\(deprecation)\n"
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
