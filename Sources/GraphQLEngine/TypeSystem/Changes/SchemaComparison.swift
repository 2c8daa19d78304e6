extension Schema {
    /// What changes for clients when another version takes this schema's place: the types in their order, then the
    /// directives, as `findSchemaChanges` of GraphQL.js lists them.
    public func changes(to new: Schema) -> [SchemaChange] {
        var comparison = SchemaComparison(old: self, new: new)
        comparison.compareTypes()
        comparison.compareDirectives()
        return comparison.changes
    }
}

/// Collects the changes from one schema to another.
struct SchemaComparison {
    let old: Schema
    let new: Schema
    private(set) var changes: [SchemaChange] = []

    init(old: Schema, new: Schema) {
        self.old = old
        self.new = new
    }

    mutating func report(_ type: SchemaChangeType, _ description: String) {
        changes.append(SchemaChange(type, description))
    }

    /// - Parameter element: how the description of the change names what is described.
    mutating func compareDescriptions(of element: String, _ old: String?, _ new: String?) {
        if old == new { return }
        report(.descriptionChanged, "Description of \(element) has changed to \"\(new ?? "null")\".")
    }
}
