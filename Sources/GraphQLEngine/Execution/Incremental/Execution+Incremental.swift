// What is resolved after the initial result.
extension Execution {
    /// Resolves fields that were deferred, level by level, all together; those of the same objects at once.
    func resolve(_ deferred: [DeferredFields]) async {
        for group in groups(of: deferred) {
            if plan.kind == .mutation, group.depth == 0 { await runSerially(group) } else { enqueue(group) }
        }
        await drain()
    }

    /// Resolves what is selected on the items of streams, level by level, all together.
    func resolve(_ streams: [ItemStream]) async {
        for stream in streams {
            guard case .objects(_, let groups) = stream.source.columns[stream.position] else { continue }
            for group in groups where group.isHeldBack {
                group.isHeldBack = false
                enqueue(group)
            }
        }
        await drain()
    }

    private struct Origin: Hashable {
        let source: ObjectIdentifier
        let selection: Int
    }

    /// A group for the fields that have a selection and the group of their objects in common.
    private func groups(of deferred: [DeferredFields]) -> [ObjectGroup] {
        var positions: [Origin: Int] = [:]
        var members: [[DeferredFields]] = []
        for fields in deferred {
            let origin = Origin(source: ObjectIdentifier(fields.source), selection: fields.selection)
            if let position = positions[origin] {
                members[position].append(fields)
            } else {
                positions[origin] = members.count
                members.append([fields])
            }
        }
        return members.map { members in
            let source = members[0].source
            let rows = source.rows.selecting(members.map(\.row))
            let group = group(members[0].selection, rows, depth: source.depth)
            for (row, fields) in members.enumerated() { fields.resolved = (group, row) }
            return group
        }
    }

    /// The objects that a streamed field gives: those of the first items of its lists go on with the level, the
    /// others are held back.
    func streamedObjects(
        _ children: Children,
        _ parent: ObjectGroup,
        _ index: Int,
        _ stream: BoundStream
    ) -> FieldColumn {
        var children = children
        let columnCount = children.columns.count
        children.split(lists: parent.rows.count, after: stream.initialCount)
        let field = plan.fields[index]
        let groups = children.columns.enumerated().compactMap { column, rows in
            let isHeldBack = column >= columnCount
            let selections = isHeldBack ? field.delivery?.stream?.selections ?? [] : field.selections
            let child = selections.first { $0.typeName == rows.typeName }
            return child.map { child in
                let group = group(child.selection, rows, depth: parent.depth + 1)
                group.isHeldBack = isHeldBack
                return group
            }
        }
        for group in groups where !group.isHeldBack && group.rows.count > 0 { enqueue(group) }
        return .objects(children, groups)
    }
}
