import Jobs
import Logging

/// Everything that the server reports of itself; the only place where log lines are worded.
enum Observation: Sendable {
    case started(address: String, port: Int, version: String)
    case stopped
    case requestAnswered(RequestSummary)
    case requestRefused(RequestSummary, code: String)
    case databaseUnavailable(reason: String)
    case job(JobEvent)
    /// In development only: the link is a secret.
    case mailWritten(subject: String, link: String?)
    case graphiQLMissing(directory: String)

    var level: Logger.Level {
        switch self {
        case .started, .stopped, .requestRefused: .info
        case .requestAnswered: .debug
        case .databaseUnavailable: .warning
        case .job(let event): event.level
        case .mailWritten: .info
        case .graphiQLMissing: .notice
        }
    }

    var message: Logger.Message {
        switch self {
        case .started: "Serving"
        case .stopped: "Stopped"
        case .requestAnswered: "Request answered"
        case .requestRefused: "Request refused"
        case .databaseUnavailable: "Database unavailable"
        case .job(let event): event.message
        case .mailWritten: "Mail written"
        case .graphiQLMissing: "GraphiQL is not installed: see scripts/fetch-graphiql"
        }
    }

    var metadata: Logger.Metadata {
        switch self {
        case .started(let address, let port, let version):
            ["address": .string(address), "port": .stringConvertible(port), "version": .string(version)]
        case .stopped: [:]
        case .requestAnswered(let request): request.metadata
        case .requestRefused(let request, let code): request.metadata.merging(["code": .string(code)]) { $1 }
        case .databaseUnavailable(let reason): ["reason": .string(reason)]
        case .job(let event): event.metadata
        case .mailWritten(let subject, let link): Self.mail(subject, link)
        case .graphiQLMissing(let directory): ["directory": .string(directory)]
        }
    }
}

extension Observation {
    fileprivate static func mail(_ subject: String, _ link: String?) -> Logger.Metadata {
        var metadata: Logger.Metadata = ["subject": .string(subject)]
        if let link { metadata["link"] = .string(link) }
        return metadata
    }
}

/// What a log line says of one request.
struct RequestSummary: Sendable {
    let requestID: String
    let method: String
    let path: String
    let status: Int
    let clientAddress: String?
    let duration: Duration

    var metadata: Logger.Metadata {
        var metadata: Logger.Metadata = [
            "request_id": .string(requestID),
            "method": .string(method),
            "path": .string(path),
            "status": .stringConvertible(status),
            "microseconds": .stringConvertible(duration / .microseconds(1)),
        ]
        if let clientAddress { metadata["client"] = .string(clientAddress) }
        return metadata
    }
}

/// Where observations go.
struct Observer: Sendable {
    let logger: Logger

    func observe(_ observation: Observation) {
        logger.log(level: observation.level, observation.message, metadata: observation.metadata)
    }
}
