import FoundationEssentials
import GraphQLEngine
import Schema

extension Bindings<ResolverContext> {
    /// Places of work, their connection and the mutations of them.
    mutating func bindWorkLocations() {
        bindConnection(of: WorkLocationRow.self)
        object(WorkLocationRow.self) { type in
            type.value("id") { GlobalID(.workLocation, $0.id) }
            type.value("deletedAt") { $0.deletedAt }
            type.value("version") { $0.version }
            type.value("name") { $0.name }
            type.value("timeZone") { $0.timeZone }
            type.child("point") { $0.point }
            type.value("radiusMeters") { $0.radiusMeters }
            type.value("ipAllowlist") { $0.ipAllowlist }
            type.objects("holidayCalendar") { rows, context in
                context.loaders.holidayCalendars.load(rows.map(\.holidayCalendarID))
            }
        }
        object(OrganizationRow.self) { type in
            type.objects("locations", OrganizationLocationsArguments.self) { rows, arguments, call in
                let own = try call.context.tenant().organizationID
                return try WorkLocationPages.all(arguments, call).map { page in rows.map { $0.id == own ? page : nil } }
            }
        }
        bindWorkLocationMutations()
    }
}
