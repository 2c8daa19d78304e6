/// Why a tool could not begin its work.
enum ToolFailure: Error, Equatable {
    /// There is no such file, or it may not be read.
    case unreadable(String)
    /// A schema that has to be valid is not.
    case invalidSchema(Problems)

    /// For standard error.
    var lines: [String] {
        switch self {
        case .unreadable(let file): ["rollcall: Cannot read \(file)."]
        case .invalidSchema(let problems): problems.items.map(\.description)
        }
    }

    /// As `sysexits.h` has them, so that scripts can tell them from findings: EX_NOINPUT and EX_DATAERR.
    var exitCode: Int32 {
        switch self {
        case .unreadable: 66
        case .invalidSchema: 65
        }
    }
}
