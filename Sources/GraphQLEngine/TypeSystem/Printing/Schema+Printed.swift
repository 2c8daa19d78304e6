extension Schema {
    /// The schema in the definition language, as `printSchema` of GraphQL.js writes it: without built-in types and
    /// the directives of the specification, and without a line break at the end.
    ///
    /// - Parameter keepsAppliedDirectives: whether all directives on definitions are printed as they were written,
    ///   and definitions of the specification's directives too, so that the text builds an equal schema; otherwise
    ///   only `@deprecated`, `@specifiedBy` and `@oneOf` are.
    public func printed(keepsAppliedDirectives: Bool = false) -> String {
        let isPrinted = { (directive: DirectiveDefinition) in
            keepsAppliedDirectives
                ? !directive.isBuiltIn : !BuiltInDefinitions.directiveNames.contains(directive.name)
        }
        let printer = SchemaPrinter(schema: self, keepsAppliedDirectives: keepsAppliedDirectives)
        return printer.text(directives: directives.filter(isPrinted), types: types.filter { !$0.isBuiltIn })
    }

    /// The specification's directives and the introspection types, as `printIntrospectionSchema` of GraphQL.js
    /// writes them.
    public func printedIntrospection() -> String {
        SchemaPrinter(schema: self, keepsAppliedDirectives: false).text(
            directives: directives.filter { BuiltInDefinitions.directiveNames.contains($0.name) },
            types: types.filter { $0.isBuiltIn && $0.kind != .scalar }
        )
    }

    /// The definition of one type, as `printType` of GraphQL.js writes it.
    public func printed(_ type: TypeID) -> String {
        var printer = SchemaPrinter(schema: self, keepsAppliedDirectives: false)
        printer.write(self[type])
        return printer.output
    }
}
