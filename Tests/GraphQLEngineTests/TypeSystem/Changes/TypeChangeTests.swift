import GraphQLEngine
import Testing

@Suite struct TypeChangeTests {
    @Test(arguments: [
        ChangeCase(
            "scalar A scalar B",
            "scalar C scalar A",
            "TYPE_REMOVED: B was removed.",
            "TYPE_ADDED: C was added."
        ),
        ChangeCase(
            "scalar A enum B { V }",
            "type A { a: Boolean } input B { a: Boolean }",
            "TYPE_CHANGED_KIND: A changed from a Scalar type to an Object type.",
            "TYPE_CHANGED_KIND: B changed from an Enum type to an Input type."
        ),
        ChangeCase(
            "union A = Query interface B { a: Boolean }",
            "interface A { a: Boolean } union B = Query",
            "TYPE_CHANGED_KIND: A changed from a Union type to an Interface type.",
            "TYPE_CHANGED_KIND: B changed from an Interface type to a Union type."
        ),
        ChangeCase(
            "scalar A",
            #""New" scalar A"#,
            #"DESCRIPTION_CHANGED: Description of A has changed to "New"."#
        ),
    ])
    func types(_ change: ChangeCase) throws {
        #expect(try change.found() == change.changes)
    }

    @Test(arguments: [
        ChangeCase(
            "union U = A | B type A { a: Boolean } type B { a: Boolean } type C { a: Boolean }",
            "union U = A | C type A { a: Boolean } type B { a: Boolean } type C { a: Boolean }",
            "TYPE_ADDED_TO_UNION: C was added to union type U.",
            "TYPE_REMOVED_FROM_UNION: B was removed from union type U."
        ),
        ChangeCase(
            "enum E { A B C }",
            #"enum E { "Letter" A C D }"#,
            "VALUE_ADDED_TO_ENUM: Enum value E.D was added.",
            "VALUE_REMOVED_FROM_ENUM: Enum value E.B was removed.",
            #"DESCRIPTION_CHANGED: Description of enum value E.A has changed to "Letter"."#
        ),
        ChangeCase(
            "interface I { a: Boolean } interface J { a: Boolean } type A implements I { a: Boolean }",
            "interface I { a: Boolean } interface J { a: Boolean } type A implements J { a: Boolean }",
            "IMPLEMENTED_INTERFACE_ADDED: J added to interfaces implemented by A.",
            "IMPLEMENTED_INTERFACE_REMOVED: A no longer implements interface I."
        ),
    ])
    func members(_ change: ChangeCase) throws {
        #expect(try change.found() == change.changes)
    }

    @Test(arguments: [
        ChangeCase(
            "input I { a: Boolean b: Boolean }",
            "input I { a: Boolean c: Boolean d: Boolean! e: Boolean! = true }",
            "OPTIONAL_INPUT_FIELD_ADDED: An optional field I.c was added.",
            "REQUIRED_INPUT_FIELD_ADDED: A required field I.d was added.",
            "OPTIONAL_INPUT_FIELD_ADDED: An optional field I.e was added.",
            "FIELD_REMOVED: Field I.b was removed."
        ),
        ChangeCase(
            "input I { a: Boolean! b: Boolean c: [Boolean!]! d: [Boolean] }",
            #"input I { a: Boolean b: Boolean! c: [Boolean] "New" d: Boolean }"#,
            "FIELD_CHANGED_KIND_SAFE: Field I.a changed type from Boolean! to Boolean.",
            "FIELD_CHANGED_KIND: Field I.b changed type from Boolean to Boolean!.",
            "FIELD_CHANGED_KIND_SAFE: Field I.c changed type from [Boolean!]! to [Boolean].",
            "FIELD_CHANGED_KIND: Field I.d changed type from [Boolean] to Boolean.",
            #"DESCRIPTION_CHANGED: Description of input-field I.d has changed to "New"."#
        ),
        ChangeCase(
            "input I { a: Boolean = true b: Boolean c: Boolean = true d: Boolean! = true }",
            "input I { a: Boolean b: Boolean = true c: Boolean = false d: Boolean = true }",
            "INPUT_FIELD_DEFAULT_VALUE_CHANGE: I.a defaultValue was removed.",
            "INPUT_FIELD_DEFAULT_VALUE_ADDED: I.b added a defaultValue true.",
            "INPUT_FIELD_DEFAULT_VALUE_CHANGE: I.c has changed defaultValue from true to false."
        ),
    ])
    func inputFields(_ change: ChangeCase) throws {
        #expect(try change.found() == change.changes)
    }

    @Test func everyTypeOfChangeHasOneCriticality() {
        #expect(SchemaChangeType.fieldRemoved.criticality == .breaking)
        #expect(SchemaChangeType.valueAddedToEnum.criticality == .dangerous)
        #expect(SchemaChangeType.typeAdded.criticality == .safe)
        #expect(SchemaChange.Criticality.allCases.sorted() == [.safe, .dangerous, .breaking])
    }
}
