import Glibc

/// The engine's figures, for `engine_figures.py`, which puts them beside those of a peer.
///
///     EngineBenchmark times FOLDER          a line per measure: name, least and median milliseconds, bytes of the result
///     EngineBenchmark parse-memory FOLDER   bytes by which parsing the schema raises the peak of resident memory
///     EngineBenchmark plan-memory FOLDER    bytes that a document and its plan keep, of 1,000
///     EngineBenchmark inputs FOLDER         writes the inputs that the others read
@main
struct EngineBenchmark {
    static func main() async throws {
        guard CommandLine.arguments.count == 3 else { fail("takes a measure and a folder") }
        let inputs = Inputs(folder: CommandLine.arguments[2])
        switch CommandLine.arguments[1] {
        case "times": try await Times.measure(inputs)
        case "parse-memory": print(try Memory.peakOfParsing(inputs.schema()))
        case "plan-memory": print(try Memory.ofPlan(inputs.nestedQuery(), schema: inputs.nestedSchema()))
        case "inputs": inputs.write()
        default: fail("there is no measure \(CommandLine.arguments[1])")
        }
    }

    static func fail(_ message: String) -> Never {
        fputs("EngineBenchmark: \(message)\n", fdopen(STDERR_FILENO, "w"))
        exit(1)
    }
}
