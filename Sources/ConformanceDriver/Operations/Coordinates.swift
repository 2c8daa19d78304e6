import GraphQLEngine
import JSON

/// The operation that resolves a schema coordinate.
enum Coordinates {
    static func resolve(_ request: Request, _ schemas: inout SchemaCache) throws(Failure) -> JSONObject {
        let schema = try request.schema("sdl", &schemas)
        let coordinate = try coordinate(try request.text("coordinate"))
        do {
            guard let element = try schema.element(at: coordinate) else { return ["kind": .null] }
            return members(element, schema)
        } catch {
            throw Failure([error])
        }
    }

    private static func coordinate(_ text: String) throws(Failure) -> SchemaCoordinate {
        do {
            return try SchemaCoordinate.parse(Source(text))
        } catch {
            throw Failure([GraphQLError(error)])
        }
    }

    private static func members(_ element: SchemaElement, _ schema: Schema) -> JSONObject {
        switch element {
        case .namedType(let type):
            ["kind": "NamedType", "type": .string(schema[type].name)]
        case .field(let type, let field):
            ["kind": "Field", "type": .string(schema[type].name), "field": .string(field.name)]
        case .inputField(let type, let field):
            ["kind": "InputField", "type": .string(schema[type].name), "inputField": .string(field.name)]
        case .enumValue(let type, let value):
            ["kind": "EnumValue", "type": .string(schema[type].name), "enumValue": .string(value.name)]
        case .fieldArgument(let type, let field, let argument):
            [
                "kind": "FieldArgument", "type": .string(schema[type].name), "field": .string(field.name),
                "argument": .string(argument.name),
            ]
        case .directive(let directive):
            ["kind": "Directive", "directive": .string(directive.name)]
        case .directiveArgument(let directive, let argument):
            [
                "kind": "DirectiveArgument", "directive": .string(directive.name),
                "argument": .string(argument.name),
            ]
        }
    }
}
