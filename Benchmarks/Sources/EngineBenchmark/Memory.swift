import Glibc
import GraphQLEngine

/// Resident memory of this process, which measures one thing only and ends.
enum Memory {
    /// Bytes by which parsing raises the peak above what was resident before.
    static func peakOfParsing(_ text: [UInt8]) throws -> Int {
        let before = resident("VmRSS")
        let document = try Document.parse(Source(bytes: text))
        return withExtendedLifetime(document) { resident("VmHWM") - before }
    }

    /// Bytes per cached document: its text, its tree and the plan of its operation.
    static func ofPlan(_ text: [UInt8], schema sdl: [UInt8]) throws -> Int {
        let schema = try Schema.build(try Document.parse(Source(bytes: sdl)))
        var documents = [try planned(text, schema)]
        let before = resident("VmRSS")
        for _ in 0..<1_000 { documents.append(try planned(text, schema)) }
        return withExtendedLifetime(documents) { (resident("VmRSS") - before) / 1_000 }
    }

    private static func planned(_ text: [UInt8], _ schema: Schema) throws -> PreparedDocument {
        let document = PreparedDocument(try Document.parse(Source(bytes: text + [UInt8(ascii: "\n")])))
        _ = try document.plan(operation: 0, schema: schema, access: OpenAccess(), variables: .none)
        return document
    }

    /// Bytes, as the kernel counts them for this process.
    private static func resident(_ name: String) -> Int {
        guard let file = fopen("/proc/self/status", "r") else { EngineBenchmark.fail("needs Linux's /proc") }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, 256, file) != nil {
            let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
            guard text.hasPrefix(name + ":") else { continue }
            return (Int(text.filter(\.isNumber)) ?? 0) * 1_024
        }
        EngineBenchmark.fail("the kernel does not tell \(name)")
    }
}
