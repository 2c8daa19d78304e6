import JSON
import Testing

@testable import GraphQLEngine

@Suite struct ValidatorTests {
    @Test func errorsHaveNoExtensions() throws {
        let document = try Document.parse(Source("{ dog { unknown } }"))
        let errors = Validator.validate(document, schema: try KennelSchema.schema.get())
        #expect(errors.map(\.extensions.isEmpty) == [true])
    }

    @Test func stopsBeyondTheMaximumOfErrors() throws {
        let fields = (0..<2000).map { "unknown\($0)" }.joined(separator: " ")
        #expect(try KennelSchema.errors(in: "{ \(fields) }").count == 101)
        #expect(
            try KennelSchema.errors(in: "{ a b c }", options: ValidationOptions(maximumErrors: 2)) == [
                "Cannot query field \"a\" on type \"Query\". @1:3", "Cannot query field \"b\" on type \"Query\". @1:5",
                "Too many validation errors, error limit reached. Validation aborted. @",
            ]
        )
        #expect(try KennelSchema.errors(in: "{ a b }", options: ValidationOptions(maximumErrors: 2)).count == 2)
    }

    @Test func theLimitNeedNotBeAnnounced() throws {
        let options = ValidationOptions(maximumErrors: 2, announcesLimit: false)
        #expect(try KennelSchema.errors(in: "{ a b c }", options: options).count == 2)
    }

    @Test func rulesReportInTheOrderInWhichTheyAreGiven() throws {
        let document = "query ($a: Int, $a: Int) { name @nope { name } }"
        let rules: [ValidationRule] = [.noUnusedVariables, .uniqueVariableNames]
        #expect(
            try KennelSchema.errors(in: document, options: ValidationOptions(rules: rules)) == [
                "Variable \"$a\" is never used. @1:8", "Variable \"$a\" is never used. @1:17",
                "There can be only one variable named \"$a\". @1:9 1:18",
            ]
        )
    }

    @Test func rulesHaveTheNamesOfTheReference() {
        #expect(ValidationRule(name: "FieldsOnCorrectTypeRule") == .fieldsOnCorrectType)
        #expect(ValidationRule(name: "DeferStreamDirectiveLabel") == .deferStreamDirectiveLabel)
        #expect(ValidationRule(name: "DeferStreamDirectiveLabelRule") == .deferStreamDirectiveLabel)
        #expect(ValidationRule(name: "DeferStreamDirectiveOnValidOperations") == .deferStreamDirectiveOnValidOperations)
        #expect(ValidationRule(name: "Nope") == nil)
        #expect(ValidationRule.specified.count == 32)
    }

    @Test func fragmentsThatAreNestedTooDeepEndTheValidation() throws {
        let fragments = (0..<1_100).map { "fragment F\($0) on Dog { ...F\($0 + 1) }" }.joined(separator: " ")
        let document = "{ dog { ...F0 } } \(fragments) fragment F1100 on Dog { name }"
        #expect(try KennelSchema.errors(in: document) == ["Validation aborted. @"])
    }

    @Test(arguments: [
        "{ dgo { name } }", "{ pet { nickname } }", "{ dog { doesKnowCommand(dogCommand: SITT) } }",
        "{ dog { isHouseTrained(atOtherHome: true) } }", "{ dog { ... on Dgo { name } } }",
        "{ findDog(searchBy: { nam: 1 }) { name } }",
    ])
    func suggestionsCanBeHidden(_ text: String) throws {
        let hidden = try KennelSchema.errors(in: text, options: ValidationOptions(hidesSuggestions: true))
        #expect(try KennelSchema.errors(in: text).first?.contains("Did you mean") == true)
        #expect(hidden.first?.contains("Did you mean") == false)
    }

    @Test func cyclesOfFragmentsEndInAnError() throws {
        let periods = [2, 3, 5, 7, 11, 13]
        let spreads = periods.map { "...P\($0)x0" }.joined(separator: " ")
        let fragments = periods.flatMap { period in
            (0..<period).map { "fragment P\(period)x\($0) on Human { a: pets { ...P\(period)x\(($0 + 1) % period) } }" }
        }
        let errors = try KennelSchema.errors(in: "{ human { \(spreads) } } \(fragments.joined(separator: " "))")
        #expect(errors.contains { $0.contains("within itself") })
    }

    /// Documents that grow with a number; validation has to grow no faster.
    enum Attack: String, CaseIterable {
        case repeatedFields, inlineFragments, fragments, fragmentsOfFragments, fanOut

        func document(_ factor: Int) -> String {
            switch self {
            case .repeatedFields: "{ dog { \(String(repeating: "name ", count: 1000 * factor)) } }"
            case .inlineFragments:
                "{ dog { \(String(repeating: "... on Dog { \(String(repeating: "name ", count: 50)) } ", count: 40 * factor)) } }"
            case .fragments:
                "{ dog { ...F0 } } "
                    + chain(80 * factor) { "\(String(repeating: "name ", count: 100)) ...F\($0 + 1)" }
            case .fragmentsOfFragments:
                "{ dog { ...F0 } } "
                    + chain(100 * factor) { index in
                        (1...50).map { "...F\(min(index + $0, 100 * factor)) " }.joined()
                    }
            case .fanOut:
                "{ dog { ...F0 } } "
                    + chain(25 * factor) { "a: owner { pets { ...F\($0 + 1) } } b: owner { pets { ...F\($0 + 1) } }" }
            }
        }

        private func chain(_ count: Int, _ body: (Int) -> String) -> String {
            let fragments = (0..<count).map { "fragment F\($0) on Dog { \(body($0)) } " }
            return fragments.joined() + "fragment F\(count) on Dog { name }"
        }
    }

    /// Ends at all, and finds nothing wrong; `ValidationBenchmark` in Benchmarks/ measures how the time grows.
    @Test(.timeLimit(.minutes(1)), arguments: Attack.allCases)
    func hugeDocumentsAreValidated(_ attack: Attack) throws {
        let document = try Document.parse(Source(attack.document(2)))
        #expect(Validator.validate(document, schema: try KennelSchema.schema.get()).isEmpty)
    }
}
