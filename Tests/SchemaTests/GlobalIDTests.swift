import FoundationEssentials
import GraphQLEngine
import JSON
import Schema
import Testing

@Suite struct GlobalIDTests {
    private static let key = UUID(uuidString: "00112233-4455-6677-8899-AABBCCDDEEFF")!

    @Test func textIsBase64URL() {
        #expect(GlobalID(.employee, Self.key).description == "BgARIjNEVWZ3iJmqu8zd7v8")
    }

    @Test func isReadBack() {
        for kind in NodeKind.allCases {
            let id = GlobalID(kind, UUID())
            #expect(GlobalID(id.description) == id)
            #expect(id.kind == kind && id.key(of: kind) == id.uuid)
        }
        #expect(GlobalID(.user, Self.key).key(of: .employee) == nil)
    }

    @Test(arguments: [
        "", "x", "BgARIjNEVWZ3iJmqu8zd7v8=", "BgARIjNEVWZ3iJmqu8zd7v", "BgARIjNEVWZ3iJmqu8zd7v9",
        "BgARIjNEVWZ3iJmqu8zd7v+", "00112233-4455-6677-8899-aabbccddeeff", "ÄÄÄÄÄÄÄÄÄÄÄa",
    ])
    func malformedTextMatchesNothing(_ text: String) {
        #expect(GlobalID(text) == .unmatchable)
        #expect(GlobalID(text).kind == nil)
    }

    @Test func unknownKindsMatchNothing() {
        let text = "_" + GlobalID(.user, Self.key).description.dropFirst()
        #expect(GlobalID(text).kind == nil)
        #expect(NodeKind.allCases.allSatisfy { GlobalID(text).key(of: $0) == nil })
    }

    @Test func kindsAreNamedAsTheirTypes() throws {
        let schema = try GraphQLEngine.Schema.rollcall()
        for kind in NodeKind.allCases {
            #expect(schema.type(named: kind.typeName) != nil, "\(kind)")
            #expect(NodeKind(typeName: kind.typeName) == kind)
        }
        #expect(NodeKind(typeName: "employee") == nil)
    }

    @Test func isWrittenAsAString() {
        var writer = JSONWriter()
        GlobalID(.employee, Self.key).writeLeaf(to: &writer)
        #expect(String(decoding: writer.takeBytes(), as: UTF8.self) == "\"BgARIjNEVWZ3iJmqu8zd7v8\"")
    }
}
