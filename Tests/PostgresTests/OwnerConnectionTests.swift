import Postgres
import Testing

extension DatabaseTests {
    @Suite struct OwnerConnectionTests {
        let test: TestDatabase

        init() throws { test = try TestDatabase() }

        @Test func executesManyStatementsAtOnce() throws {
            let owner = try test.owner()
            try owner.execute(
                "CREATE TYPE mood AS ENUM ('glad'); CREATE TABLE a (id int, m mood); INSERT INTO a VALUES (1, 'glad')"
            )
            let row = try owner.query("SELECT id, m FROM a WHERE id = $1", [.int32(1)])[0]
            #expect(row.int(0) == 1 && row.string(1) == "glad")
            let error = #expect(throws: DatabaseError.self) {
                try owner.execute("INSERT INTO a VALUES (2); SELECT 1 / 0")
            }
            #expect(error?.serverError?.sqlState == "22012")
            #expect(try owner.query("SELECT count(*) FROM a")[0].int(0) == 1)
        }

        @Test func copiesIn() throws {
            let owner = try test.owner()
            try owner.execute("CREATE TABLE a (id int, name text)")
            var chunks = ["1\tone\n2\tt", "wo\n3\t\\N\n"].map { Array($0.utf8) }[...]
            #expect(try owner.copyIn("COPY a FROM STDIN") { chunks.popFirst() } == 3)
            #expect(
                try owner.query("SELECT name FROM a ORDER BY id").map { $0.optionalString(0) } == ["one", "two", nil]
            )
        }

        @Test func aFailingCopyLeavesTheConnectionUsable() throws {
            struct Failure: Error {}
            let owner = try test.owner()
            try owner.execute("CREATE TABLE a (id int)")
            #expect(throws: Failure.self) { try owner.copyIn("COPY a FROM STDIN") { throw Failure() } }
            var chunks = [Array("x\n".utf8)][...]
            let error = #expect(throws: DatabaseError.self) {
                try owner.copyIn("COPY a FROM STDIN") { chunks.popFirst() }
            }
            #expect(error?.serverError?.code == .invalidTextRepresentation)
            #expect(throws: DatabaseError.self) { try owner.copyIn("SELECT 1") { nil } }
            #expect(try owner.query("SELECT count(*) FROM a")[0].int(0) == 0)
        }

        @Test func aMissingServerIsUnavailable() {
            #expect(throws: DatabaseError.self) { try OwnerConnection("host=/nowhere/at/all") }
        }
    }
}
