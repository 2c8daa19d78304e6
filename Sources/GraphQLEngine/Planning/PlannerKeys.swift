// What the planner knows selections by.
extension Planner {
    /// What makes two selections the same: they may be reached many times through fragments.
    struct SelectionKey: Hashable {
        let type: TypeID
        let selectionSets: [SelectionSet]
        let scope: DeferScope
        /// Whether the type is known at execution only, so that access to it is decided here.
        let isGuarded: Bool

        func within(_ scope: DeferScope) -> SelectionKey {
            SelectionKey(type: type, selectionSets: selectionSets, scope: scope, isGuarded: isGuarded)
        }
    }

    struct ChildrenKey: Hashable {
        let type: TypeID
        let selectionSets: [SelectionSet]
        let scope: DeferScope
    }

    struct SelectionSet: Hashable {
        let selections: NodeRange
        /// Number of the deferred fragment that it stands in.
        let usage: Int?
        /// Number of the scope of variables that it stands in.
        let scope: Int
    }

    /// A selection that is planned in its turn.
    struct Reservation {
        let key: SelectionKey
        /// The fields of a part that another selection holds back; nil where they are still to be collected.
        let part: [FieldCollector.Group]?
    }
}
