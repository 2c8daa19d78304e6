import FoundationEssentials
import Postgres
import Schema

/// Creates a calendar, or replaces one with all of its days. One that becomes the default takes another's place.
enum HolidayCalendarSave: EntityMutation {
    static let payloadTypeName = "HolidayCalendarSavePayload"
    static let entityField = "calendar"

    typealias Entity = HolidayCalendarRow

    static func run(_ input: HolidayCalendarSaveInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        EntityPayload(try await outcome(input, context), clientMutationId: input.clientMutationId)
    }

    private static func outcome(
        _ input: HolidayCalendarSaveInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<HolidayCalendarRow> {
        let missing = UserErrors.notFound("holiday calendar", path: ["input", "calendarId"])
        let key = input.calendarId?.key(of: .holidayCalendar)
        if input.calendarId != nil && key == nil { return .failure(missing) }
        var errors = InputErrors(path: ["input"])
        let new = HolidayCalendarValues(input, id: key ?? UUID(), &errors)
        guard errors.isEmpty else { return .failure(UserErrors(errors.errors)) }
        return try await context.mutate { transaction in
            // Which calendar is the default concerns all of them.
            let results = try await transaction.pipeline([
                OrganizationLock.acquire(), HolidayStatements.lock(.uuid(new.id)),
                HolidayStatements.holidays(.uuid(new.id)),
            ])
            let old = results[1].first.map { row in
                HolidayCalendarValues(HolidayCalendarRow(row), results[2].map(HolidayRow.init))
            }
            if key != nil && old == nil { throw missing }
            let audit = try context.audit(entry(old, new))
            return HolidayCalendarRow(try await transaction.pipeline(new.statements + [audit])[1][0])
        }
    }

    private static func entry(_ old: HolidayCalendarValues?, _ new: HolidayCalendarValues) -> AuditEntry {
        AuditEntry(
            action: "holidayCalendarSave",
            entityType: "HolidayCalendar",
            entityID: new.id,
            oldValues: old?.json.differences(from: new.json),
            newValues: old.map { new.json.differences(from: $0.json) } ?? new.json
        )
    }
}

extension HolidayCalendarValues {
    /// The second of them gives the calendar.
    fileprivate var statements: [BoundStatement<TenantScope>] {
        let days = Parameter.dates(holidays.map(\.day))
        let halves = Parameter.texts(holidays.map(\.half))
        return [
            HolidayStatements.yieldDefault(.uuid(id), .bool(isDefault)),
            HolidayStatements.save(.uuid(id), .text(name), .bool(isDefault)),
            HolidayStatements.removeOthers(.uuid(id), days, halves),
            HolidayStatements.saveHolidays(
                .uuid(id),
                days,
                halves,
                .texts(holidays.map(\.name)),
                .bools(holidays.map(\.isOptional))
            ),
        ]
    }
}
