/// A place where a variable is used, and what the schema expects there.
struct VariableUsage {
    let name: Name
    /// Offset of the `$`.
    let offset: Int32
    /// Nil where the field, argument or input field is not known.
    let type: TypeReference?
    /// Whether the argument or input field has a default value.
    let hasDefault: Bool
    /// The `@oneOf` input object of which the variable is a field's value.
    let oneOf: TypeID?
}
