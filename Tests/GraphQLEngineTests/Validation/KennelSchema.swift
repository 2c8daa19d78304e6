import Testing

@testable import GraphQLEngine

/// The example type system of the specification's section 5 "Validation", and a few types more.
enum KennelSchema {
    static let schema: Result<Schema, any Error> = Result { try Schema.build(Document.parse(Source(text))) }

    /// What the validator says of a document, each as `message @line:column line:column`.
    static func errors(in text: String, options: ValidationOptions = ValidationOptions()) throws -> [String] {
        let document = try Document.parse(Source(text))
        return Validator.validate(document, schema: try schema.get(), options: options).map(\.summary)
    }

    private static let text = """
        type Query {
          dog: Dog
          human: Human
          pet: Pet
          catOrDog: CatOrDog
          arguments: Arguments
          findDog(searchBy: FindDogInput): Dog
          findPet(by: PetKey!): Pet
          lookUp(by: PetKey): Pet
        }
        type Mutation { addPet(pet: PetInput): Pet }
        type Subscription { newMessage: Message  disallowedSecondRootField: Boolean }
        type Message { body: String sender: String }
        enum DogCommand { SIT DOWN HEEL }
        type Dog implements Pet {
          name: String!
          nickname: String
          barkVolume: Int
          doesKnowCommand(dogCommand: DogCommand!): Boolean!
          isHouseTrained(atOtherHomes: Boolean): Boolean!
          owner: Human
        }
        interface Sentient { name: String! }
        interface Pet { name: String! }
        type Alien implements Sentient { name: String! homePlanet: String }
        type Human implements Sentient { name: String! pets: [Pet!] }
        enum CatCommand { JUMP }
        type Cat implements Pet { name: String! nickname: String doesKnowCommand(catCommand: CatCommand!): Boolean! meowVolume: Int }
        union CatOrDog = Cat | Dog
        type Arguments {
          multipleRequirements(x: Int!, y: Int!): Int!
          booleanArgField(booleanArg: Boolean): Boolean
          floatArgField(floatArg: Float): Float
          intArgField(intArg: Int): Int
          nonNullBooleanArgField(nonNullBooleanArg: Boolean!): Boolean!
          booleanListArgField(booleanListArg: [Boolean]!): [Boolean]
          optionalNonNullBooleanArgField(optionalBooleanArg: Boolean! = false): Boolean!
        }
        input FindDogInput { name: String owner: String limit: Int! = 10 }
        input PetInput { name: String! tags: [String!] command: DogCommand }
        input PetKey @oneOf { id: ID name: String }
        directive @tag(name: String!) repeatable on FIELD
        """
}

/// A document that is not valid, and its errors as ``KennelSchema/errors(in:options:)`` gives them.
struct RefusedDocument: Sendable, CustomTestStringConvertible {
    let document: String
    let errors: [String]

    init(_ document: String, _ errors: [String]) {
        self.document = document
        self.errors = errors
    }

    var testDescription: String { document }
}

extension GraphQLError {
    /// The message and its places: `message @line:column line:column`.
    var summary: String {
        "\(message) @\(locations.map { "\($0.line):\($0.column)" }.joined(separator: " "))"
    }
}
