/// The rules that remember what they have seen, for the time of one visit.
final class RuleStates {
    private let context: ValidationContext
    private(set) lazy var operationNames = UniqueOperationNames()
    private(set) lazy var fragmentNames = UniqueFragmentNames()
    private(set) lazy var fragmentCycles = NoFragmentCycles(context)
    private(set) lazy var typeNames = KnownTypeNames(context.document)
    private(set) lazy var fragmentSpreads = PossibleFragmentSpreads(context)
    private(set) lazy var uniqueDirectives = UniqueDirectivesPerLocation()
    private(set) lazy var deferStreamOnRootField = DeferStreamDirectiveOnRootField(context)
    private(set) lazy var deferStreamOnValidOperations = DeferStreamDirectiveOnValidOperations(context)
    private(set) lazy var deferStreamLabel = DeferStreamDirectiveLabel()
    private(set) lazy var overlappingFields = OverlappingFieldsCanBeMerged(context)
    private(set) lazy var introspectionDepth = MaximumIntrospectionDepth(context)

    init(_ context: ValidationContext) {
        self.context = context
    }
}
