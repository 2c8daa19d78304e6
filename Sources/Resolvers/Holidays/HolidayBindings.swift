import FoundationEssentials
import GraphQLEngine
import Postgres
import Schema

extension Bindings<ResolverContext> {
    /// Holiday calendars with their days, and the mutation of them.
    mutating func bindHolidays() {
        object(HolidayCalendarRow.self) { type in
            type.value("id") { GlobalID(.holidayCalendar, $0.id) }
            type.value("name") { $0.name }
            type.value("isDefault") { $0.isDefault }
            type.objects("holidays", HolidayCalendarHolidaysArguments.self) { rows, arguments, call in
                try HolidayRow.holidays(of: rows.map(\.id), arguments.range, call.context)
            }
        }
        object(HolidayRow.self) { type in
            type.value("id") { GlobalID(.holiday, $0.id) }
            type.value("day") { $0.day }
            type.value("name") { $0.name }
            type.value("half") { $0.half }
            type.value("isOptional") { $0.isOptional }
        }
        object(OrganizationRow.self) { type in
            type.objects("holidayCalendars") { rows, context in
                try context.ofCurrent(rows, HolidayCalendarRow.all()) { $0.map(HolidayCalendarRow.init) }
            }
        }
        bindPayload(of: HolidayCalendarSave.self)
        object(MutationRow.self) { type in
            type.mutation("holidayCalendarSave", MutationHolidayCalendarSaveArguments.self) { arguments, call in
                try await HolidayCalendarSave.run(arguments.input, call.context)
            }
        }
    }
}
