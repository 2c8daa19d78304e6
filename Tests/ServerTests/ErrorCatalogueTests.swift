import FoundationEssentials
import Testing

@testable import Server

/// Holds `docs/errors.md` and the code together.
@Suite struct ErrorCatalogueTests {
    private static let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }

    /// Codes and statuses of one section's table: `| CODE | status | …`.
    private static func table(_ heading: String) throws -> [(code: String, status: String)] {
        let text = try String(contentsOfFile: "\(root)/docs/errors.md", encoding: .utf8)
        var isInside = false
        var rows: [(String, String)] = []
        for line in text.split(separator: "\n") {
            if line.hasPrefix("## ") { isInside = line == "## \(heading)" }
            guard isInside, line.hasPrefix("| `") else { continue }
            let cells = line.split(separator: "|").map { cell in String(cell.filter { $0 != " " && $0 != "`" }) }
            rows.append((cells[0], cells[1]))
        }
        return rows
    }

    @Test func everyTopLevelCodeStandsInTheTableWithItsStatus() throws {
        let rows = try Self.table("Top-level errors")
        #expect(rows.map(\.code).sorted() == ErrorCode.allCases.map(\.rawValue).sorted())
        for row in rows {
            let code = try #require(ErrorCode(rawValue: row.code))
            #expect(row.status == String(code.status), "\(row.code)")
        }
    }

    @Test func everyUserErrorCodeOfTheSchemaStandsInTheTable() throws {
        let schema = try String(contentsOfFile: "\(Self.root)/schema.graphql", encoding: .utf8)
        let lines = schema.split(separator: "\n").drop { $0 != "enum UserErrorCode {" }.dropFirst()
        let codes = lines.prefix { $0 != "}" }.map { line in String(line.filter { $0 != " " }) }
        #expect(codes.count > 30)
        #expect(try Self.table("User errors").map(\.code).sorted() == codes.sorted())
    }

    /// Every literal `code: "…"` of the sources is a code of the catalogue.
    @Test func sourcesUseNoOtherTopLevelCode() throws {
        let known = Set(ErrorCode.allCases.map(\.rawValue))
        for module in ["GraphQLEngine", "Resolvers", "Server"] {
            let directory = "\(Self.root)/Sources/\(module)"
            for file in try FileManager.default.subpathsOfDirectory(atPath: directory) where file.hasSuffix(".swift") {
                let text = try String(contentsOfFile: "\(directory)/\(file)", encoding: .utf8)
                for piece in text.split(separator: "code: \"", omittingEmptySubsequences: false).dropFirst() {
                    let code = String(piece.prefix { $0 != "\"" })
                    // Elsewhere the same words stand in SQL.
                    guard code.utf8.allSatisfy({ $0 == UInt8(ascii: "_") || (65...90).contains($0) }) else { continue }
                    #expect(known.contains(code), "\(code) in \(module)/\(file)")
                }
            }
        }
    }
}
