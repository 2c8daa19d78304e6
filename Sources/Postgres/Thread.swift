internal import Clibpq

#if canImport(Glibc)
    internal import Glibc
#endif

/// Starts a detached thread of the operating system, for work that blocks.
func startThread(named name: String, _ body: @escaping @Sendable () -> Void) {
    final class Start {
        let name: String
        let body: @Sendable () -> Void
        init(_ name: String, _ body: @escaping @Sendable () -> Void) {
            self.name = name
            self.body = body
        }
    }
    var thread = pthread_t()
    let start = Unmanaged.passRetained(Start(name, body)).toOpaque()
    let failure = pthread_create(
        &thread,
        nil,
        { argument in
            let start = Unmanaged<Start>.fromOpaque(argument!).takeRetainedValue()
            clibpq_name_this_thread(start.name)
            start.body()
            return nil
        },
        start
    )
    precondition(failure == 0, "the system gives no thread: error \(failure)")
    pthread_detach(thread)
}
