import JSON
import Testing

extension IntegrationTests {
    /// A client learns what its request may cost when it asks.
    @Suite struct CostHeaderTests {
        private let server: RunningServer

        init() throws {
            server = try RunningServer.current()
        }

        @Test func costStandsInTheExtensionsWhenAskedFor() throws {
            let client = server.client()
            let body = APIClient.body("{ server { version } viewer { user { displayName } } }")
            let headers = client.headers + ["x-rollcall-cost: 1"]
            let exchange = try #require(HTTPExchange(port: client.port, headers: headers, body: body))
            let reply = try #require(try exchange.reply())
            #expect(try reply.json()["extensions"] == ["cost": 3])
            #expect(try client.post(body).json()["extensions"] == nil)
        }
    }
}
