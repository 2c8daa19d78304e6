import FoundationEssentials

/// Where the sources and the programs are.
public enum Repository {
    public static let path = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path

    /// A program of this package: it lies beside the tests in the build's directory.
    public static func program(_ name: String) -> String {
        URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path + "/" + name
    }
}
