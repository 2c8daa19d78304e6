/// What a selection holds back for later results.
final class PlannedDeferral: Sendable {
    /// A deferred fragment of the selection.
    struct Fragment: Sendable {
        let label: String?
        /// Number of the fragment around it.
        let parent: Int?
    }

    /// Fields of the same objects that are executed together, later.
    struct Part: Sendable {
        /// Numbers of the fragments that they belong to.
        let fragments: [Int]
        /// Index into the plan's selections.
        let selection: Int
    }

    /// The fragments that begin here; their numbers follow those of the fragments around the selection.
    let fragments: [Fragment]
    let parts: [Part]

    init(fragments: [Fragment], parts: [Part]) {
        self.fragments = fragments
        self.parts = parts
    }
}

/// What incremental delivery has to know of a field.
final class PlannedDelivery: Sendable {
    /// Of each fragment that the selections below the field know, the number that it has in the field's selection.
    let fragments: [Int]
    let stream: PlannedStream?

    init(fragments: [Int], stream: PlannedStream?) {
        self.fragments = fragments
        self.stream = stream
    }
}

/// A field with `@stream`.
struct PlannedStream: Sendable {
    /// Index into ``Document/directives``.
    let directive: Int
    /// What variables stand for inside a fragment with variables of its own; nil elsewhere.
    let values: VariableValues?
    /// Selections for the items that are delivered later.
    let selections: [ChildSelection]
}
