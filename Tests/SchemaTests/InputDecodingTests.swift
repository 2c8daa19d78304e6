import FoundationEssentials
import GraphQLEngine
import JSON
import Schema
import Testing
import Time

@Suite struct InputDecodingTests {
    private let schema: Schema

    init() throws {
        schema = try Schema.rollcall()
    }

    /// The object with values by name.
    private func object(_ type: String, _ values: [String: InputValue]) throws -> InputObject {
        let fields = schema[try #require(schema.type(named: type))].inputFields
        #expect(Set(values.keys).isSubset(of: fields.map(\.name)))
        return InputObject(slots: fields.map { values[$0.name] })
    }

    @Test func requiredAndOptionalMembers() throws {
        let id = GlobalID(.department, UUID())
        let input = try EmployeeInput(
            object(
                "EmployeeInput",
                [
                    "number": .string("E-7"), "fullName": .string("A B"), "hiredOn": .string("2026-02-28"),
                    "employmentType": .enumeration("PART_TIME", index: 1), "departmentId": .string(id.description),
                    "email": .null, "custom": .json(["a": 1]),
                ]
            )
        )
        #expect(input.number == "E-7" && input.hiredOn == CalendarDate(iso: "2026-02-28"))
        #expect(input.employmentType == .partTime && input.departmentId == id)
        #expect(input.email == nil && input.phone == nil && input.custom == ["a": 1])
    }

    @Test func updatesTellAbsentFromNull() throws {
        let input = try EmployeeUpdateInput(
            object(
                "EmployeeUpdateInput",
                [
                    "employeeId": .string("x"),
                    "employee": .object(
                        try object("EmployeePatchInput", ["email": .null, "jobTitle": .string("Cook")])
                    ),
                    "expectedVersion": .int(3),
                ]
            )
        )
        #expect(input.employee.email == .null)
        #expect(input.employee.jobTitle == .value("Cook"))
        #expect(input.employee.number == .absent)
        #expect(input.expectedVersion.given == 3)
        #expect(input.employeeId == .unmatchable)
    }

    @Test func listsAndObjectsInsideThemselves() throws {
        let inner = try object("EmployeeFilter", ["status": .list([.enumeration("ACTIVE", index: 0)])])
        let filter = try EmployeeFilter(
            object("EmployeeFilter", ["not": .object(inner), "and": .list([.object(inner), .object(inner)])])
        )
        #expect(filter.not?.status == [.active])
        #expect(filter.and?.count == 2 && filter.or == nil)
    }

    @Test func oneOfIsAnEnum() throws {
        let selector = try EmployeeSelector(object("EmployeeSelector", ["number": .string("E-7")]))
        guard case .number("E-7") = selector else {
            Issue.record("\(selector)")
            return
        }
        #expect(throws: GraphQLError.self) { try EmployeeSelector(object("EmployeeSelector", [:])) }
    }

    @Test func argumentsByPosition() throws {
        let organization = try #require(schema.type(named: "Organization"))
        let field = try #require(schema[organization].field("employees"))
        var slots = [InputValue?](repeating: nil, count: field.arguments.count)
        slots[try #require(field.argumentIndex("first"))] = .int(5)
        slots[try #require(field.argumentIndex("search"))] = .string("ann")
        let order = try object(
            "EmployeeOrder",
            [
                "field": .enumeration("HIRED_ON", index: 2), "direction": .enumeration("DESC", index: 1),
            ]
        )
        slots[try #require(field.argumentIndex("orderBy"))] = .list([.object(order)])
        let arguments = try OrganizationEmployeesArguments(InputObject(slots: slots))
        #expect(arguments.first == 5 && arguments.search == "ann" && arguments.after == nil)
        #expect(arguments.orderBy?.first?.field == .hiredOn && arguments.orderBy?.first?.direction == .desc)
    }

    @Test func clockInTakesTimesAndPoints() throws {
        let uuid = UUID()
        let input = try AttendanceClockInInput(
            object(
                "AttendanceClockInInput",
                [
                    "occurredAt": .string("2026-11-21T09:00:00+01:00"), "clientEventId": .string(uuid.uuidString),
                    "point": .object(try object("GeoPointInput", ["latitude": .float(52.5), "longitude": .float(13)])),
                ]
            )
        )
        #expect(input.occurredAt == Timestamp(rfc3339: "2026-11-21T08:00:00Z"))
        #expect(input.clientEventId == uuid && input.point?.latitude == 52.5 && input.point?.accuracyMeters == nil)
    }
}
