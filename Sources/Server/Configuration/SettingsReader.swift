import Configuration
import FoundationEssentials

/// Reads settings by the names that operators write, and holds each to its type.
///
/// Environment variables come before the `.env` file. An empty value counts as none.
struct SettingsReader {
    private let configuration: ConfigReader

    /// - Parameter environmentFile: path of the `.env` file, which may be missing.
    init(
        environment: [String: String] = ProcessInfo.processInfo.environment,
        environmentFile: String = ".env"
    ) throws(SettingError) {
        self.init(environment: environment, file: try EnvironmentFile.read(path: environmentFile))
    }

    init(environment: [String: String], file: [String: String]) {
        configuration = ConfigReader(providers: [
            EnvironmentVariablesProvider(environmentVariables: environment.filter { !$0.value.isEmpty }),
            EnvironmentVariablesProvider(environmentVariables: file.filter { !$0.value.isEmpty }),
        ])
    }

    func optional(_ name: String) -> String? {
        configuration.string(forKey: ConfigKey([name]), isSecret: true)
    }

    func string(_ name: String, default fallback: String) -> String {
        optional(name) ?? fallback
    }

    func required(_ name: String, _ hint: String) throws(SettingError) -> String {
        guard let value = optional(name) else { throw .missing(name, hint) }
        return value
    }

    func int(_ name: String, default fallback: Int, in range: ClosedRange<Int>) throws(SettingError) -> Int {
        guard let text = optional(name) else { return fallback }
        guard let value = Int(text), range.contains(value) else {
            throw .invalid(name, "a whole number from \(range.lowerBound) to \(range.upperBound)", text)
        }
        return value
    }

    func bool(_ name: String, default fallback: Bool) throws(SettingError) -> Bool {
        guard let text = optional(name) else { return fallback }
        switch text.lowercased() {
        case "true", "yes", "on", "1": return true
        case "false", "no", "off", "0": return false
        default: throw .invalid(name, "true or false", text)
        }
    }

    func choice<Choice: RawRepresentable<String> & CaseIterable>(
        _ name: String,
        default fallback: Choice
    ) throws(SettingError) -> Choice {
        guard let text = optional(name) else { return fallback }
        guard let value = Choice(rawValue: text.lowercased()) else {
            throw .invalid(name, "one of \(Choice.allCases.map(\.rawValue).joined(separator: ", "))", text)
        }
        return value
    }

    /// Items separated by commas.
    func list(_ name: String) -> [String] {
        guard let text = optional(name) else { return [] }
        return text.split(separator: ",").map { item in
            String(item.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        }
    }

    func postgresURL(_ name: String, _ value: String) throws(SettingError) -> String {
        guard value.hasPrefix("postgresql://") || value.hasPrefix("postgres://") || value.contains("=") else {
            // The value itself may hold a password.
            throw SettingError("\(name) must be a URI such as postgresql://user:password@host:5432/database.")
        }
        return value
    }
}
