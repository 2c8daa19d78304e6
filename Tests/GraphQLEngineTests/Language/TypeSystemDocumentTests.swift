import GraphQLEngine
import Testing

@Suite struct TypeSystemDocumentTests {
    @Test func everyDefinition() throws {
        let document = try Document.parse(Source(KitchenSink.typeSystem))
        #expect(document.definitions.count == 30)
        #expect(document.schemas.map(\.isExtension) == [false, true, true])
        #expect(document.types.filter { !$0.isExtension }.count == 13)
        #expect(document.types.filter(\.isExtension).count == 11)
        #expect(document.directiveDefinitions.map(\.isRepeatable) == [true, false, false])
        let kinds = Set(document.types.map(\.kind))
        #expect(kinds == [.scalar, .object, .interface, .union, .enumeration, .inputObject])
    }

    @Test func objectType() throws {
        let text = "\"D\" type A implements & B & C @d { \"E\" f(g: Int = 1, h: I): [J!] @k, l: M }"
        let document = try Document.parse(Source(text))
        let type = try #require(document.types.first)
        #expect(document.text(type.name) == "A")
        #expect(type.offset == 0)
        #expect(type.name.offset == 9)
        #expect(type.description.map { document.strings[Int($0)].text } == "D")
        #expect(type.interfaces.indices.map { document.text(document.names[$0]) } == ["B", "C"])
        #expect(type.members.isEmpty)
        let fields = document.fields[type.fields.indices]
        #expect(fields.map { document.text($0.name) } == ["f", "l"])
        #expect(fields.map { document.printedType($0.type) } == ["[J!]", "M"])
        let field = try #require(fields.first)
        #expect(field.description.map { document.strings[Int($0)].text } == "E")
        let arguments = document.inputValues[field.arguments.indices]
        #expect(arguments.map { document.text($0.name) } == ["g", "h"])
        #expect(arguments.map { $0.defaultValue.map(document.printedValue) } == ["1", nil])
    }

    @Test func union() throws {
        let document = try Document.parse(Source("union A @b = | C | D"))
        let type = try #require(document.types.first)
        #expect(type.interfaces.isEmpty)
        #expect(type.members.indices.map { document.text(document.names[$0]) } == ["C", "D"])
    }

    @Test func enumeration() throws {
        let document = try Document.parse(Source("enum A { \"D\" B @c D }"))
        #expect(document.enumValues.map { document.text($0.name) } == ["B", "D"])
        #expect(document.enumValues.map(\.directives.count) == [1, 0])
        #expect(document.enumValues.map(\.offset) == [9, 18])
    }

    @Test func inputObject() throws {
        let document = try Document.parse(Source("input A { b: C = {d: [1]}, e: F @g }"))
        let type = try #require(document.types.first)
        let fields = document.inputValues[type.inputFields.indices]
        #expect(fields.map { document.text($0.name) } == ["b", "e"])
        #expect(fields.map { $0.defaultValue.map(document.printedValue) } == ["{ d: [1] }", nil])
        #expect(type.fields.isEmpty)
    }

    @Test func schema() throws {
        let document = try Document.parse(Source("schema { query: A mutation: B subscription: C }"))
        #expect(document.operationTypes.map(\.operation) == [.query, .mutation, .subscription])
        #expect(document.operationTypes.map { document.text($0.type) } == ["A", "B", "C"])
        #expect(document.operationTypes.map(\.offset) == [9, 18, 30])
    }

    @Test(arguments: DirectiveLocation.allCases)
    func directiveLocations(location: DirectiveLocation) throws {
        let document = try Document.parse(Source("directive @a on \(location.rawValue)"))
        #expect(document.names.map(document.text) == [location.rawValue])
    }
}
