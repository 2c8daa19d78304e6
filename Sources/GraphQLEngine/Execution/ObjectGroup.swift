/// Objects of one type that are given the same selection, and what their fields resolved to so far.
final class ObjectGroup {
    /// Index into the plan's selections.
    let selection: Int
    let rows: AnyRows
    /// One per field of the selection.
    var columns: [FieldColumn]

    init(selection: Int, rows: AnyRows, fieldCount: Int) {
        self.selection = selection
        self.rows = rows
        columns = Array(repeating: .pending, count: fieldCount)
    }

    /// The JSON of all leaves; made when the first object is written.
    private(set) lazy var leaves = WrittenLeaves(columns, rowCount: rows.count)
}

/// A field's results for all objects of a group.
enum FieldColumn {
    case pending
    case typename
    case leaves(Leaves)
    /// Entries per object, and a group for each column of rows among them.
    case objects(Children, [ObjectGroup])
    /// No object of the group has a value: the field failed as a whole.
    case failed(GraphQLError)
}

/// The leaves of a group's objects, ready to be copied.
final class WrittenLeaves {
    private var block: LeafBlock
    /// Number of a field's first value; -1 for fields that are no leaves.
    private let firstValues: UnsafeMutablePointer<Int>

    init(_ columns: [FieldColumn], rowCount: Int) {
        firstValues = .allocate(capacity: columns.count)
        block = LeafBlock(valueCount: rowCount * columns.count)
        for (position, column) in columns.enumerated() {
            guard case .leaves(let leaves) = column else {
                firstValues[position] = -1
                continue
            }
            firstValues[position] = block.count
            leaves.write(&block)
        }
    }

    deinit { firstValues.deallocate() }

    /// The JSON of a field's value for one object; nil for a field that is no leaf.
    func value(_ position: Int, _ row: Int) -> UnsafeRawBufferPointer? {
        let first = firstValues[position]
        return first < 0 ? nil : block.value(first + row)
    }
}
