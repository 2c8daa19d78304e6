/// A lexical token: its kind and the bytes it covers.
///
/// Source: GraphQL specification, section 2.1.6 "Lexical Tokens".
struct Token {
    let kind: TokenKind
    let start: Int32
    /// Offset past the last byte.
    let end: Int32
}

enum TokenKind: UInt8 {
    case endOfFile
    case exclamationMark
    case dollar
    case ampersand
    case leftParenthesis
    case rightParenthesis
    case spread
    /// Of schema coordinates alone.
    case dot
    case colon
    case equals
    case at
    case leftBracket
    case rightBracket
    case leftBrace
    case verticalBar
    case rightBrace
    case name
    case int
    case float
    case string
    case blockString

    var isPunctuator: Bool {
        switch self {
        case .endOfFile, .name, .int, .float, .string, .blockString: false
        default: true
        }
    }

    /// The kind as error messages write it.
    var description: String {
        switch self {
        case .endOfFile: "<EOF>"
        case .exclamationMark: "\"!\""
        case .dollar: "\"$\""
        case .ampersand: "\"&\""
        case .leftParenthesis: "\"(\""
        case .rightParenthesis: "\")\""
        case .spread: "\"...\""
        case .dot: "\".\""
        case .colon: "\":\""
        case .equals: "\"=\""
        case .at: "\"@\""
        case .leftBracket: "\"[\""
        case .rightBracket: "\"]\""
        case .leftBrace: "\"{\""
        case .verticalBar: "\"|\""
        case .rightBrace: "\"}\""
        case .name: "Name"
        case .int: "Int"
        case .float: "Float"
        case .string: "String"
        case .blockString: "BlockString"
        }
    }
}
