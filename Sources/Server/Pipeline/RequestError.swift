import GraphQLEngine

/// Why a request was not executed: the error of the stage that refused it.
enum RequestError: Error {
    case request(GraphQLRequestError)
    case document(DocumentError)
    case operation(OperationError)
    case variables(GraphQLErrors)
    case planning(GraphQLErrors)
    /// What the request may cost, and what is allowed.
    case tooExpensive(cost: Int, maximum: Int)
}
