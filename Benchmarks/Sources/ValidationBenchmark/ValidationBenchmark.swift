import Glibc
import GraphQLEngine

/// Holds documents that attack a validator to the limits and the rules, at two sizes: milliseconds of CPU time, the least of 10 rounds, and how
/// much longer the document of twice the size takes.
@main
struct ValidationBenchmark {
    static let sdl = "type Query { dog: Dog } type Dog { name: String owner: Human } type Human { pets: [Dog] }"

    static let attacks: [(name: String, document: @Sendable (Int) -> String)] = [
        ("3,000 repeats of a field", { "{ dog { \(repeated("name ", 3_000 * $0)) } }" }),
        (
            "100 x 50 inline fragments",
            { "{ dog { \(repeated("... on Dog { \(repeated("name ", 50)) } ", 100 * $0)) } }" }
        ),
        (
            "200 x 100 fragments",
            { "{ dog { ...F0 } } " + chain(200 * $0) { "\(repeated("name ", 100)) ...F\($0 + 1)" } }
        ),
        (
            "fan-out of 25 levels",
            {
                "{ dog { ...F0 } } "
                    + chain(25 * $0) { "a: owner { pets { ...F\($0 + 1) } } b: owner { pets { ...F\($0 + 1) } }" }
            }
        ),
        ("800 operations", { (0..<800 * $0).map { "query Q\($0) { dog { name } } " }.joined() }),
    ]

    static func main() throws {
        let schema = try Schema.build(try Document.parse(Source(sdl)))
        for attack in attacks {
            let once = try milliseconds(attack.document(1), schema)
            let twice = try milliseconds(attack.document(2), schema)
            print("\(attack.name): \(once) ms, twice the size \(twice / once) times that")
        }
    }

    static func milliseconds(_ text: String, _ schema: Schema) throws -> Double {
        let document = try Document.parse(Source(text))
        return (0..<10).map { _ in
            let start = processorMilliseconds()
            precondition(LimitCheck.check(document, limits: .none).isEmpty)
            precondition(Validator.validate(document, schema: schema).isEmpty)
            return processorMilliseconds() - start
        }.min() ?? 0
    }

    static func repeated(_ text: String, _ count: Int) -> String {
        String(repeating: text, count: count)
    }

    static func chain(_ count: Int, _ body: (Int) -> String) -> String {
        (0..<count).map { "fragment F\($0) on Dog { \(body($0)) } " }.joined() + "fragment F\(count) on Dog { name }"
    }

    static func processorMilliseconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec) / 1_000_000
    }
}
