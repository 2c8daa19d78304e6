import JSON
import Postgres
import Testing

/// What the log says of a request that the database refused.
@Suite struct DatabaseErrorLogTests {
    private static let document = """
        mutation {
          a: departmentCreate(input: {name: "Secret A"}) { department { id } }
          b: departmentCreate(input: {name: "Secret B"}) { department { id } }
        }
        """

    /// Makes every insertion of a department fail.
    private static func raise(_ sqlState: String, _ message: String, _ fixture: TenantFixture) throws {
        try fixture.owner().execute(
            """
            CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              RAISE EXCEPTION USING ERRCODE = '\(sqlState)', MESSAGE = '\(message)', DETAIL = 'Key is ' || NEW.name;
            END $$;
            CREATE TRIGGER refuse BEFORE INSERT ON departments FOR EACH ROW EXECUTE FUNCTION refuse()
            """
        )
    }

    @Test func theCauseIsLoggedOncePerRequest() async throws {
        try await TenantFixture.with { fixture in
            try Self.raise("53100", "could not extend file: No space left on device", fixture)
            for _ in 0..<2 {
                let response = try await fixture.execute(Self.document, as: fixture.first.admin.viewer)
                #expect(response.errorCode == "UNAVAILABLE")
            }
            let lines = fixture.log.all
            #expect(lines.count == 2)
            #expect(Set(lines.compactMap { $0.metadata["request_id"] }).count == 2)
            for line in lines {
                #expect(line.message == "The database failed")
                #expect(line.metadata["sqlstate"] == "53100")
                #expect(line.metadata["reason"] == "could not extend file: No space left on device")
            }
        }
    }

    /// Messages of some classes, and all details, can quote what a person entered.
    @Test(arguments: ["22026", "23514", "P0001"]) func valuesStayOutOfTheLog(_ sqlState: String) async throws {
        try await TenantFixture.with { fixture in
            try Self.raise(sqlState, "refused by the test", fixture)
            let response = try await fixture.execute(Self.document, as: fixture.first.admin.viewer)
            #expect(response.errorCode == "INTERNAL_SERVER_ERROR")
            let lines = fixture.log.all
            #expect(lines.count == 1)
            #expect(lines.first?.metadata["sqlstate"] == sqlState)
            #expect(lines.first?.metadata["reason"] == (sqlState == "22026" ? nil : "refused by the test"))
            for line in lines { #expect(!"\(line.metadata)".contains("Secret")) }
        }
    }
}
