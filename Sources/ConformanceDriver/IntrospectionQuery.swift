/// The query of `introspectionFromSchema` with every option on.
enum IntrospectionQuery {
    static let text = """
        query IntrospectionQuery {
          __schema {
            description
            queryType { name kind }
            mutationType { name kind }
            subscriptionType { name kind }
            types { ...FullType }
            directives(includeDeprecated: true) {
              name description isRepeatable isDeprecated deprecationReason locations
              args(includeDeprecated: true) { ...InputValue }
            }
          }
        }
        fragment FullType on __Type {
          kind name description specifiedByURL isOneOf
          fields(includeDeprecated: true) {
            name description
            args(includeDeprecated: true) { ...InputValue }
            type { ...TypeRef }
            isDeprecated deprecationReason
          }
          inputFields(includeDeprecated: true) { ...InputValue }
          interfaces { ...TypeRef }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
          possibleTypes { ...TypeRef }
        }
        fragment InputValue on __InputValue {
          name description type { ...TypeRef } defaultValue isDeprecated deprecationReason
        }
        fragment TypeRef on __Type { kind name ofType { \(nested(levels: 8)) } }
        """

    /// `name kind` with as many levels of `ofType` below.
    private static func nested(levels: Int) -> String {
        (0..<levels).reduce("name kind") { inner, _ in "name kind ofType { \(inner) }" }
    }
}
