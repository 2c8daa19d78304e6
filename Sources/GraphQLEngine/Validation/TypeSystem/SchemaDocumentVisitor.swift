/// One rule during the visit of one document; it implements the steps at which it looks at something.
protocol SchemaDocumentVisitor: AnyObject {
    func enter(schema: SchemaNode)
    func enter(type: TypeNode)
    /// A definition or an extension, as in the two above.
    func enter(directiveDefinition: DirectiveNode)
    /// Directives on a node that is none of the three above, before the node's other children.
    func enter(directives: NodeRange)
    /// The arguments of a field of an operation, or of a directive.
    func enter(arguments: NodeRange)
    /// A named type where one is referred to.
    /// - Parameter isTypeSystem: whether it stands in a type-system definition, not in an executable one.
    func enter(namedType: Name, isTypeSystem: Bool)
    /// A list or object given as an argument or as a default.
    func enter(value: Int32)
    func enter(directive: Directive, at location: DirectiveLocation)
    func leave(directive: Directive)
}

extension SchemaDocumentVisitor {
    func enter(schema: SchemaNode) {}
    func enter(type: TypeNode) {}
    func enter(directiveDefinition: DirectiveNode) {}
    func enter(directives: NodeRange) {}
    func enter(arguments: NodeRange) {}
    func enter(namedType: Name, isTypeSystem: Bool) {}
    func enter(value: Int32) {}
    func enter(directive: Directive, at location: DirectiveLocation) {}
    func leave(directive: Directive) {}
}
