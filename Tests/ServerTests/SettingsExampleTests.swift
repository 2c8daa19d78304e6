import FoundationEssentials
import Testing

@testable import Server

/// Holds `.env.example` and the code together.
@Suite struct SettingsExampleTests {
    private static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

    @Test func theExampleNamesEverySettingAndNoOther() throws {
        let example = try EnvironmentFile.read(path: "\(Self.root)/.env.example")
        #expect(Set(example.keys) == (try namesInSources()))
    }

    @Test func theExampleHoldsTheDefaults() throws {
        var example = try EnvironmentFile.read(path: "\(Self.root)/.env.example")
        example.merge(SettingsTests.complete) { $1 }
        let written = try Settings(SettingsReader(environment: example, file: [:]))
        let defaults = try Settings(SettingsReader(environment: SettingsTests.complete, file: [:]))
        #expect(String(describing: written.limits) == String(describing: defaults.limits))
        #expect(String(describing: written.signIn) == String(describing: defaults.signIn))
        #expect(written.publicURL == defaults.publicURL)
        #expect(written.graphiQLDirectory == defaults.graphiQLDirectory)
    }

    /// The first argument of every call that reads a setting.
    private func namesInSources() throws -> Set<String> {
        let directory = "\(Self.root)/Sources/Server/Configuration"
        var names: Set<String> = []
        for file in try FileManager.default.contentsOfDirectory(atPath: directory) {
            let text = try String(contentsOfFile: "\(directory)/\(file)", encoding: .utf8)
            for call in ["int", "bool", "string", "optional", "required", "choice", "list"] {
                for piece in text.split(separator: "reader.\(call)(", omittingEmptySubsequences: false).dropFirst() {
                    let name = piece.drop { $0.isWhitespace }.dropFirst()
                    names.insert(String(name.prefix { $0 != "\"" }))
                }
            }
        }
        return names
    }
}
