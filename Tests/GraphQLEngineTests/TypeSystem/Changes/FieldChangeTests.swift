import GraphQLEngine
import Testing

@Suite struct FieldChangeTests {
    @Test(arguments: [
        ChangeCase(
            "type A { a: Boolean b: Boolean }",
            "type A { b: Boolean c: Boolean }",
            "FIELD_REMOVED: Field A.a was removed.",
            "FIELD_ADDED: Field A.c was added."
        ),
        ChangeCase(
            "type A { a: Boolean b: Boolean! c: [Boolean] d: [Boolean!]! e: Query }",
            "type A { a: Boolean! b: Boolean c: [Boolean!]! d: Boolean e: A }",
            "FIELD_CHANGED_KIND_SAFE: Field A.a changed type from Boolean to Boolean!.",
            "FIELD_CHANGED_KIND: Field A.b changed type from Boolean! to Boolean.",
            "FIELD_CHANGED_KIND_SAFE: Field A.c changed type from [Boolean] to [Boolean!]!.",
            "FIELD_CHANGED_KIND: Field A.d changed type from [Boolean!]! to Boolean.",
            "FIELD_CHANGED_KIND: Field A.e changed type from Query to A."
        ),
        ChangeCase(
            "interface A { a: Boolean }",
            #"interface A { "New" a: Boolean! }"#,
            "FIELD_CHANGED_KIND_SAFE: Field A.a changed type from Boolean to Boolean!.",
            #"DESCRIPTION_CHANGED: Description of field A.a has changed to "New"."#
        ),
    ])
    func fields(_ change: ChangeCase) throws {
        #expect(try change.found() == change.changes)
    }

    @Test(arguments: [
        ChangeCase(
            "type A { a(x: Boolean, y: Boolean): Boolean }",
            #"type A { a(v: Boolean, w: Boolean!, "New" x: Boolean!): Boolean }"#,
            "ARG_REMOVED: Argument A.a(y:) was removed.",
            "ARG_CHANGED_KIND: Argument A.a(x:) has changed type from Boolean to Boolean!.",
            #"DESCRIPTION_CHANGED: Description of argument A.a(x) has changed to "New"."#,
            "OPTIONAL_ARG_ADDED: An optional argument A.a(v:) was added.",
            "REQUIRED_ARG_ADDED: A required argument A.a(w:) was added."
        ),
        ChangeCase(
            "type A { a(x: Boolean!, y: Boolean! = true): Boolean }",
            "type A { a(x: Boolean, y: Boolean = true): Boolean }",
            "ARG_CHANGED_KIND_SAFE: Argument A.a(x:) has changed type from Boolean! to Boolean."
        ),
        ChangeCase(
            "type A { a(x: Boolean = true, y: Boolean, z: Boolean = true): Boolean }",
            "type A { a(x: Boolean = null, y: Boolean = null, z: Boolean): Boolean }",
            "ARG_DEFAULT_VALUE_CHANGE: A.a(x:) has changed defaultValue from true to null.",
            "ARG_DEFAULT_VALUE_ADDED: A.a(y:) added a defaultValue null.",
            "ARG_DEFAULT_VALUE_CHANGE: A.a(z:) defaultValue was removed."
        ),
    ])
    func arguments(_ change: ChangeCase) throws {
        #expect(try change.found() == change.changes)
    }

    @Test(arguments: [
        ChangeCase(
            "scalar S type A { a(x: S = { b: 1, a: [{ d: 1, c: 2 }] }): Boolean }",
            "scalar S type A { a(x: S = { a: [{ c: 2, d: 1 }], b: 1 }): Boolean }"
        ),
        ChangeCase(
            "scalar S type A { a(x: S = { a10: 1, a2: 1 }): Boolean }",
            "scalar S type A { a(x: S = [2, 1]): Boolean }",
            "ARG_DEFAULT_VALUE_CHANGE: A.a(x:) has changed defaultValue from { a2: 1, a10: 1 } to [2, 1]."
        ),
    ])
    func orderOfFieldsInDefaultsDoesNotCount(_ change: ChangeCase) throws {
        #expect(try change.found() == change.changes)
    }
}
