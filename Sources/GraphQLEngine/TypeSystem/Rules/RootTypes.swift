// GraphQL specification, section 3.3.1 "Root Operation Types".
extension SchemaValidation {
    mutating func rootTypes() {
        if schema.queryType == nil {
            let place = schema.definition.map { definition in
                let node = schema.sources[Int(definition.document)].document.schemas[Int(definition.node)]
                return SourcePlace(document: definition.document, offset: node.offset)
            }
            report("Query root type must be provided.", at: [place])
        }
        var kindsByType: [(type: TypeID, kinds: [OperationKind])] = []
        for kind in OperationKind.allCases {
            guard let root = schema.rootType(of: kind) else { continue }
            if schema[root].kind != .object {
                rootIsNoObject(root, kind)
            } else if let known = kindsByType.firstIndex(where: { $0.type == root }) {
                kindsByType[known].kinds.append(kind)
            } else {
                kindsByType.append((root, [kind]))
            }
        }
        for (type, kinds) in kindsByType where kinds.count > 1 { rootsAreEqual(type, kinds) }
    }

    private mutating func rootIsNoObject(_ root: TypeID, _ kind: OperationKind) {
        let condition = kind == .query ? "" : " if provided"
        let root = schema[root]
        report(
            "\(kind.usualTypeName) root type must be Object type\(condition), it cannot be \(root.name).",
            at: [schema.rootPlace(kind) ?? root.nodes.first.map { schema.place(ofType: $0) }]
        )
    }

    private mutating func rootsAreEqual(_ type: TypeID, _ kinds: [OperationKind]) {
        let names = kinds.map(\.rawValue)
        let list =
            names.count == 2
            ? "\(names[0]) and \(names[1])"
            : "\(names.dropLast().joined(separator: ", ")), and \(names[names.count - 1])"
        report(
            "All root types must be different, \"\(schema[type].name)\" type is used as \(list) root types.",
            at: kinds.map { schema.rootPlace($0) }
        )
    }
}
