import FoundationEssentials
import JSON
import Postgres
import Schema
import Testing
import Time

@Suite struct WorkLocationTests {
    private static let fields =
        "location { name timeZone point { latitude longitude accuracyMeters } radiusMeters ipAllowlist version deletedAt }"

    private func create(_ fixture: TenantFixture, _ input: JSONObject) async throws -> JSONValue {
        let fields = Self.fields.replacing("{ name", with: "{ id name")
        return try await fixture.mutate("workLocationCreate", input, fields, as: fixture.first.admin.viewer)
    }

    private func update(_ fixture: TenantFixture, _ input: JSONObject) async throws -> JSONValue {
        try await fixture.mutate("workLocationUpdate", input, Self.fields, as: fixture.first.admin.viewer)
    }

    private func delete(_ fixture: TenantFixture, _ id: JSONValue) async throws -> JSONValue {
        try await fixture.mutate("workLocationDelete", ["locationId": id], Self.fields, as: fixture.first.admin.viewer)
    }

    /// A new location's id.
    private func location(
        _ fixture: TenantFixture,
        _ name: JSONValue,
        _ more: JSONObject = [:]
    ) async throws -> JSONValue {
        var input: JSONObject = ["name": name, "timeZone": "Asia/Tokyo"]
        for member in more { input[member.key] = member.value }
        let payload = try await create(fixture, input)
        #expect(payload["userErrors"] == [])
        return try #require(payload["location"]?["id"])
    }

    private func key(_ id: JSONValue) -> Parameter { .uuid(GlobalID(id.stringValue ?? "").uuid) }

    private func place(_ fixture: TenantFixture, _ number: String, at location: JSONValue) throws {
        _ = try fixture.owner().query(
            "UPDATE employees SET location_id = $2 WHERE organization_id = $1 AND employee_number = $3",
            [.uuid(fixture.first.id), key(location), .text(number)]
        )
    }

    @Test func aLocationIsCreatedWithItsGeofence() async throws {
        try await TenantFixture.with { fixture in
            let payload = try await create(
                fixture,
                [
                    "name": " Depot ", "timeZone": "Europe/Berlin",
                    "point": ["latitude": 52.5, "longitude": 13.4, "accuracyMeters": 5], "radiusMeters": 150,
                    "ipAllowlist": ["192.0.2.0/24", "2001:db8::/32"],
                ]
            )
            #expect(payload["userErrors"] == [])
            let location = payload["location"]
            #expect(location?["name"] == "Depot" && location?["timeZone"] == "Europe/Berlin")
            #expect(location?["point"] == ["latitude": 52.5, "longitude": 13.4, "accuracyMeters": nil])
            #expect(location?["radiusMeters"] == 150)
            #expect(location?["ipAllowlist"] == ["192.0.2.0/24", "2001:db8::/32"])
            let id = try #require(location?["id"]?.stringValue)
            let node = "query ($id: ID!) { node(id: $id) { ... on WorkLocation { name version } } }"
            let found = try await fixture.data(node, ["id": .string(id)], as: fixture.first.member.viewer)
            #expect(found == ["node": ["name": "Depot", "version": 1]])
        }
    }

    @Test func whatCannotBeStoredIsReportedByField() async throws {
        try await TenantFixture.with { fixture in
            _ = try await location(fixture, "Depot")
            let many = JSONValue.array(Array(repeating: "192.0.2.0/24", count: 101))
            let cases: [(JSONObject, String, String)] = [
                (["name": " "], "name", "REQUIRED"), (["name": "DEPOT"], "name", "TAKEN"),
                (["name": .string(String(repeating: "x", count: 201))], "name", "TOO_LONG"),
                (["timeZone": "Mars/Base"], "timeZone", "INVALID"),
                (["point": ["latitude": 91, "longitude": 0]], "point", "OUT_OF_RANGE"),
                (["point": ["latitude": 0, "longitude": -181]], "point", "OUT_OF_RANGE"),
                (["radiusMeters": 100], "point", "REQUIRED"),
                (["radiusMeters": 0, "point": ["latitude": 0, "longitude": 0]], "radiusMeters", "OUT_OF_RANGE"),
                (["radiusMeters": 100_001, "point": ["latitude": 0, "longitude": 0]], "radiusMeters", "OUT_OF_RANGE"),
                (["ipAllowlist": ["nowhere"]], "ipAllowlist", "INVALID"),
                (["ipAllowlist": ["192.0.2.1/24"]], "ipAllowlist", "INVALID"),
                (["ipAllowlist": many], "ipAllowlist", "TOO_LONG"),
            ]
            for (members, field, code) in cases {
                var input: JSONObject = ["name": "Other", "timeZone": "UTC"]
                for member in members { input[member.key] = member.value }
                let payload = try await create(fixture, input)
                #expect(
                    payload["userErrors"] == [["code": .string(code), "path": ["input", .string(field)]]],
                    "\(JSONValue.object(members).text): \(payload.text)"
                )
                #expect(payload["location"] == JSONValue.null)
            }
        }
    }

    @Test func updatesKeepAndClearAndRefuseTheStale() async throws {
        try await TenantFixture.with { fixture in
            let point: JSONValue = ["latitude": 1, "longitude": 2]
            let more: JSONObject = ["point": point, "radiusMeters": 50, "ipAllowlist": ["192.0.2.0/24"]]
            let id = try await location(fixture, "Depot", more)
            let renamed = try await update(fixture, ["locationId": id, "name": "Yard", "expectedVersion": 1])
            #expect(renamed["location"]?["name"] == "Yard" && renamed["location"]?["version"] == 2)
            #expect(
                renamed["location"]?["radiusMeters"] == 50 && renamed["location"]?["ipAllowlist"] == ["192.0.2.0/24"]
            )
            let stale = try await update(fixture, ["locationId": id, "name": "Z", "expectedVersion": 1])
            #expect(stale["userErrors"] == [["code": "STALE_VERSION", "path": ["input", "expectedVersion"]]])
            let pointless = try await update(fixture, ["locationId": id, "point": nil])
            #expect(pointless["userErrors"] == [["code": "REQUIRED", "path": ["input", "point"]]])
            let cleared = try await update(
                fixture,
                ["locationId": id, "point": nil, "radiusMeters": nil, "ipAllowlist": nil]
            )
            #expect(cleared["userErrors"] == [])
            #expect(cleared["location"]?["point"] == JSONValue.null && cleared["location"]?["ipAllowlist"] == [])
            for field in ["name", "timeZone"] {
                let payload = try await update(fixture, ["locationId": id, field: nil])
                #expect(payload["userErrors"] == [["code": "REQUIRED", "path": ["input", .string(field)]]])
            }
            let malformed = try await update(fixture, ["locationId": id, "ipAllowlist": ["x"]])
            #expect(malformed["userErrors"] == [["code": "INVALID", "path": ["input", "ipAllowlist"]]])
            #expect(try fixture.auditRows("workLocationUpdate").count == 2)
        }
    }

    @Test func aLocationIsDeletedWhenNobodyStandsThereAnyMore() async throws {
        try await TenantFixture.with { fixture in
            let id = try await location(fixture, "Depot")
            let owner = try fixture.owner()
            let parameters: [Parameter] = [.uuid(fixture.first.id), key(id)]
            let inUse: JSONValue = [["code": "IN_USE", "path": ["input", "locationId"]]]
            try place(fixture, "E-3", at: id)
            #expect(try await delete(fixture, id)["userErrors"] == inUse)
            _ = try owner.query("UPDATE employees SET location_id = NULL")
            _ = try owner.query(
                """
                INSERT INTO devices (organization_id, name, kind, location_id, key_hash, created_by)
                VALUES ($1, 'Gate', 'rfid', $2, decode(repeat('00', 32), 'hex'), $3)
                """,
                parameters + [.uuid(fixture.first.owner.userID)]
            )
            #expect(try await delete(fixture, id)["userErrors"] == inUse)
            _ = try owner.query("UPDATE devices SET revoked_at = now()")
            let shift = Parameter.uuid(UUID())
            _ = try owner.query(
                "INSERT INTO shifts (organization_id, id, name, start_time, end_time) VALUES ($1, $2, 'Early', '6:00', '14:00')",
                [.uuid(fixture.first.id), shift]
            )
            _ = try owner.query(
                """
                INSERT INTO shift_assignments (organization_id, location_id, shift_id, employee_id, valid)
                SELECT $1, $2, $3, $4, daterange('2020-01-01', NULL)
                """,
                parameters + [shift, .uuid(fixture.first.member.employeeID)]
            )
            #expect(try await delete(fixture, id)["userErrors"] == inUse)
            _ = try owner.query("UPDATE shift_assignments SET valid = '[2020-01-01,2020-02-01)'")
            let deleted = try await delete(fixture, id)
            #expect(deleted["userErrors"] == [])
            #expect(deleted["location"]?["deletedAt"]?.stringValue != nil)
            let missing: JSONValue = [["code": "NOT_FOUND", "path": ["input", "locationId"]]]
            #expect(try await delete(fixture, id)["userErrors"] == missing)
            #expect(try await update(fixture, ["locationId": id])["userErrors"] == missing)
            _ = try await location(fixture, "Depot")
        }
    }

    /// Both take the organization's lock, so either the employee is seen, or the location is missing.
    @Test func nobodyMovesToALocationWhileItIsDeleted() async throws {
        try await TenantFixture.with { fixture in
            for round in 0..<5 {
                let id = try await location(fixture, .string("Depot \(round)"))
                let employee = fixture.first.member.employeeGlobalID.description
                let input: JSONObject = ["employeeId": .string(employee), "employee": ["locationId": id]]
                async let moved = fixture.mutate("employeeUpdate", input, as: fixture.first.admin.viewer)
                async let deleted = delete(fixture, id)
                let errors = try await [moved, deleted].map { $0["userErrors"]?.arrayValue?.compactMap { $0["code"] } }
                #expect(errors == [[], ["IN_USE"]] || errors == [["NOT_FOUND"], []], "\(errors)")
            }
        }
    }

    @Test func membersSeeLocationsByNameAndChangeNone() async throws {
        try await TenantFixture.with { fixture in
            let ids = [
                try await location(fixture, "b"), try await location(fixture, "A"), try await location(fixture, "c"),
            ]
            _ = try await delete(fixture, ids[2])
            let document = """
                query ($after: String) { organization { locations(first: 1, after: $after) {
                  totalCount nodes { name } pageInfo { endCursor hasNextPage } } } }
                """
            let member = fixture.first.member.viewer
            let first = try await fixture.data(document, as: member)["organization"]?["locations"]
            #expect(first?["totalCount"] == 2 && first?["nodes"] == [["name": "A"]])
            let cursor = try #require(first?["pageInfo"]?["endCursor"])
            let second = try await fixture.data(document, ["after": cursor], as: member)["organization"]?["locations"]
            #expect(second?["nodes"] == [["name": "b"]] && second?["pageInfo"]?["hasNextPage"] == false)
            let others = try await fixture.data(document, as: fixture.second.owner.viewer)
            #expect(others["organization"]?["locations"]?["totalCount"] == 0)
            let input: JSONObject = ["locationId": ids[0]]
            let refused = try await fixture.response("workLocationDelete", input, as: fixture.first.manager.viewer)
            #expect(refused["errors"]?.arrayValue?.first?["extensions"]?["code"] == "FORBIDDEN")
        }
    }

    @Test func employeesStandAtLocationsAndLiveInTheirZones() async throws {
        try await TenantFixture.with { fixture in
            let admin = fixture.first.admin.viewer
            let tokyo = try await location(fixture, "Tokyo")
            let item: JSONObject = ["number": "N-1", "fullName": "New", "hiredOn": "2020-01-01", "locationId": tokyo]
            let created = try await fixture.mutate("employeeCreate", ["employee": .object(item)], as: admin)
            #expect(created["userErrors"] == [])
            var other = item
            other["number"] = "N-2"
            other["timeZone"] = "Europe/Berlin"
            let upserted = try await fixture.mutate("employeesBulkUpsert", ["items": [.object(other)]], as: admin)
            #expect(upserted["userErrors"] == [])
            let document = """
                query ($filter: EmployeeFilter) { organization { employees(filter: $filter, orderBy: [{field: NUMBER}]) {
                  totalCount nodes { number timeZone location { name } } } } }
                """
            let filter: JSONValue = ["locationId": ["eq": tokyo]]
            let statements = try await fixture.statements.during {
                let there = try await fixture.data(document, ["filter": filter], as: admin)["organization"]?[
                    "employees"
                ]
                let place: JSONValue = ["name": "Tokyo"]
                #expect(
                    there?["nodes"] == [
                        ["number": "N-1", "timeZone": "Asia/Tokyo", "location": place],
                        ["number": "N-2", "timeZone": "Europe/Berlin", "location": place],
                    ]
                )
            }
            #expect(statements.count == 4)
            let elsewhere: JSONValue = ["locationId": ["isNull": true]]
            let rest = try await fixture.data(document, ["filter": elsewhere], as: admin)["organization"]?["employees"]
            #expect(rest?["totalCount"] == 3)
            #expect(rest?["nodes"]?.arrayValue?.first == ["number": "E-1", "timeZone": "UTC", "location": nil])
        }
    }

    @Test func locationsOfOthersAreMissing() async throws {
        try await TenantFixture.with { fixture in
            let foreign = UUID()
            _ = try fixture.owner().query(
                "INSERT INTO work_locations (organization_id, id, name, time_zone) VALUES ($1, $2, 'Theirs', 'UTC')",
                [.uuid(fixture.second.id), .uuid(foreign)]
            )
            let id = JSONValue.string(GlobalID(.workLocation, foreign).description)
            let admin = fixture.first.admin.viewer
            let item: JSONValue = ["number": "N-1", "fullName": "New", "hiredOn": "2020-01-01", "locationId": id]
            let created = try await fixture.mutate("employeeCreate", ["employee": item], as: admin)
            #expect(created["userErrors"] == [["code": "NOT_FOUND", "path": ["input", "employee", "locationId"]]])
            let fields = "results { userErrors { code path } }"
            let upserted = try await fixture.mutate("employeesBulkUpsert", ["items": [item]], fields, as: admin)
            let expected: JSONValue = [["code": "NOT_FOUND", "path": ["input", "items", "0", "locationId"]]]
            #expect(upserted["results"]?.arrayValue?.first?["userErrors"] == expected)
            #expect(try await delete(fixture, id)["userErrors"]?.arrayValue?.first?["code"] == "NOT_FOUND")
            let node = "query ($id: ID!) { node(id: $id) { id } }"
            #expect(try await fixture.data(node, ["id": id], as: admin) == ["node": nil])
        }
    }
}
