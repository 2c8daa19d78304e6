/// A value literal as error messages show it.
enum LiteralText {
    static func text(of value: Int32, document: Document) -> String {
        document.printedValue(value)
    }
}
