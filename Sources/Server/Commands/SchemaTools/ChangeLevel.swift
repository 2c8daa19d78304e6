import GraphQLEngine

/// How critical changes of a schema have to be for what a flag names.
enum ChangeLevel: String, CaseIterable {
    case breaking, dangerous, safe, never

    /// Whether changes of this criticality count.
    func includes(_ criticality: SchemaChange.Criticality) -> Bool {
        switch self {
        case .breaking: criticality >= .breaking
        case .dangerous: criticality >= .dangerous
        case .safe: true
        case .never: false
        }
    }
}
