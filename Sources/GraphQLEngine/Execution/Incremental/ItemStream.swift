/// The items of a list that are delivered later.
final class ItemStream {
    /// Where the items stand among the results of their field.
    enum Items {
        /// Entries of the field's ``Children``; their index in it is the first item's.
        case entries(first: Int)
        /// Values of the object in a row.
        case values(row: Int)
    }

    let path: ResponsePath
    let label: String?
    let source: ObjectGroup
    /// Position of the field in the source's selection.
    let position: Int
    let items: Items
    let count: Int
    /// Index of the item that is delivered next.
    var next: Int
    /// The error of an item, which ends the stream after those before it are delivered.
    var failure: GraphQLError?

    init(
        path: ResponsePath,
        label: String?,
        source: ObjectGroup,
        position: Int,
        items: Items,
        range: Range<Int>
    ) {
        self.path = path
        self.label = label
        self.source = source
        self.position = position
        self.items = items
        count = range.upperBound
        next = range.lowerBound
    }
}

/// Items that are delivered together: an entry of `incremental`.
struct StreamedItems {
    /// A JSON array.
    let items: [UInt8]
    let errors: [GraphQLError]
    let work: IncrementalWork
    /// Whether nothing of the stream is left.
    let isEnd: Bool
}
