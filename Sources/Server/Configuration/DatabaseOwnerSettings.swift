/// What the commands need that work on the database as its owner: migrations, seed and administration.
struct DatabaseOwnerSettings: Sendable {
    let environment: DeploymentEnvironment
    let ownerURL: String
    /// The server's own login, which gets its roles after a migration; nil when DATABASE_URL is not set.
    let serverURL: String?
    let migrationsDirectory: String

    init(_ reader: SettingsReader) throws(SettingError) {
        environment = try reader.choice("ENVIRONMENT", default: .development)
        let hint = "the owner's connection, such as postgresql://rollcall_owner:…@localhost:5432/rollcall."
        ownerURL = try reader.postgresURL("DATABASE_OWNER_URL", try reader.required("DATABASE_OWNER_URL", hint))
        if let url = reader.optional("DATABASE_URL") {
            serverURL = try reader.postgresURL("DATABASE_URL", url)
        } else {
            serverURL = nil
        }
        migrationsDirectory = reader.string("MIGRATIONS_DIRECTORY", default: "migrations")
    }
}
