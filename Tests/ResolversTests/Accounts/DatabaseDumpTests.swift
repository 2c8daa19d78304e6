import Auth
import FoundationEssentials
import JSON
import Mail
import Postgres
import Testing
import Time

/// Whoever reads the whole database can sign in as nobody.
@Suite struct DatabaseDumpTests {
    private static let passwords = [RegisteredPerson.password, TokenHolder.newPassword, "a wrong guess 77"]

    /// Every row of every table as text; bytes are in hexadecimal.
    private func dump(_ owner: OwnerConnection) throws -> String {
        let tables = try owner.query(
            "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
        )
        return try tables.map { table in
            let rows = try owner.query("SELECT coalesce(string_agg(t::text, E'\\n'), '') FROM \(table.string(0)) t")
            return rows[0].string(0)
        }.joined(separator: "\n")
    }

    private func hexadecimal(_ bytes: some Sequence<UInt8>) -> String {
        bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    /// In which forms somebody would look for a token: as it is, its secret part, and the bytes of both.
    private func forms(_ token: String) throws -> [String] {
        guard OpaqueToken(token) != nil else {
            // Of an access token the signature is the secret.
            let signature = try #require(token.split(separator: ".").last)
            let bytes = try #require(Base64URL.decode(signature.utf8))
            return [token, String(signature), hexadecimal(bytes)]
        }
        let bytes = [UInt8](try #require(Base64URL.decode(token.utf8)))
        return [token, String(token.suffix(42)), hexadecimal(bytes), hexadecimal(bytes[16...])]
    }

    private func tokens(_ payload: JSONValue) -> [String] {
        ["accessToken", "refreshToken"].compactMap { payload["tokens"]?[$0]?.stringValue }
    }

    /// Runs everything that makes a token or takes a password; answers every token that people got to see.
    private func makeTokens(_ fixture: TenantFixture) async throws -> [String] {
        let holder = try await TokenHolder(fixture)
        var seen: [String] = []
        for kind in [.access, .refresh, .verification, .reset, .addressChange] as [TokenRow.Kind] {
            seen.append(try await holder.token(kind))
        }
        seen += tokens(try await fixture.refresh(seen[1], now: holder.now))
        _ = try await fixture.signIn(holder.email, Self.passwords[2], now: holder.now)
        let founder = try await RegisteredPerson.register(fixture)
        seen.append(founder.refreshToken)
        let change: JSONObject = [
            "currentPassword": .string(RegisteredPerson.password), "newPassword": .string(TokenHolder.newPassword),
        ]
        #expect(try await fixture.payload("passwordChange", change, as: founder.viewer).userErrorCodes == [])
        #expect(try await holder.use(.reset, seen[3], at: holder.now))
        #expect(try await holder.use(.verification, seen[2], at: holder.now))
        let remembered: JSONObject = [
            "identifier": .string(holder.email), "password": .string(TokenHolder.newPassword), "rememberMe": true,
        ]
        let fields = "tokens { accessToken refreshToken }"
        seen += tokens(try await fixture.payload("authLogin", remembered, fields, as: nil))
        // The prefix of a device's key is no secret.
        seen.append(String(try await fixture.device().key.dropFirst("rollcall_device_".count)))
        let letters = try await fixture.deliverMail().compactMap { $0.link?.split(separator: "?token=").last }
        return seen + letters.map(String.init)
    }

    @Test func holdsNoUsableSecret() async throws {
        try await TenantFixture.with { fixture in
            let tokens = try await makeTokens(fixture)
            #expect(tokens.count >= 10)
            let text = try dump(fixture.owner()).lowercased()
            for token in tokens {
                for form in try forms(token) { #expect(!text.contains(form.lowercased()), "\(form)") }
            }
            for password in Self.passwords {
                #expect(!text.contains(password.lowercased()))
                #expect(!text.contains(hexadecimal(password.utf8)))
                #expect(!text.contains(Base64URL.encode(Array(password.utf8)).lowercased()))
            }
            // The dump is of what it should be: the tokens' hashes are there.
            let hashes = tokens.compactMap { OpaqueToken($0).map { hexadecimal($0.hash) } }
            #expect(hashes.filter(text.contains).count >= 5)
        }
    }

    @Test func passwordsAreArgon2id() async throws {
        try await TenantFixture.with { fixture in
            _ = try await makeTokens(fixture)
            let rows = try fixture.owner().query("SELECT password_hash FROM user_login_password")
            #expect(rows.count == 2)
            for row in rows { #expect(row.string(0).hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$")) }
        }
    }
}
