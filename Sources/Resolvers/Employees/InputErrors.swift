import JSON
import Schema

/// What is wrong with the members of an input object, found before anything is asked of the database.
struct InputErrors {
    private let path: [String]
    private(set) var errors: [UserErrorRow] = []

    /// - Parameter path: where the input object stands in the mutation's arguments.
    init(path: [String]) {
        self.path = path
    }

    var isEmpty: Bool { errors.isEmpty }

    func throwIfAny() throws(UserErrors) {
        if !errors.isEmpty { throw UserErrors(errors) }
    }

    /// - Parameter field: the member at fault; nil for the input object as a whole.
    mutating func add(_ code: UserErrorCode, _ message: String, _ field: String?) {
        errors.append(UserErrorRow(code, message, path: path + (field.map { [$0] } ?? [])))
    }

    /// - Parameter members: leads to the member at fault, where it lies deeper.
    mutating func add(_ code: UserErrorCode, _ message: String, at members: [String]) {
        errors.append(UserErrorRow(code, message, path: path + members))
    }

    mutating func append(_ others: [UserErrorRow]) {
        errors += others
    }

    mutating func addLastOwner(_ field: String) {
        errors.append(.lastOwner(path: path + [field]))
    }

    mutating func addTransition<State>(_ change: StateChange<State>, of what: String, _ field: String) {
        if !change.isAllowed { errors.append(change.error(of: what, path: path + [field])) }
    }

    /// - Parameter current: the version that the object has.
    mutating func addStaleVersion(current: Int32) {
        errors += UserErrors.staleVersion(current: current, path: path + ["expectedVersion"]).errors
    }

    mutating func addLocked(_ period: StoredPeriod, _ field: String) {
        errors.append(.periodLocked(PeriodLockedErrorRow(period, path: path + [field])))
    }

    mutating func addNotFound(_ what: String, _ field: String) {
        add(.notFound, "There is no such \(what).", field)
    }

    mutating func addRequired(_ field: String) {
        add(.required, "This must not be empty.", field)
    }

    /// A text of any number of lines.
    mutating func check(text: String, _ field: String, maximumLength: Int) {
        if text.unicodeScalars.count > maximumLength {
            add(.tooLong, "This may have at most \(maximumLength) characters.", field)
        }
        if text.utf8.contains(0) { add(.invalid, "The character U+0000 cannot be stored.", field) }
    }

    /// The text without the white space around it, which must leave something.
    mutating func required(_ text: String, _ field: String, maximumLength: Int) -> String {
        let trimmed = SingleLine.trimmed(text)
        if trimmed.isEmpty { addRequired(field) }
        check(trimmed, field, maximumLength: maximumLength)
        return trimmed
    }

    /// The same for a text that may be missing, but not blank.
    mutating func optional(_ text: String?, _ field: String, maximumLength: Int) -> String? {
        guard let text else { return nil }
        let trimmed = SingleLine.trimmed(text)
        if trimmed.isEmpty { add(.invalid, "Give a text, or null for none.", field) }
        check(trimmed, field, maximumLength: maximumLength)
        return trimmed
    }

    mutating func email(_ text: String?, _ field: String) -> String? {
        let email = optional(text, field, maximumLength: 320)
        if let email, !email.isEmpty, !SingleLine.hasEmailForm(email) {
            add(.invalid, "This is no e-mail address.", field)
        }
        return email
    }

    /// An e-mail address that must be there.
    mutating func requiredEmail(_ text: String, _ field: String) -> String {
        let email = required(text, field, maximumLength: 320)
        if !email.isEmpty && !SingleLine.hasEmailForm(email) { add(.invalid, "This is no e-mail address.", field) }
        return email
    }

    /// JSON text of at most 16 KiB that PostgreSQL can store.
    mutating func json(_ value: JSONValue, _ field: String) -> String {
        let text = value.text
        if text.utf8.count > 16_384 { add(.tooLong, "This takes more than 16 KiB.", field) }
        if text.contains("\\u0000") && value.hasNUL { add(.invalid, "The character U+0000 cannot be stored.", field) }
        return text
    }

    private mutating func check(_ text: String, _ field: String, maximumLength: Int) {
        if text.unicodeScalars.count > maximumLength {
            add(.tooLong, "This may have at most \(maximumLength) characters.", field)
        }
        if text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
            add(.invalid, "Control characters and line breaks are not allowed.", field)
        }
    }
}

private enum SingleLine {
    static func trimmed(_ text: String) -> String {
        let start = text.drop { $0.isWhitespace }
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...end])
    }

    /// One `@` with something before it and a dotted name after it; whether mail arrives is for mail to tell.
    static func hasEmailForm(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, parts[0].unicodeScalars.count <= 64 else { return false }
        let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
        return labels.count >= 2 && labels.allSatisfy { !$0.isEmpty } && !text.contains { $0.isWhitespace }
    }
}

extension JSONValue {
    fileprivate var hasNUL: Bool {
        switch self {
        case .string(let text): text.utf8.contains(0)
        case .array(let items): items.contains(where: \.hasNUL)
        case .object(let object): object.contains { $0.key.utf8.contains(0) || $0.value.hasNUL }
        case .null, .bool, .int, .double: false
        }
    }
}
