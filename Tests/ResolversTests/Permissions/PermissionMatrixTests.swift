import Auth
import FoundationEssentials
import GraphQLEngine
import JSON
import Resolvers
import Schema
import Testing
import Time

/// Holds the API to `permissions.json`: each role is allowed or refused as the matrix says.
@Suite struct PermissionMatrixTests {
    /// One row of the matrix: the reach per role, one of the letters O, T, S, P and -.
    private struct Rule {
        let code: String
        let letters: [String: String]
    }

    private let schema: GraphQLEngine.Schema
    private let rules: [Rule]

    init() throws {
        schema = try GraphQLEngine.Schema.rollcall()
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../permissions.json")
        let matrix = try JSONReader().read(Array(Data(contentsOf: file)))
        let roles = try #require(matrix["roles"]?.arrayValue).compactMap(\.stringValue)
        rules = try #require(matrix["permissions"]?.arrayValue).map { row in
            let letters = try #require(row["m"]?.arrayValue).compactMap(\.stringValue)
            return Rule(
                code: try #require(row["code"]?.stringValue),
                letters: Dictionary(uniqueKeysWithValues: zip(roles, letters))
            )
        }
    }

    /// The scope that a field's gate asks for; nil where the field has no gate of the permission.
    private func scope(of code: String, at coordinate: String) -> String? {
        let names = coordinate.split(separator: ".").map(String.init)
        guard let field = schema.type(named: names[0]).flatMap({ schema[$0].field(names[1]) }),
            let gate = field.appliedDirectives.first(where: { $0.name == "can" }),
            case .string(code)? = gate["permission"]
        else { return nil }
        guard case .enumeration(let scope, _)? = gate["scope"] else { return "ORGANIZATION" }
        return scope
    }

    private func isAllowed(_ letter: String?, at scope: String) -> Bool {
        let letters = ["SELF": "STOP", "TEAM": "TOP", "ORGANIZATION": "OP", "PLATFORM": "P"]
        return letters[scope]?.contains(letter ?? "-") ?? false
    }

    /// Every code has an operation or a reason; every gate of the schema is of a code that has one.
    @Test func theListIsComplete() {
        let listed = PermissionOperation.all.map(\.code)
        #expect(Set(listed).count == listed.count)
        #expect(Set(listed).isDisjoint(with: PermissionOperation.missing.keys))
        #expect(Set(listed).union(PermissionOperation.missing.keys) == Set(rules.map(\.code)))
        for type in schema.types {
            let gates = [type.appliedDirectives] + type.fields.map(\.appliedDirectives)
            for gate in gates.joined() where gate.name == "can" {
                guard case .string(let code)? = gate["permission"] else { continue }
                #expect(listed.contains(code), "\(type.name) asks for \(code): list an operation")
            }
        }
        for operation in PermissionOperation.all {
            #expect(scope(of: operation.code, at: operation.coordinate) != nil, "\(operation.coordinate)")
        }
    }

    @Test func everyRoleIsAllowedOrRefusedAsTheMatrixSays() async throws {
        try await TenantFixture.with { fixture in
            let first = fixture.first
            let people = [
                "OWNER": first.owner, "ADMIN": first.admin, "MANAGER": first.manager, "MEMBER": first.member,
            ]
            var callers = people.mapValues { Principal.person($0.viewer) }
            callers["DEVICE"] = try await fixture.device().principal
            for operation in PermissionOperation.all {
                let rule = try #require(rules.first { $0.code == operation.code })
                let scope = try #require(self.scope(of: operation.code, at: operation.coordinate))
                for (role, caller) in callers {
                    let response = try await fixture.run(operation.document, principal: caller).response
                    let codes =
                        response["errors"]?.arrayValue?.compactMap { $0["extensions"]?["code"]?.stringValue } ?? []
                    let isAllowed = self.isAllowed(rule.letters[role], at: scope)
                    let expected = isAllowed ? [] : ["FORBIDDEN"]
                    #expect(Set(codes) == Set(expected), "\(role) \(operation.code): \(response.text)")
                }
            }
        }
    }

    /// Platform administrators have no organization of their own here, so the gates are asked themselves.
    @Test func platformAdministratorsPassTheGatesOfTheMatrix() throws {
        let now = Timestamp(secondsSinceEpoch: 0)
        let claims = AccessTokenClaims(
            userID: UUID(),
            sessionID: UUID(),
            sessionEpoch: 1,
            membership: nil,
            isPlatformAdmin: true,
            issuedAt: now,
            expiresAt: now
        )
        let access = ViewerAccess(.person(Viewer(claims)))
        for operation in PermissionOperation.all {
            let rule = try #require(rules.first { $0.code == operation.code })
            let scope = try #require(self.scope(of: operation.code, at: operation.coordinate))
            let names = operation.coordinate.split(separator: ".").map(String.init)
            let parent = schema[try #require(schema.type(named: names[0]))]
            let field = try #require(parent.field(names[1]))
            let denial = access.denial(of: field, on: parent, giving: schema[schema.namedType(of: field.type)])
            #expect(
                (denial == nil) == isAllowed(rule.letters["PLATFORM_ADMIN"], at: scope),
                "\(operation.coordinate)"
            )
        }
    }

    /// None is for those who are not signed in.
    @Test func anonymousCallersAreRefused() async throws {
        try await TenantFixture.with { fixture in
            for operation in PermissionOperation.all {
                let response = try await fixture.execute(operation.document, as: nil)
                #expect(response.errorCode == "UNAUTHENTICATED", "\(operation.coordinate)")
            }
        }
    }
}
