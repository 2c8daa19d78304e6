/// A deferred fragment at one place of the response: what is announced, delivered and completed as one.
final class DeliveryGroup {
    let path: ResponsePath
    let label: String?
    /// The fragment around it.
    let parent: DeliveryGroup?
    /// Whether a graph has met it.
    var isKnown = false

    init(path: ResponsePath, label: String?, parent: DeliveryGroup?) {
        self.path = path
        self.label = label
        self.parent = parent
    }
}
