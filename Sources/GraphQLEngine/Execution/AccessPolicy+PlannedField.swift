extension AccessPolicy {
    /// Why a field of a plan that was made with another policy must not be selected with this one, or nil.
    ///
    /// The plan has decided which of an abstract type's objects are shown; so all of them have to be allowed here.
    func denial(of field: PlannedField, in schema: Schema) -> GraphQLError? {
        guard case .field(let position) = field.target else { return nil }
        let parent = schema[field.parent]
        let type = schema[schema.namedType(of: field.type)]
        if let denial = denial(of: parent.fields[position], on: parent, giving: type) { return denial }
        guard type.kind.isAbstract else { return nil }
        for possible in type.possibleTypes {
            if let denial = denial(of: schema[possible]) { return denial }
        }
        return nil
    }
}
