/// Fields of one object that are executed together, later, for one or several deferred fragments.
final class DeferredFields {
    /// What came out of them.
    enum Outcome {
        case value(DeferredValue)
        case failure(GraphQLError)
    }

    let groups: [DeliveryGroup]
    /// The delivery groups by the numbers of their fragments in the selection.
    let scope: [DeliveryGroup]
    let path: ResponsePath
    /// The object, and the selection of the fields.
    let source: ObjectGroup
    let row: Int
    let selection: Int

    /// Where the fields are resolved, once they are started.
    var resolved: (group: ObjectGroup, row: Int)?
    var outcome: Outcome?
    /// Lists below the fields that are streamed when their fragment is delivered.
    var streams: [ItemStream] = []
    /// Whether they were started and nobody has disposed of them since.
    var isStarted = false
    var isRemoved = false

    init(
        groups: [DeliveryGroup],
        scope: [DeliveryGroup],
        path: ResponsePath,
        source: ObjectGroup,
        row: Int,
        selection: Int
    ) {
        self.groups = groups
        self.scope = scope
        self.path = path
        self.source = source
        self.row = row
        self.selection = selection
    }
}

/// The data of deferred fields: an entry of `incremental`.
struct DeferredValue {
    let groups: [DeliveryGroup]
    let path: ResponsePath
    /// A JSON object.
    let data: [UInt8]
    let errors: [GraphQLError]
    let work: IncrementalWork
}
