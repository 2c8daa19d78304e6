import Postgres

/// What a start shows: where the server is, and with demo data on a developer's machine how to try it.
struct Greeting: Sendable {
    let settings: Settings
    let database: Database

    func print(port: Int) async {
        let host = settings.host.contains(":") ? "[\(settings.host)]" : settings.host
        let address = "http://\(host == "0.0.0.0" ? "127.0.0.1" : host):\(port)"
        Console.show("Rollcall \(ServerVersion.text) serves \(address)/graphql (in a browser: GraphiQL)")
        guard settings.environment == .development, await hasDemo() else { return }
        Console.show(
            """
            Demo sign-ins: \(SeedPlan.demoOwnerEmail) (owner) and \(SeedPlan.demoMemberEmail) (member), \
            password \(SeedPlan.demoPassword)
            Try it:
              \(Self.example(address))
            """
        )
    }

    private func hasDemo() async -> Bool {
        let statement = Self.demoLogin(.text(SeedPlan.demoOwnerEmail))
        guard let rows = try? await database.read([statement], in: AuthScope()) else { return false }
        return rows[0].first?.bool(0) ?? false
    }

    private static let demoLogin = Statement<AuthScope>(
        "demo sign-in",
        """
        SELECT EXISTS (SELECT FROM user_identifiers
                       WHERE kind = 'email' AND normalized = lower($1) AND released_at IS NULL)
        """
    )

    /// Signs in, takes the token out of the answer, and asks with it.
    private static func example(_ address: String) -> String {
        let curl = "curl -s \(address)/graphql -H 'Content-Type: application/json'"
        let login = """
            {"query":"mutation($i: AuthLoginInput!) { authLogin(input: $i) { tokens { accessToken } } }",\
            "variables":{"i":{"identifier":"\(SeedPlan.demoOwnerEmail)","password":"\(SeedPlan.demoPassword)"}}}
            """
        let query = """
            {"query":"{ organization { name employees(first: 3) { nodes { fullName department { name } \
            attendanceRecords(first: 2) { nodes { workDate workedMinutes } } } } } }"}
            """
        let token = #"$(\#(curl) -d '\#(login)' | sed 's/.*"accessToken":"\([^"]*\)".*/\1/')"#
        return #"\#(curl) -H "Authorization: Bearer \#(token)" -d '\#(query)'; echo"#
    }
}
