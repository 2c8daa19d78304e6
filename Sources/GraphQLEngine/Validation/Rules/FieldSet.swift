/// The fields of one selection set by response name, those in inline fragments included, and the fragments it spreads.
final class FieldSet {
    /// A field, and what the schema knows of it where it is collected.
    struct Field {
        let selection: Int32
        let parent: TypeID?
        /// Nil for meta fields, as GraphQL.js has it here.
        let type: TypeReference?
        let stream: Directive?
        /// Whether only its name and type can be in conflict with another field's.
        let isPlain: Bool
    }

    struct Group {
        /// Symbol of the response name.
        let responseName: Int32
        var fields: [Field]
    }

    /// Different from all other sets of a document.
    let number: Int
    private(set) var groups: [Group] = []
    /// Selections that spread fragments.
    private(set) var spreads: [Int32] = []
    private var positions: [Int32: Int] = [:]
    /// By scope of the selection set: the spreads as they are compared there.
    var spreadsByScope: [Int32: [SpreadUse]] = [:]

    init(_ selectionSet: NodeRange, parent: TypeID?, number: Int, _ context: ValidationContext) {
        self.number = number
        collect(selectionSet, parent, context)
    }

    func fields(_ responseName: Int32) -> [Field]? {
        positions[responseName].map { groups[$0].fields }
    }

    private func collect(_ selectionSet: NodeRange, _ parent: TypeID?, _ context: ValidationContext) {
        for index in selectionSet.indices {
            let selection = context.document.selections[index]
            switch selection.kind {
            case .field: add(index, selection, parent, context)
            case .fragmentSpread: spreads.append(Int32(index))
            case .inlineFragment:
                let type = selection.name.map { context.schema.type(named: context.text($0)) } ?? parent
                collect(selection.selectionSet ?? .empty, type, context)
            }
        }
    }

    private func add(_ index: Int, _ selection: Selection, _ parent: TypeID?, _ context: ValidationContext) {
        guard let name = selection.name else { return }
        let stream = context.document.directive("stream", on: selection)
        let field = Field(
            selection: Int32(index),
            parent: parent,
            type: parent.flatMap { context.schema[$0].field(context.text(name))?.type },
            stream: stream,
            isPlain: selection.arguments.isEmpty && selection.selectionSet == nil && stream == nil
        )
        let responseName = (selection.alias ?? name).symbol
        if let position = positions[responseName] { return groups[position].fields.append(field) }
        positions[responseName] = groups.count
        groups.append(Group(responseName: responseName, fields: [field]))
    }
}

/// A fragment as it is spread in one place, with the values that its variables have there.
struct SpreadUse {
    /// The selection that spreads it.
    var selection: Int32
    /// Stands for the values of the fragment's variables; 0 for a fragment without variables.
    let scope: Int32
    /// Index into ``Document/fragments``, or -1 for an unknown fragment.
    let fragment: Int32
}
