import ArgumentParser
import Postgres
import Time

struct SeedCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "seed",
        abstract: "Fill the database with made-up organizations, employees and attendance."
    )

    @Flag(help: "A small organization with known sign-ins, unless there is an organization already.")
    var demo = false

    @Option(help: "Organizations.")
    var organizations = 20

    @Option(help: "Employees of each organization.")
    var employees = 1_000

    @Option(help: "Working days of each employee, up to yesterday.")
    var days = 30

    func validate() throws {
        guard (1...1_000).contains(organizations) else { throw ValidationError("--organizations must be 1 to 1000.") }
        guard (1...100_000).contains(employees) else { throw ValidationError("--employees must be 1 to 100000.") }
        guard (0...1_000).contains(days) else { throw ValidationError("--days must be 0 to 1000.") }
    }

    func run() async throws {
        try await CommandFailure.reporting {
            let settings = try DatabaseOwnerSettings(try SettingsReader())
            if settings.environment == .production {
                if demo { return Console.show("There is no demo data when ENVIRONMENT is production.") }
                throw CommandError("seed is refused when ENVIRONMENT is production.")
            }
            let connection = try OwnerConnection(settings.ownerURL)
            if demo {
                try await seedDemo(connection)
            } else {
                let plan = SeedPlan.bulk(organizations: organizations, employees: employees, days: days)
                try await Seeder(connection: connection, today: Timestamp.now().dateInUTC).seed(plan) {
                    Console.show($0)
                }
            }
        }
    }

    private func seedDemo(_ connection: OwnerConnection) async throws {
        let isEmpty = try connection.query("SELECT NOT EXISTS (SELECT FROM organizations)")[0].bool(0)
        guard isEmpty else {
            Console.show("There is an organization already: the demo data was left out.")
            return
        }
        try await Seeder(connection: connection, today: Timestamp.now().dateInUTC).seed(SeedPlan.demo) {
            Console.show($0)
        }
    }
}
