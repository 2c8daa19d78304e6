/// A place where a variable is used, and what the schema expects there.
struct VariableUsage {
    let name: Name
    /// Offset of the `$`.
    let offset: Int32
    let position: InputPosition
    /// Index into ``Document/variables`` if the variable is one of the fragment in which it is used.
    let fragmentVariable: Int?
}
