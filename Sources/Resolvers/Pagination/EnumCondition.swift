/// Conditions on columns of the schema's own enums.
///
/// Names are written out, each by itself: PostgreSQL then knows which of its partial indexes hold the rows. How many
/// there are it may not know under a policy, since the equality of enums is not leakproof.
enum EnumCondition {
    static func oneOf(_ column: String, _ names: [String]) -> String {
        either(alternatives(column, names))
    }

    /// A condition for each name.
    static func alternatives(_ column: String, _ names: [String]) -> [String] {
        Set(names).sorted().map { "\(column) = '\($0.lowercased())'" }
    }

    /// Holds where one of them does.
    static func either(_ alternatives: [String]) -> String {
        alternatives.isEmpty ? "false" : "(" + alternatives.joined(separator: " OR ") + ")"
    }
}
