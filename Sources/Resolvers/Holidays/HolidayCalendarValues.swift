import FoundationEssentials
import JSON
import Postgres
import Schema
import Time

/// What a mutation stores of a holiday calendar.
struct HolidayCalendarValues: Sendable {
    static let maximumHolidayCount = 1_000
    static let maximumNameLength = 200

    struct Holiday: Hashable, Sendable {
        let day: CalendarDate
        /// As the database has it; nil for the whole day.
        let half: String?
        let name: String
        let isOptional: Bool
    }

    let id: UUID
    let name: String
    let isDefault: Bool
    let holidays: [Holiday]

    init(_ input: HolidayCalendarSaveInput, id: UUID, _ errors: inout InputErrors) {
        self.id = id
        name = errors.required(input.name, "name", maximumLength: Self.maximumNameLength)
        isDefault = input.isDefault
        var holidays: [Holiday] = []
        for (index, input) in input.holidays.prefix(Self.maximumHolidayCount + 1).enumerated() {
            var itemErrors = InputErrors(path: ["input", "holidays", String(index)])
            let holiday = Holiday(input, &itemErrors)
            if holidays.contains(where: { $0.day == holiday.day && $0.half == holiday.half }) {
                itemErrors.add(.duplicateInBatch, "An earlier holiday is on this day.", "day")
            }
            errors.append(itemErrors.errors)
            holidays.append(holiday)
        }
        if holidays.count > Self.maximumHolidayCount {
            errors.add(.batchTooLarge, "A calendar may have at most \(Self.maximumHolidayCount) holidays.", "holidays")
        }
        self.holidays = holidays
    }

    /// What is stored now.
    init(_ calendar: HolidayCalendarRow, _ holidays: some Sequence<HolidayRow>) {
        id = calendar.id
        name = calendar.row.string(1)
        isDefault = calendar.isDefault
        self.holidays = holidays.map(Holiday.init)
    }

    /// The values as the audit log keeps them.
    var json: JSONObject {
        let days = holidays.sorted { ($0.day, $0.half ?? "") < ($1.day, $1.half ?? "") }
        return [
            "name": .string(name), "isDefault": .bool(isDefault),
            "holidays": .array(days.map { .object($0.json) }),
        ]
    }
}

extension HolidayCalendarValues.Holiday {
    fileprivate init(_ input: HolidayInput, _ errors: inout InputErrors) {
        day = input.day
        half = input.half?.rawValue.lowercased()
        name = errors.required(input.name, "name", maximumLength: HolidayCalendarValues.maximumNameLength)
        isOptional = input.isOptional
    }

    fileprivate init(_ row: HolidayRow) {
        day = row.day
        half = row.row.optionalString(4)
        name = row.row.string(3)
        isOptional = row.isOptional
    }

    fileprivate var json: JSONObject {
        [
            "day": .string(day.description), "half": .optional(half?.uppercased()), "name": .string(name),
            "isOptional": .bool(isOptional),
        ]
    }
}
