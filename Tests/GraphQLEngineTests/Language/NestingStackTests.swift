import GraphQLEngine
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// The deepest nesting that the parser takes is parsed and printed on a stack of 512 KiB.
@Suite struct NestingStackTests {
    private static let depth = ParserOptions().maximumDepth

    static let documents = [
        nested("{a", "{a}", "}", depth - 1), nested("{...", "{a}", "}", depth - 1),
        nested("{... on A @b(c: 1) ", "{a}", "}", depth - 1),
        "{a(b: " + nested("[", "1", "]", depth - 1) + ")}", "{a(b: " + nested("{c: ", "1", "}", depth - 1) + ")}",
        nested("{a(b: 1) ", "{a(b: " + nested("[{c: ", "1", "}]", depth / 4) + ")}", "}", depth / 2 - 1),
        "type A { b: " + nested("[", "C", "]!", depth) + " }",
        "query ($a: B = " + nested("{c: [", "1", "]}", depth / 2) + ") { d }",
    ]

    @Test(arguments: documents)
    func smallStack(text: String) throws {
        let result = Result()
        onSmallStack {
            let printed = try? Document.parse(Source(text)).printed()
            result.printed = printed.flatMap { try? Document.parse(Source($0)).printed() == $0 ? $0 : nil }
        }
        #expect(result.printed?.isEmpty == false)
    }

    private static func nested(_ opening: String, _ inner: String, _ closing: String, _ depth: Int) -> String {
        String(repeating: opening, count: depth) + inner + String(repeating: closing, count: depth)
    }

    /// Written on one thread, read on another after that has ended.
    private final class Result: @unchecked Sendable {
        var printed: String?
    }

    private final class Work {
        let run: () -> Void

        init(_ run: @escaping () -> Void) {
            self.run = run
        }
    }

    private func onSmallStack(_ run: @escaping () -> Void) {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setstacksize(&attributes, 512 * 1_024)
        defer { pthread_attr_destroy(&attributes) }
        var thread = pthread_t()
        let status = pthread_create(
            &thread,
            &attributes,
            { argument in
                guard let argument else { return nil }
                Unmanaged<Work>.fromOpaque(argument).takeRetainedValue().run()
                return nil
            },
            Unmanaged.passRetained(Work(run)).toOpaque()
        )
        #expect(status == 0)
        pthread_join(thread, nil)
    }
}
