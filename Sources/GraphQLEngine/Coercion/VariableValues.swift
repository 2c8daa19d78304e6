/// The coerced values of an operation's variables, by position in its variable definitions.
public struct VariableValues: Sendable, Equatable {
    /// One entry per variable definition; nil where neither a value nor a default was given.
    public let slots: [InputValue?]
    /// Symbol of each variable's name in the document.
    private let symbols: [Int32]

    /// The values of an operation without variables.
    public static let none = VariableValues(slots: [], symbols: [])

    init(slots: [InputValue?], symbols: [Int32]) {
        self.slots = slots
        self.symbols = symbols
    }

    public subscript(position: Int) -> InputValue? {
        slots[position]
    }

    /// Position of the variable whose name has this symbol.
    public func position(of symbol: Int32) -> Int? {
        symbols.firstIndex(of: symbol)
    }

    /// The value of the variable whose name has this symbol; nil when it is absent or not defined.
    public func value(of symbol: Int32) -> InputValue? {
        position(of: symbol).flatMap { slots[$0] }
    }
}
