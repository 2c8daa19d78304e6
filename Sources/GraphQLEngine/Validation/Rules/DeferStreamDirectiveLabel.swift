/// Labels of `@defer` and `@stream` are static strings, each of which stands once in a document (incremental delivery,
/// "Defer And Stream Directive Labels Are Unique").
final class DeferStreamDirectiveLabel {
    /// Where each label stands first.
    private var firstOffsets: [String: Int32] = [:]

    func check(_ directive: Directive, _ context: ValidationContext) {
        let name = context.text(directive.name)
        guard name == "defer" || name == "stream" else { return }
        let arguments = context.document.arguments[directive.arguments.indices]
        guard let label = arguments.first(where: { context.text($0.name) == "label" }) else { return }
        switch context.document.values[Int(label.value)].kind {
        case .null: break
        case .string(let index): check(context.document.strings[Int(index)].text, directive, context)
        default:
            let directiveName = name == "defer" ? "Defer" : "Stream"
            context.report("\(directiveName) directive label argument must be a static string.", at: directive.offset)
        }
    }

    private func check(_ label: String, _ directive: Directive, _ context: ValidationContext) {
        guard let first = firstOffsets[label] else {
            firstOffsets[label] = directive.offset
            return
        }
        context.report("Defer/Stream directive label argument must be unique.", at: first, directive.offset)
    }
}
