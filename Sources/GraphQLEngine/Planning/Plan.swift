import Synchronization

/// An operation made ready to run: fields merged per concrete type, constant arguments coerced, keys written.
///
/// A plan holds nothing of a tenant and no variable values but those of the booleans in `@skip` and
/// `@include`, so it can be shared by all requests whose ``PlanKey`` is the same. Selections that are
/// reached several times through fragments are planned once: the plan is a graph, which has cycles if fragments
/// spread themselves, and its size is linear in a valid document's. A class, because every request takes a plan out of the cache and hands it on.
public final class Plan: Sendable {
    /// The document that has the operation.
    public let document: Document
    /// The types that the plan's indices refer to.
    public let schema: Schema
    /// Index into the document's operations.
    public let operation: Int
    let fields: [PlannedField]
    let selections: [PlannedSelection]
    /// Index of the root type's selection.
    let root: Int
    /// Whether `@defer` and `@stream` are followed.
    let isIncremental: Bool
    /// Indexes into ``fields`` of those with `@stream`.
    let streamedFields: [Int]
    /// Bytes of the last response, so that the next one's buffer need not grow.
    let lastResponseBytes = Atomic<Int>(16 * 1024)

    init(
        document: Document,
        schema: Schema,
        operation: Int,
        fields: [PlannedField],
        selections: [PlannedSelection],
        root: Int,
        isIncremental: Bool,
        streamedFields: [Int]
    ) {
        self.document = document
        self.schema = schema
        self.operation = operation
        self.fields = fields
        self.selections = selections
        self.root = root
        self.isIncremental = isIncremental
        self.streamedFields = streamedFields
    }

    /// Query, mutation or subscription.
    public var kind: OperationKind { document.operations[operation].kind }

    /// Names of the fields that are selected on the objects that a field gives.
    func selectedFields(of field: Int) -> Set<String> {
        var names: Set<String> = []
        let delivered = fields[field].delivery?.stream?.selections ?? []
        for child in fields[field].selections + delivered {
            let parts = selections[child.selection].deferral?.parts ?? []
            for selection in [child.selection] + parts.map(\.selection) {
                for index in selections[selection].fields { names.insert(fields[index].name) }
            }
        }
        return names
    }
}

/// One response key of a selection.
struct PlannedField: Sendable {
    enum Target: Sendable, Equatable {
        case typename
        case schema
        case type
        /// Position in the parent type's fields.
        case field(Int)
    }

    let target: Target
    let parent: TypeID
    let name: String
    let responseKey: String
    let type: TypeReference
    /// Whether null is forbidden for the value, for the items of its list, for the items of those …
    let forbidsNull: [Bool]
    let arguments: PlannedArguments
    /// A selection for each object type that the field can give; empty for leaves.
    let selections: [ChildSelection]
    let denial: GraphQLError?
    let cost: PlannedCost
    /// Where the field stands in the document, each time that it is selected.
    let offsets: [Int32]
    /// Nil where nothing of the field is delivered later.
    let delivery: PlannedDelivery?
    /// Those of the schema's own, of all places where the field is selected.
    let directives: [PlannedDirective]
}

struct ChildSelection: Sendable {
    let typeName: String
    let selection: Int
}

enum PlannedArguments: Sendable {
    case constant(InputObject)
    /// Coerced at each request: slice of the document's arguments, and their definitions.
    case variable(NodeRange)
    /// The literals cannot be coerced, which happens in documents that are not valid.
    case failed(GraphQLError)
}
