import FoundationEssentials
import JSON
import Schema
import Testing

extension IntegrationTests {
    /// Two organizations on one server: what one has, the other cannot tell from what nobody has.
    @Suite struct IsolationTests {
        private let server: RunningServer

        init() throws {
            server = try RunningServer.current()
        }

        /// An organization with at least one object of every kind.
        private struct Furnished {
            let tenant: Tenant
            let department: String
            let employee: String
            let member: String
            let website: String
            /// Every id that somebody in it gets to see.
            let identifiers: [String]

            init(_ name: String, on server: RunningServer) throws {
                tenant = try Tenant(name, on: server)
                department = try tenant.department("Department", code: "D")
                employee = try tenant.employee(
                    "1",
                    "Somebody",
                    ["departmentId": .string(department), "externalRef": "ref"]
                )
                let client = try tenant.join("member@\(name.lowercased()).example", as: employee)
                _ = try client.at("2030-03-04T09:00:00Z").succeed("attendanceClockIn", [:])
                _ = try client.at("2030-03-04T10:00:00Z").succeed("attendanceBreakStart", [:])
                _ = try client.at("2030-03-04T11:00:00Z").succeed("attendanceClockOut", [:])
                website = try tenant.owner.succeed(
                    "websiteCreate",
                    ["key": "site", "name": "Site"],
                    selecting: "website { id }"
                ).text(at: "website.id")
                _ = try tenant.owner.succeed("invitationCreate", ["email": "invited@nowhere.example"])
                let own = try client.data(Self.own)
                let seen = try tenant.owner.data(Self.everything)
                member = try own.text(at: "viewer.member.id")
                identifiers = Array(Set(own.identifiers + seen.identifiers)).sorted()
            }

            private static let own = "{ viewer { user { id } member { id } employee { id } sessions { id } } }"
            private static let everything = """
                { viewer { user { id } session { id } member { id } } organization { id
                    members { nodes { id user { id } } } departments { nodes { id } }
                    websites { nodes { id } } invitations { nodes { id } } employees(first: 2) { nodes { id
                      attendanceRecords(first: 2) { nodes { id sessions { id breaks { id } } events { id } } } } } } }
                """
        }

        private static let versions = """
            { organization { version members { nodes { version } } departments { nodes { version name } }
                employees { nodes { version member { id } department { id } presence { state } } } } }
            """

        /// One id of each kind, and one of the same kind that nobody has.
        private func pairs(_ identifiers: [String]) -> [(foreign: String, missing: String)] {
            var kinds: [UInt8: String] = [:]
            for identifier in identifiers { kinds[GlobalID(identifier).kindNumber] = identifier }
            return kinds.values.sorted().compactMap { foreign in
                GlobalID(foreign).kind.map { (foreign, GlobalID($0, UUID()).description) }
            }
        }

        @Test("Foreign ids are answered as missing ones (case 24)") func answersForeignIdsAsMissingOnes() throws {
            let first = try Furnished("IsolationA", on: server)
            let second = try Furnished("IsolationB", on: server)
            let own = try #require(second.identifiers.first)
            #expect(first.identifiers.count >= 10)
            #expect(Set(first.identifiers).isDisjoint(with: second.identifiers))
            for identifier in first.identifiers {
                let id = JSONValue.string(identifier)
                let node = try second.tenant.owner.data("query ($id: ID!) { node(id: $id) { id } }", ["id": id])
                #expect(node == ["node": .null], "\(GlobalID(identifier))")
                let employee = try second.tenant.owner.data(
                    "query ($id: ID!) { employee(by: {id: $id}) { id } }",
                    ["id": id]
                )
                #expect(employee == ["employee": .null])
            }
            let all: JSONValue = .array((first.identifiers + [own]).map { .string($0) })
            let nodes = try second.tenant.owner.data("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", ["ids": all])
            #expect(nodes == ["nodes": .array(first.identifiers.map { _ in .null } + [["id": .string(own)]])])
        }

        @Test func filtersForeignIdsAway() throws {
            let first = try Furnished("FiltersA", on: server)
            let second = try Furnished("FiltersB", on: server)
            let document = """
                query ($e: EmployeeFilter, $d: DepartmentFilter) { organization {
                  employees(filter: $e) { totalCount nodes { id } } departments(filter: $d) { totalCount nodes { id } } } }
                """
            let nothing: JSONValue = ["totalCount": 0, "nodes": []]
            for identifier in first.identifiers {
                let id = JSONValue.string(identifier)
                for comparison: JSONValue in [["eq": id], ["in": [id]]] {
                    let filters: [JSONValue] = [
                        ["id": comparison], ["departmentId": comparison], ["managerId": comparison],
                        ["departmentId": comparison, "includeSubDepartments": true],
                        ["or": [["id": comparison], ["and": [["managerId": comparison]]]]],
                    ]
                    for filter in filters {
                        let variables: JSONValue = ["e": filter, "d": ["parentId": comparison]]
                        let data = try second.tenant.owner.data(document, variables)
                        #expect(data.at("organization.employees") == nothing, "\(filter.text)")
                        #expect(data.at("organization.departments") == nothing, "\(filter.text)")
                    }
                }
            }
        }

        /// What an id of nobody's is answered with.
        private static func code(of field: MutationInputs.IdentifierField) -> String {
            // Nobody of a tenant gets as far as an id of the platform's.
            if field.mutation.hasPrefix("platform") { return "FORBIDDEN" }
            // Without an employee it is about the caller, who has no record.
            return field.path == ["voidEventIds"] ? "NO_EMPLOYEE_RECORD" : "NOT_FOUND"
        }

        /// Each ID of each mutation's input, as the schema of the running server has them.
        @Test func refusesForeignIdsInEveryMutation() throws {
            let first = try Furnished("MutationsA", on: server)
            let second = try Furnished("MutationsB", on: server)
            let inputs = try MutationInputs(
                schema: second.tenant.owner.data(MutationInputs.introspection),
                samples: [
                    "departmentId": .string(second.department), "employeeId": .string(second.employee),
                    "memberId": .string(second.member), "identifier": .string(second.tenant.email),
                    "password": .string(Tenant.password), "email": "nobody@nowhere.example",
                    "hiredOn": "2029-01-01", "number": "Z-9", "websiteId": .string(second.website),
                    "configurationPatch": [:], "at": ["instant": "2029-01-01T00:00:00Z"],
                    "domain": "www.nowhere.example",
                ]
            )
            let before = try first.tenant.owner.data(Self.versions)
            let cases = inputs.identifierFields
            #expect(Set(cases.map(\.mutation)).count >= 12, "\(cases)")
            for field in cases {
                for (foreign, missing) in pairs(first.identifiers) {
                    let answer = try second.tenant.owner.send(field.document, field.variables(.string(foreign)))
                    let expected = try second.tenant.owner.send(field.document, field.variables(.string(missing)))
                    #expect(answer.body == expected.body, "\(field) \(GlobalID(foreign))")
                    #expect(answer.body.contains("\"\(Self.code(of: field))\""), "\(field): \(answer.body)")
                }
            }
            #expect(try first.tenant.owner.data(Self.versions) == before)
        }
    }
}
