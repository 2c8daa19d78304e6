public import GraphQLEngine
import Schema

/// The schema of this server with a resolver for every field.
public enum RollcallSchema {
    /// Builds and binds the schema.
    ///
    /// - Throws: `SchemaError` or `BindingError` with every problem; neither can come of what a client sends.
    public static func executable() throws -> ExecutableSchema<ResolverContext> {
        try ExecutableSchema(schema: try Schema.rollcall(), bindings: bindings())
    }

    private static func bindings() -> Bindings<ResolverContext> {
        var bindings = Bindings<ResolverContext>()
        bindings.bindPageInfo()
        bindings.bindUserErrors()
        bindings.bindServerInfo()
        bindings.bindNodes()
        bindings.bindViewer()
        bindings.bindUsers()
        bindings.bindSessions()
        bindings.bindAuthentication()
        bindings.bindOrganizations()
        bindings.bindMembers()
        bindings.bindAdmins()
        bindings.bindRoles()
        bindings.bindPlatform()
        bindings.bindInvitations()
        bindings.bindWebsites()
        bindings.bindFiles()
        bindings.bindDepartments()
        bindings.bindWorkLocations()
        bindings.bindEmployees()
        bindings.bindAttendance()
        bindings.bindDevices()
        bindings.bindPeriods()
        bindings.bindCorrections()
        bindings.bindTimesheets()
        bindings.bindShifts()
        bindings.bindHolidays()
        bindings.bindAuditLogs()
        return bindings
    }
}
