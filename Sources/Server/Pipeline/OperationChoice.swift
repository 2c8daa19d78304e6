import GraphQLEngine

/// Finds the operation to execute (GraphQL specification, section 6.1, `GetOperation`).
enum OperationChoice {
    /// Index into the document's operations.
    static func choose(_ name: String?, in document: Document) throws(OperationError) -> Int {
        guard let name else {
            guard document.operations.count == 1 else { throw document.operations.isEmpty ? .none : .ambiguous }
            return try executable(0, document)
        }
        let index = document.operations.firstIndex { operation in
            operation.name.map { document.text($0) == name } ?? false
        }
        guard let index else { throw .unknown(name) }
        return try executable(index, document)
    }

    private static func executable(_ index: Int, _ document: Document) throws(OperationError) -> Int {
        if document.operations[index].kind == .subscription { throw .subscription }
        return index
    }
}

/// Why no operation was chosen.
enum OperationError: Error, Equatable {
    case none
    case ambiguous
    case unknown(String)
    /// Not over this transport.
    case subscription
}
