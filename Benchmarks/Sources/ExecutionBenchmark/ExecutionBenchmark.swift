import Glibc
import GraphQLEngine
import JSON

/// Executes and writes 10,000 objects × 10 scalars from memory, beside a hand-written serializer of the same JSON.
/// Prints milliseconds of CPU time, the least of 20 rounds.
@main
struct ExecutionBenchmark {
    static let sdl = """
        type Query { items: [Item!]! }
        type Item { a: Int! b: Int! c: String! d: String! e: String f: String! g: Boolean! h: Float! i: Int j: ID! }
        """

    struct Item: ObjectRow {
        static let typeName = "Item"
        let number: Int32
        let text: String
    }

    final class Context: RequestContext {
        func dispatch() async {}
        func publicError(for error: any Error) -> GraphQLError { GraphQLError("\(error)") }
    }

    static func main() async throws {
        let items = (0..<10_000).map { Item(number: $0, text: "some text number \($0)") }
        let schema = try Schema.build(try Document.parse(Source(sdl)))
        let executor = Executor(schema: try ExecutableSchema(schema: schema, bindings: bindings(items)))
        let document = PreparedDocument(try Document.parse(Source("{ items { a b c d e f g h i j } }")))
        let plan = try document.plan(operation: 0, schema: schema, access: OpenAccess(), variables: .none)
        var executed = Double.infinity
        var byHand = Double.infinity
        for _ in 0..<20 {
            let start = processorMilliseconds()
            let result = await executor.execute(BoundPlan(plan, variables: .none), context: Context())
            let middle = processorMilliseconds()
            let expected = write(items)
            byHand = min(byHand, processorMilliseconds() - middle)
            executed = min(executed, middle - start)
            precondition(result.body == expected)
        }
        print("executed and written: \(executed) ms; by hand: \(byHand) ms; ratio \(executed / byHand)")
    }

    static func bindings(_ items: [Item]) -> Bindings<Context> {
        var bindings = Bindings<Context>()
        bindings.object(QueryRow.self) { type in type.child("items") { _ in items } }
        bindings.object(Item.self) { type in
            type.value("a") { $0.number }
            type.value("b") { $0.number &+ 1 }
            type.value("c") { $0.text }
            type.value("d") { $0.text }
            type.value("e") { Optional($0.text) }
            type.value("f") { $0.text }
            type.value("g") { $0.number % 2 == 0 }
            type.value("h") { Double($0.number) * 0.5 }
            type.value("i") { Optional($0.number) }
            type.value("j") { $0.text }
        }
        return bindings
    }

    static func write(_ items: [Item]) -> [UInt8] {
        var json = JSONWriter(initialCapacity: 16 * 1024)
        json.append(#"{"data":{"items":["#)
        for (index, item) in items.enumerated() {
            if index > 0 { json.append(UInt8(ascii: ",")) }
            json.append(#"{"a":"#)
            json.writeInt(Int64(item.number))
            json.append(#","b":"#)
            json.writeInt(Int64(item.number &+ 1))
            for key: StaticString in [#","c":"#, #","d":"#, #","e":"#, #","f":"#] {
                json.append(key)
                json.writeString(item.text)
            }
            json.append(#","g":"#)
            json.writeBool(item.number % 2 == 0)
            json.append(#","h":"#)
            json.writeDouble(Double(item.number) * 0.5)
            json.append(#","i":"#)
            json.writeInt(Int64(item.number))
            json.append(#","j":"#)
            json.writeString(item.text)
            json.append("}")
        }
        json.append("]}}")
        return json.takeBytes()
    }

    static func processorMilliseconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec) / 1_000_000
    }
}
