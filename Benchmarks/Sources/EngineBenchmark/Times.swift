import Glibc
import GraphQLEngine
import ItemList

/// CPU time of what an engine does, in the order in which it does it.
enum Times {
    static func measure(_ inputs: Inputs) async throws {
        let (sdl, query) = (inputs.schema(), inputs.introspectionQuery())
        let document = try Document.parse(Source(bytes: query))
        let definitions = try Document.parse(Source(bytes: sdl))
        let schema = try Schema.build(definitions)
        try await report("parse the introspection query") {
            try Document.parse(Source(bytes: query)).selections.count
        }
        try await report("parse the schema") { try Document.parse(Source(bytes: sdl)).types.count }
        try await report("validate the introspection query") {
            Validator.validate(document, schema: schema).count
        }
        try await report("build the schema from its text") {
            try Schema.build(try Document.parse(Source(bytes: sdl)), assuming: []).types.count
        }
        try await report("build the schema from its document, unchecked") {
            try Schema.build(definitions, assuming: .validDocument).types.count
        }
        try await introspection(document, schema)
        try await items()
    }

    /// The plan is made anew each time, as if the query had not come before.
    private static func introspection(_ document: Document, _ schema: Schema) async throws {
        let executor = Executor(schema: ExecutableSchema<ItemList.Context>(schema: schema))
        try await report("execute and write the introspection") {
            await executor.execute(PreparedDocument(document), ExecutionRequest(), context: ItemList.Context()).body
                .count
        }
    }

    /// The two are measured in turn, because what one leaves of the heap is what the other finds.
    private static func items() async throws {
        let list = ItemList(count: 10_000)
        let schema = try Schema.build(try Document.parse(Source(ItemList.sdl)))
        let executor = Executor(schema: try ExecutableSchema(schema: schema, bindings: list.bindings))
        let document = PreparedDocument(try Document.parse(Source(ItemList.query)))
        var (executed, byHand) = ([Double](), [Double]())
        var (response, expected) = ([UInt8](), [UInt8]())
        for _ in 0..<40 {
            let start = processorMilliseconds()
            let result = await executor.execute(document, ExecutionRequest(), context: ItemList.Context())
            response = result.body
            let middle = processorMilliseconds()
            expected = list.writtenByHand()
            byHand.append(processorMilliseconds() - middle)
            executed.append(middle - start)
        }
        precondition(response == expected)
        printLine("execute and write 10,000 objects", executed, response.count)
        printLine("write 10,000 objects by hand", byHand, expected.count)
    }

    /// Prints a measure of 40 rounds of at least 2 ms each.
    ///
    /// - Parameter run: answers something of its result, which keeps it from being optimized away.
    private static func report(_ name: String, _ run: () async throws -> Int) async throws {
        var result = try await run()
        let warmUp = processorMilliseconds()
        result = try await run()
        let repetitions = max(1, Int(2 / max(processorMilliseconds() - warmUp, 0.000_1)))
        var rounds: [Double] = []
        for _ in 0..<40 {
            let start = processorMilliseconds()
            for _ in 0..<repetitions { result = try await run() }
            rounds.append((processorMilliseconds() - start) / Double(repetitions))
        }
        printLine(name, rounds, result)
    }

    private static func printLine(_ name: String, _ rounds: [Double], _ result: Int) {
        let sorted = rounds.sorted()
        print("\(name)\t\(sorted[0])\t\(sorted[sorted.count / 2])\t\(result)")
    }

    private static func processorMilliseconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec) / 1_000_000
    }
}
