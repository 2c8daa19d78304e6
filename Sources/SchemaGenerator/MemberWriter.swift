import GraphQLEngine

/// Writes the members of a struct that is decoded from slots: properties and their decoding.
struct MemberWriter {
    let types: SwiftType
    /// Nullable members tell an absent value from null.
    let tellsAbsentFromNull: Bool
    /// Whether a struct of this input type would contain itself.
    let containsOwner: (TypeReference) -> Bool

    func property(_ member: InputValueDefinition) -> String {
        let documentation = DocumentationComment.lines(member.description, indentation: "    ")
        let name = SwiftName.identifier(member.name)
        guard containsOwner(member.type) else {
            return "\(documentation)    public let \(name): \(type(of: member))"
        }
        return """
                private let indirect\(SwiftName.capitalized(member.name)): Indirect<\(type(of: member))>
            \(documentation)    public var \(name): \(type(of: member)) { indirect\(SwiftName.capitalized(member.name)).value }
            """
    }

    func decoding(_ member: InputValueDefinition, at index: Int) -> String {
        let name = SwiftName.identifier(member.name)
        guard containsOwner(member.type) else { return "        \(name) = try \(decodingCall(member))(\(index))" }
        return "        indirect\(SwiftName.capitalized(member.name)) = Indirect(try \(decodingCall(member))(\(index)))"
    }

    private func isThreeState(_ member: InputValueDefinition) -> Bool {
        tellsAbsentFromNull && !types.schema.isNonNull(member.type)
    }

    private func type(of member: InputValueDefinition) -> String {
        isThreeState(member) ? "InputField<\(types.withoutNull(member.type))>" : types.name(member.type)
    }

    private func decodingCall(_ member: InputValueDefinition) -> String {
        if isThreeState(member) { return "object.field" }
        return types.schema.isNonNull(member.type) ? "object.required" : "object.optional"
    }
}
