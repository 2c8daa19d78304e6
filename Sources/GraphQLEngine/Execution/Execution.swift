import JSON

/// One run of a plan: breadth first, all parents of a field at once, one dispatch per level.
///
/// Groups of objects are taken from a queue and their fields started; what is at hand adds new groups, what
/// needs the database waits. When the queue is empty the level is complete: the context is dispatched once
/// and the waiting fields go on. Source: GraphQL specification, section 6.3 "Executing Selection Sets"; the
/// order in which fields are resolved is free, but for the root fields of mutations.
final class Execution<Context: RequestContext> {
    let plan: Plan
    private let bound: BoundPlan
    private let schema: ExecutableSchema<Context>
    private let context: Context
    private let arguments: [Result<InputObject, GraphQLError>]
    let onError: ErrorBehavior
    private var event: RootEvent = .source(.null)

    private var queue: [ObjectGroup] = []
    private var waiting: [Waiting] = []

    /// A field whose answer comes with the next dispatch.
    private struct Waiting {
        let group: ObjectGroup
        /// Position in the group's selection.
        let position: Int
        let resume: () throws -> Step<FieldColumn>
    }

    init(bound: BoundPlan, schema: ExecutableSchema<Context>, context: Context, onError: ErrorBehavior) {
        self.bound = bound
        plan = bound.plan
        arguments = bound.arguments
        self.schema = schema
        self.context = context
        self.onError = onError
    }

    /// Resolves everything that the plan selects. Answers the root object's group.
    ///
    /// - Parameter event: what the root fields are resolved from; for queries and mutations the root's source.
    func run(_ event: RootEvent) async -> ObjectGroup {
        self.event = event
        let group = group(plan.root, schema.rootRows(plan, event), depth: 0)
        if plan.selections[plan.root].failure != nil { return group }
        if plan.kind == .mutation {
            await runSerially(group)
        } else {
            queue.append(group)
            await drain()
        }
        return group
    }

    /// Root fields of a mutation one after another, each with all that is selected below it (section 6.2.2).
    ///
    /// An error that reaches the root ends the mutation: no field after it is resolved.
    func runSerially(_ root: ObjectGroup) async {
        for (position, index) in plan.selections[root.selection].fields.enumerated() {
            await runRoot(root, position, index)
            if onError == .null || (onError == .propagate && !plan.fields[index].forbidsNull[0]) { continue }
            var probe = ResponseWriter(bound: bound, onError: onError)
            if !probe.writeField(root, 0, position, index) { return }
        }
    }

    private func runRoot(_ root: ObjectGroup, _ position: Int, _ index: Int) async {
        guard case .mutation(let resolve)? = schema.resolver(of: plan.fields[index]),
            denial(of: plan.fields[index]) == nil
        else {
            start(root, position, index)
            return await drain()
        }
        do {
            if plan.fields[index].directives.isEmpty {
                root.setColumn(objects(try await resolve(call(index)), root, index), at: position)
                await drain()
            } else {
                try await perform(resolve, root, position, index)
            }
        } catch {
            root.setColumn(.failed(context.publicError(for: error)), at: position)
        }
    }

    /// Leaves it to the context whether the field is run.
    private func perform(
        _ resolve: (FieldCall<Context>) async throws -> Children,
        _ root: ObjectGroup,
        _ position: Int,
        _ index: Int
    ) async throws {
        let call = try call(index)
        let kept = try await context.perform(try RootMutation(index, of: bound, onError: onError)) {
            root.setColumn(objects(try await resolve(call), root, index), at: position)
            await drain()
            return ResponseWriter.answer(bound, root, position, index, onError: onError)
        }
        if let kept { root.setColumn(.answered(kept), at: position) }
    }

    func drain() async {
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

    private func denial(of field: PlannedField) -> GraphQLError? {
        field.denial ?? context.changedAccess.flatMap { $0.denial(of: field, in: schema.schema) }
    }

    private func start(_ group: ObjectGroup, _ position: Int, _ index: Int) {
        let field = plan.fields[index]
        if let error = denial(of: field) { return group.setColumn(.failed(error), at: position) }
        guard let resolver = schema.resolver(of: field) else { return group.setColumn(.typename, at: position) }
        switch resolver {
        case .property(let read):
            group.setColumn(.leaves(read(group.rows)), at: position)
        case .leaves(let resolve):
            settle(group, position) {
                try resolve(group.rows, try self.call(index), self.context).map(FieldColumn.leaves)
            }
        case .objects(let resolve):
            settle(group, position) {
                try resolve(group.rows, try self.call(index), self.context).map { self.objects($0, group, index) }
            }
        case .source(let resolve):
            settle(group, position) { .ready(try self.column(of: group, resolve, index)) }
        case .subscription:
            settle(group, position) {
                guard case .value(let children) = self.event else { throw GraphQLError("There is no event.") }
                return .ready(self.objects(children(), group, index))
            }
        case .mutation:
            let error = GraphQLError("Mutations run at the root only.")
            group.setColumn(.failed(context.publicError(for: error)), at: position)
        }
    }

    private func settle(_ group: ObjectGroup, _ position: Int, _ step: () throws -> Step<FieldColumn>) {
        do {
            switch try step() {
            case .ready(let column): group.setColumn(column, at: position)
            case .deferred(let resume): waiting.append(Waiting(group: group, position: position, resume: resume))
            }
        } catch {
            group.setColumn(.failed(context.publicError(for: error)), at: position)
        }
    }

    private func call(_ index: Int) throws(GraphQLError) -> FieldCall<Context> {
        FieldCall(
            context: context,
            arguments: try arguments[index].get(),
            plan: plan,
            field: index
        )
    }

    private func objects(_ children: Children, _ parent: ObjectGroup, _ index: Int) -> FieldColumn {
        let depth = parent.depth + 1
        guard depth < ObjectGroup.maximumDepth else { return .failed(.nestedTooDeeply) }
        if !bound.streams.isEmpty, case .success(let stream)? = bound.streams[index] {
            return streamedObjects(children, parent, index, stream)
        }
        let groups = children.columns.compactMap { rows in
            plan.fields[index].selections
                .first { $0.typeName == rows.typeName }
                .map { group($0.selection, rows, depth: depth) }
        }
        for group in groups { enqueue(group) }
        return .objects(children, groups)
    }

    /// Has the fields of a group started with the next level.
    func enqueue(_ group: ObjectGroup) {
        if plan.selections[group.selection].failure == nil { queue.append(group) }
    }

    func group(_ selection: Int, _ rows: AnyRows, depth: Int) -> ObjectGroup {
        let fieldCount = plan.selections[selection].fields.count
        return ObjectGroup(selection: selection, rows: rows, depth: depth, fieldCount: fieldCount)
    }
}

// Fields that are resolved from sources.
extension Execution {
    private func column(
        of group: ObjectGroup,
        _ resolve: SourceResolver<Context>,
        _ index: Int
    ) throws(GraphQLError) -> FieldColumn {
        let field = plan.fields[index]
        guard let call = plan.sourceCall(index, try arguments[index].get(), context) else { return .typename }
        let sources = unsafeDowncast(group.rows, to: SourceRows.self).sources
        guard plan.schema[plan.schema.namedType(of: field.type)].kind.isComposite else {
            return .values(sources.map { resolved($0, call, resolve) })
        }
        var completion = SourceCompletion(schema: plan.schema, field: field, parentCount: sources.count)
        for (row, source) in sources.enumerated() {
            completion.complete(resolved(source, call, resolve), field.type, at: row)
        }
        return objects(completion.children, group, index)
    }

    private func resolved(
        _ source: JSONValue,
        _ call: SourceCall<Context>,
        _ resolve: SourceResolver<Context>
    ) -> ResolvedValue {
        do {
            return try resolve(source, call)
        } catch {
            return .failure(context.publicError(for: error))
        }
    }
}
