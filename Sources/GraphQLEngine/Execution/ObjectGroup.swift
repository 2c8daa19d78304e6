/// Objects of one type that are given the same selection, and what their fields resolved to so far.
final class ObjectGroup {
    /// Objects inside one another that can be written without overflowing the stack.
    static let maximumDepth = 1_000

    /// Index into the plan's selections.
    let selection: Int
    let rows: AnyRows
    /// How many objects this one's are in.
    let depth: Int
    /// One per field of the selection.
    private(set) var columns: [FieldColumn]
    /// The columns of leaves once more, at hand for the writer without retaining any; the columns own them.
    let leaves: UnsafeMutableBufferPointer<Unmanaged<Leaves>?>
    /// Whether the objects are items of streams that have not begun.
    var isHeldBack = false

    init(selection: Int, rows: AnyRows, depth: Int, fieldCount: Int) {
        self.selection = selection
        self.rows = rows
        self.depth = depth
        columns = Array(repeating: .pending, count: fieldCount)
        leaves = .allocate(capacity: fieldCount)
        leaves.initialize(repeating: nil)
    }

    deinit { leaves.deallocate() }

    func setColumn(_ column: FieldColumn, at position: Int) {
        columns[position] = column
        if case .leaves(let column) = column {
            leaves[position] = .passUnretained(column)
        } else {
            leaves[position] = nil
        }
    }
}

/// A field's results for all objects of a group.
enum FieldColumn {
    case pending
    case typename
    case leaves(Leaves)
    /// Values of a leaf type, or lists of them, that are coerced while they are written.
    case values([ResolvedValue])
    /// Entries per object, and a group for each column of rows among them.
    case objects(Children, [ObjectGroup])
    /// An answer that was kept, for the root object.
    case answered(FieldAnswer)
    /// No object of the group has a value: the field failed as a whole.
    case failed(GraphQLError)
}
