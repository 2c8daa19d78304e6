import FoundationEssentials
import JSON
import Postgres
import Testing
import Time

/// Every mutation of an organization takes a key, and is not done twice under it.
@Suite struct EveryMutationIdempotencyTests {
    /// After these the caller's token does not hold any more, or the organization is no longer at work.
    private static let endings = ["memberLeave", "organizationTransferOwnership", "organizationArchive"]

    @Test func everyMutationIsAnsweredAgainOrRefusesTheKey() async throws {
        let records = TestTextRecords()
        try await TenantFixture.with(textRecords: records) { fixture in
            let scene = try await AuditScene(fixture, records)
            var now = Timestamp.now()
            for (number, call) in AuditedCall.all.enumerated() {
                now = now.adding(minutes: 5)
                let principal = try scene.principal(call.caller)
                let variables: JSONObject = ["input": .object(try await call.input(scene))]
                let keyed = call.document.replacing(
                    "(input: $input)",
                    with: "(input: $input) @idempotent(key: \"\(number)\")"
                )
                var answer = try await fixture.run(keyed, variables, principal: principal, now: now).response
                if let refusal = answer["errors"]?[0] {
                    #expect(refusal["extensions"]?["code"] == "BAD_USER_INPUT", "\(call.mutation): \(answer.text)")
                    answer = try await fixture.run(call.document, variables, principal: principal, now: now).response
                } else {
                    let rows = try rowCount(fixture)
                    let again = try await fixture.run(keyed, variables, principal: principal, now: now).response
                    if !Self.endings.contains(call.mutation) { #expect(again == answer, "\(call.mutation)") }
                    #expect(try rowCount(fixture) == rows, "\(call.mutation) is done twice")
                }
                let payload = try #require(answer["data"]?[call.mutation])
                #expect(payload["userErrors"] == [], "\(call.mutation): \(payload.text)")
                scene.keep(payload, of: call)
            }
        }
    }

    private func rowCount(_ fixture: TenantFixture) throws -> Int64 {
        try fixture.owner().query("SELECT (SELECT count(*) FROM audit_logs) + (SELECT count(*) FROM jobs)")[0].int64(0)
    }
}
