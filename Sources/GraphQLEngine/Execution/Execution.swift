/// One run of a plan: breadth first, all parents of a field at once, one dispatch per level.
///
/// Groups of objects are taken from a queue and their fields started; what is at hand adds new groups, what
/// needs the database waits. When the queue is empty the level is complete: the context is dispatched once
/// and the waiting fields go on. Source: GraphQL specification, section 6.3 "Executing Selection Sets"; the
/// order in which fields are resolved is free, but for the root fields of mutations.
final class Execution<Context: RequestContext> {
    private let plan: Plan
    private let schema: ExecutableSchema<Context>
    private let context: Context
    private let arguments: [Result<InputObject, GraphQLError>]

    private var queue: [ObjectGroup] = []
    private var waiting: [Waiting] = []

    /// A field whose answer comes with the next dispatch.
    private struct Waiting {
        let group: ObjectGroup
        /// Position in the group's selection.
        let position: Int
        let resume: () throws -> Step<FieldColumn>
    }

    init(bound: BoundPlan, schema: ExecutableSchema<Context>, context: Context) {
        plan = bound.plan
        arguments = bound.arguments
        self.schema = schema
        self.context = context
    }

    /// Resolves everything that the plan selects. Answers the root object's group.
    func run() async -> ObjectGroup {
        if plan.kind == .mutation {
            let root = group(plan.root, Rows([MutationRow()]))
            await runSerially(root)
            return root
        }
        let root = group(plan.root, Rows([QueryRow()]))
        queue.append(root)
        await drain()
        return root
    }

    /// Root fields of a mutation one after another, each with all that is selected below it (section 6.2.2).
    private func runSerially(_ root: ObjectGroup) async {
        for (position, index) in plan.selections[root.selection].fields.enumerated() {
            guard case .mutation(let resolve)? = schema.resolver(of: plan.fields[index]) else {
                start(root, position, index)
                continue
            }
            if let error = plan.fields[index].denial {
                root.columns[position] = .failed(error)
                continue
            }
            do {
                let children = try await resolve(call(index))
                root.columns[position] = objects(children, index)
            } catch {
                root.columns[position] = .failed(context.publicError(for: error))
            }
            await drain()
        }
        await drain()
    }

    private func drain() async {
        while true {
            startQueued()
            if waiting.isEmpty { return }
            await context.dispatch()
            resumeWaiting()
        }
    }

    private func startQueued() {
        var next = 0
        while next < queue.count {
            let group = queue[next]
            for (position, index) in plan.selections[group.selection].fields.enumerated() {
                start(group, position, index)
            }
            next += 1
        }
        queue.removeAll(keepingCapacity: true)
    }

    private func resumeWaiting() {
        let resumed = waiting
        waiting.removeAll(keepingCapacity: true)
        for field in resumed {
            settle(field.group, field.position) { try field.resume() }
        }
    }

    private func start(_ group: ObjectGroup, _ position: Int, _ index: Int) {
        let field = plan.fields[index]
        if let error = field.denial {
            group.columns[position] = .failed(error)
            return
        }
        guard let resolver = schema.resolver(of: field) else {
            group.columns[position] = .typename
            return
        }
        switch resolver {
        case .property(let read):
            group.columns[position] = .leaves(read(group.rows))
        case .leaves(let resolve):
            settle(group, position) {
                try resolve(group.rows, try self.call(index), self.context).map(FieldColumn.leaves)
            }
        case .objects(let resolve):
            settle(group, position) {
                try resolve(group.rows, try self.call(index), self.context).map { self.objects($0, index) }
            }
        case .mutation:
            let error = GraphQLError("Mutations run at the root only.")
            group.columns[position] = .failed(context.publicError(for: error))
        }
    }

    private func settle(_ group: ObjectGroup, _ position: Int, _ step: () throws -> Step<FieldColumn>) {
        do {
            switch try step() {
            case .ready(let column): group.columns[position] = column
            case .deferred(let resume): waiting.append(Waiting(group: group, position: position, resume: resume))
            }
        } catch {
            group.columns[position] = .failed(context.publicError(for: error))
        }
    }

    private func call(_ index: Int) throws(GraphQLError) -> FieldCall<Context> {
        FieldCall(
            context: context,
            arguments: try arguments[index].get(),
            selectedFields: plan.fields[index].selectedFields
        )
    }

    private func objects(_ children: Children, _ index: Int) -> FieldColumn {
        let groups = children.columns.compactMap { rows in
            plan.fields[index].selections.first { $0.typeName == rows.typeName }.map { group($0.selection, rows) }
        }
        queue.append(contentsOf: groups.filter { plan.selections[$0.selection].denial == nil })
        return .objects(children, groups)
    }

    private func group(_ selection: Int, _ rows: AnyRows) -> ObjectGroup {
        ObjectGroup(selection: selection, rows: rows, fieldCount: plan.selections[selection].fields.count)
    }
}
