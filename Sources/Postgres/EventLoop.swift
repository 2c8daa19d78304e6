internal import Clibpq

#if canImport(Glibc)
    internal import Glibc
#endif

/// What a descriptor waits for, and what it is ready for.
struct Readiness: OptionSet {
    let rawValue: UInt32

    static let readable = Readiness(rawValue: EPOLLIN.rawValue)
    static let writable = Readiness(rawValue: EPOLLOUT.rawValue)
}

/// A thin layer over `epoll(7)`, level-triggered, used by one thread.
struct EventLoop: ~Copyable {
    private let descriptor: CInt

    init() throws(DatabaseError) {
        descriptor = epoll_create1(CInt(EPOLL_CLOEXEC))
        guard descriptor >= 0 else { throw .unavailable("epoll_create1 failed: errno \(errno)") }
    }

    deinit {
        close(descriptor)
    }

    /// Watches the descriptor, or changes what it is watched for. Closing it ends the watch.
    func watch(_ watched: CInt, for readiness: Readiness, token: UInt64) {
        var event = epoll_event()
        event.events = readiness.rawValue
        event.data.u64 = token
        if epoll_ctl(descriptor, EPOLL_CTL_MOD, watched, &event) != 0 {
            epoll_ctl(descriptor, EPOLL_CTL_ADD, watched, &event)
        }
    }

    /// Waits for at most that long (−1: for ever) and calls the body with the token of each ready descriptor.
    func wait(timeoutMilliseconds: Int, _ body: (_ token: UInt64, _ readiness: Readiness) -> Void) {
        let capacity = 64
        withUnsafeTemporaryAllocation(of: epoll_event.self, capacity: capacity) { events in
            let count = epoll_wait(descriptor, events.baseAddress, CInt(capacity), CInt(timeoutMilliseconds))
            for index in 0..<max(Int(count), 0) {
                body(events[index].data.u64, Readiness(rawValue: events[index].events))
            }
        }
    }
}
