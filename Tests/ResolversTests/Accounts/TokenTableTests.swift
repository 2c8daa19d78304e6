import Auth
import FoundationEssentials
import JSON
import Postgres
import Resolvers
import Testing
import Time

/// Each row of the table in `docs/tokens.md`.
@Suite struct TokenTableTests {
    static let rows: [TokenRow] = [
        TokenRow(
            kind: .access,
            table: nil,
            lifetimeSeconds: 15 * 60,
            isSingleUse: false,
            endings: [.signOut, .signOutEverywhere, .switchOrganization, .resetPassword, .deactivate, .suspend]
        ),
        TokenRow(
            kind: .refresh,
            table: "refresh_tokens",
            lifetimeSeconds: 14 * 86_400,
            isSingleUse: true,
            endings: [
                .signOut, .signOutEverywhere, .switchOrganization, .changePasswordElsewhere, .resetPassword,
                .deactivate,
                .suspend,
            ]
        ),
        TokenRow(
            kind: .verification,
            table: "user_tokens",
            lifetimeSeconds: 86_400,
            isSingleUse: true,
            endings: [.another, .changeAddress, .deactivate]
        ),
        TokenRow(
            kind: .reset,
            table: "user_tokens",
            lifetimeSeconds: 3_600,
            isSingleUse: true,
            endings: [.another, .changePasswordElsewhere, .changeAddress, .deactivate, .suspend]
        ),
        TokenRow(
            kind: .addressChange,
            table: "user_tokens",
            lifetimeSeconds: 86_400,
            isSingleUse: true,
            endings: [.another, .changePasswordElsewhere, .resetPassword, .deactivate, .suspend]
        ),
    ]

    @Test(arguments: rows) func isStoredAsAHash(_ row: TokenRow) async throws {
        try await TenantFixture.with { fixture in
            let holder = try await TokenHolder(fixture)
            let token = try await holder.token(row.kind)
            let sessions = try fixture.count("refresh_tokens t WHERE t::text LIKE $1", [.text("%\(token)%")])
            let mailed = try fixture.count("user_tokens t WHERE t::text LIKE $1", [.text("%\(token)%")])
            #expect(sessions + mailed == 0)
            guard let table = row.table else { return #expect(OpaqueToken(token) == nil) }
            let hash = try #require(OpaqueToken(token)).hash
            #expect(try fixture.count("\(table) WHERE token_hash = $1", [.bytes(hash)]) == 1)
        }
    }

    @Test(arguments: rows) func livesAsLongAsTheTableSays(_ row: TokenRow) async throws {
        try await TenantFixture.with { fixture in
            let holder = try await TokenHolder(fixture)
            let token = try await holder.token(row.kind)
            // An access token bears with clocks that differ by half a minute.
            let end = holder.now.adding(seconds: row.lifetimeSeconds)
            let late = row.kind == .access ? end.adding(seconds: 31) : end.adding(seconds: 1)
            #expect(try await !holder.use(row.kind, token, at: late))
            #expect(try await holder.use(row.kind, token, at: end.adding(seconds: -1)))
        }
    }

    @Test(arguments: rows) func isUsedAsOftenAsTheTableSays(_ row: TokenRow) async throws {
        try await TenantFixture.with { fixture in
            let holder = try await TokenHolder(fixture)
            let token = try await holder.token(row.kind)
            #expect(try await holder.use(row.kind, token, at: holder.now))
            let later = holder.now.adding(seconds: 11)
            #expect(try await holder.use(row.kind, token, at: later) == !row.isSingleUse)
        }
    }

    @Test(arguments: rows) func endsWithWhatTheTableSays(_ row: TokenRow) async throws {
        try await TenantFixture.with { fixture in
            for ending in row.endings {
                let holder = try await TokenHolder(fixture)
                let token = try await holder.token(row.kind)
                try await holder.end(ending, row.kind)
                #expect(try await !holder.use(row.kind, token, at: holder.now), "\(ending)")
            }
        }
    }
}

/// What the table says of a kind of token.
struct TokenRow: Sendable, CustomTestStringConvertible {
    enum Kind: Sendable {
        case access, refresh, verification, reset, addressChange
    }

    enum Ending: Sendable {
        case another, signOut, signOutEverywhere, switchOrganization, changePasswordElsewhere, resetPassword
        case changeAddress, deactivate, suspend
    }

    let kind: Kind
    /// Where the hash is.
    let table: String?
    let lifetimeSeconds: Int64
    let isSingleUse: Bool
    let endings: [Ending]

    var testDescription: String { "\(kind)" }
}
