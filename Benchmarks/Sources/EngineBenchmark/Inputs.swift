import Glibc
import LargeSchema

/// Files that this program and the peers read, so that all measure the same work.
struct Inputs {
    let folder: String

    func schema() -> [UInt8] { read("schema.graphql") }
    func introspectionQuery() -> [UInt8] { read("introspection.graphql") }
    /// Of the server that this engine is made for.
    func nestedSchema() -> [UInt8] { read("nested-schema.graphql") }
    func nestedQuery() -> [UInt8] { read("nested.graphql") }

    func write() {
        write(LargeSchema.sdl(typeCount: 1_000), to: "schema.graphql")
        write(Inputs.introspection, to: "introspection.graphql")
        write(Inputs.nested, to: "nested.graphql")
    }

    private func read(_ name: String) -> [UInt8] {
        guard let file = fopen("\(folder)/\(name)", "r") else { EngineBenchmark.fail("cannot read \(folder)/\(name)") }
        defer { fclose(file) }
        fseek(file, 0, SEEK_END)
        let size = ftell(file)
        rewind(file)
        return [UInt8](unsafeUninitializedCapacity: size) { $1 = fread($0.baseAddress, 1, size, file) }
    }

    private func write(_ text: String, to name: String) {
        guard let file = fopen("\(folder)/\(name)", "w") else { EngineBenchmark.fail("cannot write \(folder)/\(name)") }
        fputs(text, file)
        fclose(file)
    }
}

extension Inputs {
    /// The query of GraphQL.js 16's `getIntrospectionQuery` with every option that it has.
    private static let introspection = """
        query IntrospectionQuery {
          __schema {
            description
            queryType { name }
            mutationType { name }
            subscriptionType { name }
            types { ...FullType }
            directives { name description isRepeatable locations args(includeDeprecated: true) { ...InputValue } }
          }
        }

        fragment FullType on __Type {
          kind
          name
          description
          specifiedByURL
          fields(includeDeprecated: true) {
            name
            description
            args(includeDeprecated: true) { ...InputValue }
            type { ...TypeRef }
            isDeprecated
            deprecationReason
          }
          inputFields(includeDeprecated: true) { ...InputValue }
          interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
          possibleTypes { ...TypeRef }
        }

        fragment InputValue on __InputValue {
          name
          description
          type { ...TypeRef }
          defaultValue
          isDeprecated
          deprecationReason
        }

        fragment TypeRef on __Type { kind name \(ofTypes(levels: 7)) }

        """

    private static let nested = """
        query ($n: Int!) { organization { id name employees(first: $n) { totalCount pageInfo { hasNextPage endCursor }
          nodes { id number fullName email jobTitle department { id name } manager { id fullName }
            attendanceRecords(first: 5) { nodes { workDate status firstInAt lastOutAt workedMinutes lateMinutes } } } } } }

        """

    private static func ofTypes(levels: Int) -> String {
        (0..<levels).reduce("") { inner, _ in "ofType { kind name \(inner)}" }
    }
}
