/// No argument is given twice (section 5.4.2).
enum UniqueArgumentNames {
    static func check(_ arguments: NodeRange, _ context: some DocumentRuleContext) {
        guard arguments.count > 1 else { return }
        for (name, offsets) in NameGroups.duplicates(of: context.document.arguments[arguments.indices].map(\.name)) {
            context.report("There can be only one argument named \"\(context.text(name))\".", at: offsets)
        }
    }
}
