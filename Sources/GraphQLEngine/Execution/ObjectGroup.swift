import JSON

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
}

/// A field's results for all objects of a group.
enum FieldColumn {
    case pending
    case typename
    /// Read off the row while writing.
    case property(@Sendable (AnyRows, Int, inout JSONWriter) -> Bool)
    case leaves(Leaves)
    /// Entries per object, and a group for each column of rows among them.
    case objects(Children, [ObjectGroup])
    /// No object of the group has a value: the field failed as a whole.
    case failed(GraphQLError)
}
