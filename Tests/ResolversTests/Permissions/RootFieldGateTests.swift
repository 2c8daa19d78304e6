import GraphQLEngine
import Schema
import Testing

/// Every root field says who may use it: `@can`, `@public`, or a reason here.
@Suite struct RootFieldGateTests {
    /// The fields for everybody who is signed in, and why.
    private static let forEverybodySignedIn: [String: String] = [
        "Query.node": "the gate on the object's type decides",
        "Query.nodes": "the gate on the objects' types decides",
        "Query.organization": "a member sees their own organization; its fields have gates",
        "Query.permissions": "the catalogue is the same for everybody and tells nothing of a tenant",
        "Query.user": "people see themselves and their colleagues",
        "Query.publicOrganization": "it shows what an organization has made public",
        "Mutation.authLogout": "everybody may end their own session",
        "Mutation.authLogoutAll": "everybody may end their own sessions",
        "Mutation.passwordChange": "everybody may change their own password",
        "Mutation.sessionRevoke": "everybody may end their own sessions",
        "Mutation.userDeactivateSelf": "everybody but owners may put their own account out of use",
        "Mutation.userEmailChangeRequest": "everybody may change their own address",
        "Mutation.userProfileUpdate": "everybody may change their own profile",
        "Mutation.authSwitchOrganization": "everybody may go on in another organization of theirs",
        "Mutation.emailVerificationSend": "everybody may verify their own address",
        "Mutation.organizationCreate": "everybody may found an organization",
        "Mutation.invitationAccept": "the link of the invitation lets its person in",
        "Mutation.memberLeave": "everybody but the owner may leave",
    ]

    @Test func everyRootFieldHasAGateOrAReason() throws {
        let schema = try GraphQLEngine.Schema.rollcall()
        var reasoned: Set<String> = []
        for case let root? in [schema.queryType, schema.mutationType, schema.subscriptionType] {
            for field in schema[root].fields {
                let names = Set(field.appliedDirectives.map(\.name))
                let coordinate = "\(schema[root].name).\(field.name)"
                if names.isDisjoint(with: ["can", "public"]) { reasoned.insert(coordinate) }
                #expect(!names.isSuperset(of: ["can", "public"]), "\(coordinate) is both")
            }
        }
        #expect(reasoned == Set(Self.forEverybodySignedIn.keys))
    }
}
