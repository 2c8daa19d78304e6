/// Where something stands in a response: fields of the plan, and indices of lists.
typealias ResponsePath = [ResponseStep]

enum ResponseStep {
    /// Index into the plan's fields.
    case field(Int)
    case item(Int)
}

extension Plan {
    /// A path as errors and results show it.
    func segments(_ path: ArraySlice<ResponseStep>) -> [PathSegment] {
        path.map { step in
            switch step {
            case .field(let index): .key(fields[index].responseKey)
            case .item(let item): .index(item)
            }
        }
    }
}
