public import JSON

/// What one request asks for, beside its document.
public struct ExecutionRequest: Sendable {
    /// Nil where the document has only one operation.
    public var operationName: String?
    /// The values of the variables as the request has them, before coercion.
    public var variables: JSONObject
    /// The source of the root fields, for resolvers that take sources; the event of a subscription.
    public var root: JSONValue
    /// What the viewer may select.
    public var access: any AccessPolicy
    /// Errors of variables that are reported before one more says that the limit was reached.
    public var maximumCoercionErrors: Int
    /// Leaves "Did you mean …?" out of the messages about variables and arguments.
    public var hidesSuggestions: Bool
    /// Nil for what the operation asks for.
    public var onError: ErrorBehavior?

    /// A request with the parts that are given, the others as in a plain request.
    public init(
        operationName: String? = nil,
        variables: JSONObject = JSONObject(),
        root: JSONValue = .null,
        access: any AccessPolicy = OpenAccess(),
        maximumCoercionErrors: Int = 50,
        hidesSuggestions: Bool = false,
        onError: ErrorBehavior? = nil
    ) {
        self.operationName = operationName
        self.variables = variables
        self.root = root
        self.access = access
        self.maximumCoercionErrors = maximumCoercionErrors
        self.hidesSuggestions = hidesSuggestions
        self.onError = onError
    }
}
