import JSON
import Testing

extension IntegrationTests {
    /// A page in a browser that keeps its tokens in cookies.
    @Suite struct CookieModeTests {
        private static let viewer = "{ viewer { user { email } } }"
        private let server: RunningServer

        init() throws {
            server = try RunningServer.current()
        }

        /// The cookies of an answer as a browser sends them back; nil when it sets none.
        private func cookies(_ reply: HTTPExchange.Reply) -> [String]? {
            let set = reply.headers.filter { $0.hasPrefix("set-cookie: ") }
            return set.isEmpty ? nil : set.map { String($0.dropFirst(12).prefix { $0 != ";" }) }
        }

        private func page(_ cookies: [String], isProtected: Bool = true) -> APIClient {
            var client = server.client()
            client.moreHeaders = ["Cookie: \(cookies.joined(separator: "; "))"]
            if isProtected { client.moreHeaders.append("x-rollcall-csrf: 1") }
            return client
        }

        /// Signs up and signs in with cookies; the reply of the sign-in.
        private func signIn(_ email: String, isProtected: Bool = true) throws -> HTTPExchange.Reply {
            _ = try Person.signUp(email, organization: "Cookies", on: server)
            var client = server.client()
            if isProtected { client.moreHeaders = ["x-rollcall-csrf: 1"] }
            let input: JSONValue = [
                "identifier": .string(email), "password": .string(Tenant.password), "useCookies": true,
            ]
            return try client.send(APIClient.mutation("authLogin", selecting: ""), ["input": input])
        }

        private func mutate(_ field: String, _ client: APIClient) throws -> HTTPExchange.Reply {
            try client.send(APIClient.mutation(field, selecting: ""), ["input": [:]])
        }

        @Test func signsInRefreshesAndSignsOut() throws {
            let signIn = try signIn("page@cookies.example")
            #expect(try signIn.json().at("data.authLogin")?.codes == [])
            let lines = signIn.headers.filter { $0.hasPrefix("set-cookie: ") }
            #expect(lines.count == 2)
            for line in lines {
                for attribute in ["; Path=/", "; HttpOnly", "; Secure", "; SameSite=Strict"] {
                    #expect(line.contains(attribute), "\(line)")
                }
                #expect(!line.contains("Domain"))
            }
            let first = try #require(cookies(signIn))
            let me = try page(first).data(Self.viewer)
            #expect(me == ["viewer": ["user": ["email": "page@cookies.example"]]])
            let refreshed = try mutate("authRefresh", page(first))
            #expect(try refreshed.json().at("data.authRefresh")?.codes == [])
            let second = try #require(cookies(refreshed))
            #expect(first.last != second.last)
            #expect(try page(second).data(Self.viewer) == me)
            let signOut = try mutate("authLogout", page(second))
            #expect(signOut.headers.filter { $0.hasPrefix("set-cookie: ") && $0.contains("; Max-Age=0;") }.count == 2)
            #expect(try page(second).send("{ organization { id } }").code() == "UNAUTHENTICATED")
            let again = try mutate("authRefresh", page(second))
            #expect(try again.json().at("data.authRefresh")?.codes == ["TOKEN_INVALID"])
            #expect(cookies(again)?.allSatisfy { $0.hasSuffix("=") } == true)
        }

        /// What a page of another site may cause.
        @Test func refusesCookiesWithoutTheHeader() throws {
            let cookies = try #require(cookies(try signIn("forged@cookies.example")))
            for document in [Self.viewer, "mutation { authLogoutAll(input: {}) { revokedCount } }", "{ __typename }"] {
                let reply = try page(cookies, isProtected: false).send(document)
                #expect(reply.status == 401)
                #expect(try reply.code() == "UNAUTHENTICATED")
            }
            #expect(try page(cookies).data(Self.viewer).at("viewer.user.email") == "forged@cookies.example")
            let unprotected = try signIn("unprotected@cookies.example", isProtected: false)
            #expect(try unprotected.code() == "BAD_USER_INPUT")
            #expect(self.cookies(unprotected) == nil)
        }

        @Test func aTokenInTheRequestWins() throws {
            let cookies = try #require(cookies(try signIn("cookie@cookies.example")))
            let bearer = try Person.signUp("bearer@cookies.example", organization: nil, on: server)
            var client = page(cookies, isProtected: false)
            client.token = bearer.client.token
            #expect(try client.data(Self.viewer).at("viewer.user.email") == "bearer@cookies.example")
            let signOut = try mutate("authLogout", client)
            #expect(self.cookies(signOut) == nil)
            #expect(try page(cookies).data(Self.viewer).at("viewer.user.email") == "cookie@cookies.example")
        }
    }
}
