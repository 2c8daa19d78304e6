/// A setting is missing or wrong; the message is one sentence that names the variable.
struct SettingError: Error, Equatable, CustomStringConvertible {
    /// `EX_CONFIG` of sysexits.h.
    static let exitCode: Int32 = 78

    let description: String

    init(_ description: String) {
        self.description = description
    }

    static func missing(_ name: String, _ hint: String) -> SettingError {
        SettingError("\(name) is not set: \(hint)")
    }

    static func invalid(_ name: String, _ expectation: String, _ value: String) -> SettingError {
        SettingError("\(name) must be \(expectation), not \"\(value)\".")
    }
}
