public import Postgres
public import Time

/// Whom a request comes from, if anybody has signed in.
public enum Principal: Sendable {
    case person(Viewer)
    case device(DeviceCaller)

    /// Nil for a device.
    public var viewer: Viewer? {
        if case .person(let viewer) = self { viewer } else { nil }
    }

    /// Nil for a person.
    public var device: DeviceCaller? {
        if case .device(let device) = self { device } else { nil }
    }

    public var rights: Rights {
        switch self {
        case .person(let viewer): viewer.rights
        case .device(let device): device.rights
        }
    }

    /// The statement that compares what was shown with what is stored.
    public func check(isMutation: Bool, now: Timestamp) -> ViewerCheck {
        switch self {
        case .person(let viewer): viewer.check(isMutation: isMutation, now: now)
        case .device(let device): device.check(isMutation: isMutation, now: now)
        }
    }
}
