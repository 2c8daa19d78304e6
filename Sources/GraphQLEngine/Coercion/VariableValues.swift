import JSON

/// The coerced values of an operation's variables, by position in its variable definitions.
public struct VariableValues: Sendable, Equatable {
    /// One entry per variable definition; nil where neither a value nor a default was given.
    public let slots: [InputValue?]
    /// As the request and the defaults have them, before coercion: what custom scalars see of variables in literals.
    let sources: [JSONValue?]
    /// Positions by the symbols of the variables' names.
    private let positions: [Int32: Int]

    /// The values of an operation without variables.
    public static let none = VariableValues(slots: [], sources: [], symbols: [])

    init(slots: [InputValue?], sources: [JSONValue?], symbols: [Int32]) {
        self.slots = slots
        self.sources = sources
        // In a document that is not valid two variables may have one name: the last one that has a value counts.
        positions = Dictionary(
            symbols.enumerated().map { ($1, $0) },
            uniquingKeysWith: { first, last in slots[last] == nil ? first : last }
        )
    }

    public subscript(position: Int) -> InputValue? {
        slots[position]
    }

    /// Position of the variable whose name has this symbol.
    public func position(of symbol: Int32) -> Int? {
        positions[symbol]
    }

    /// The value of the variable whose name has this symbol; nil when it is absent or not defined.
    public func value(of symbol: Int32) -> InputValue? {
        position(of: symbol).flatMap { slots[$0] }
    }

    /// The value before its coercion.
    func source(of symbol: Int32) -> JSONValue? {
        position(of: symbol).flatMap { sources[$0] }
    }
}
