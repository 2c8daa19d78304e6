public import JSON

/// A root field of a mutation with directives of the schema's own, about to be run with all that is selected below it.
public struct RootMutation {
    /// Name of the field, whatever its alias.
    public let name: String
    /// What its directives say.
    public let directives: [FieldDirective]
    private let bound: BoundPlan
    private let field: Int
    private let onError: ErrorBehavior

    init(_ field: Int, of bound: BoundPlan, onError: ErrorBehavior) throws(GraphQLError) {
        name = bound.plan.fields[field].name
        directives = try bound.directives(of: field)
        self.bound = bound
        self.field = field
        self.onError = onError
    }

    /// What is asked for: the field, its coerced arguments and its selection as the caller's rights make it. The same
    /// for two documents that ask for the same, however they are written.
    public var canonicalRequest: [UInt8] { CanonicalRequest.bytes(of: field, in: bound, onError: onError) }
}

/// A field's part of a response.
public struct FieldAnswer: Sendable {
    /// The value as it stands in `data`.
    public let json: [UInt8]
    /// With paths from the field's value on, in the order of the response.
    public let errors: [GraphQLError]

    /// - Parameter json: valid, and without white space.
    public init(json: [UInt8], errors: [GraphQLError]) {
        self.json = json
        self.errors = errors
    }

    var isNull: Bool { json.elementsEqual("null".utf8) }
}

extension ResponseWriter {
    /// What a field of the root object has become.
    static func answer(
        _ bound: BoundPlan,
        _ root: ObjectGroup,
        _ position: Int,
        _ field: Int,
        onError: ErrorBehavior
    ) -> FieldAnswer {
        var writer = ResponseWriter(bound: bound, onError: onError)
        if !writer.writeField(root, 0, position, field) {
            writer.rewind(to: 0)
            writer.json.writeNull()
        }
        let errors = writer.errors.map { error in
            var relative = error
            relative.path = Array(error.path.dropFirst())
            return relative
        }
        return FieldAnswer(json: writer.json.takeBytes(), errors: errors)
    }

    /// Writes an answer in the place of a field's value. False when it must not be null and is.
    mutating func write(_ answer: FieldAnswer, _ field: Int) -> Bool {
        for error in answer.errors {
            var placed = error
            placed.path = plan.segments(path[...]) + error.path
            errors.append(placed)
        }
        if answer.isNull { return writeNull(unlessForbidden: plan.fields[field].forbidsNull[0]) }
        json.append(answer.json)
        return true
    }
}
