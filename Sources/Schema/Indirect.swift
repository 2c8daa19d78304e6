/// Keeps a value elsewhere, so that a struct may hold one of its own type.
final class Indirect<Value: Sendable>: Sendable {
    let value: Value

    init(_ value: Value) {
        self.value = value
    }
}
