import FoundationEssentials
import GraphQLEngine
import JSON
import Jobs
import Schema

/// A background job, as platform administrators see it.
struct PlatformJobRow: ObjectRow {
    static let typeName = "PlatformJob"

    let job: ListedJob
}

/// Reads of background jobs by platform administrators.
enum PlatformJobs {
    static let maximumCount = 100

    /// The newest first.
    static func newest(_ arguments: PlatformJobsArguments, _ context: ResolverContext) throws -> Step<[PlatformJobRow]>
    {
        guard (0...maximumCount).contains(arguments.first) else {
            throw PublicErrors.badInput("\"first\" must be between 0 and \(maximumCount).")
        }
        let status = arguments.status?.rawValue
        let statement = ListedJob.statement(status: status?.lowercased(), limit: Int64(arguments.first))
        let entry = PlatformAuditEntry(action: "platform.jobs", subject: ["status": .optional(status)])
        return try context.query(statement, recordedAs: entry).map { $0.map { PlatformJobRow(job: ListedJob($0)) } }
    }
}

extension Bindings<ResolverContext> {
    mutating func bindPlatformJobs() {
        object(PlatformRow.self) { type in
            type.objects("jobs", PlatformJobsArguments.self) { rows, arguments, call in
                try PlatformJobs.newest(arguments, call.context).map { jobs in rows.map { _ in jobs } }
            }
        }
        object(PlatformJobRow.self) { type in
            type.value("id") { $0.job.id.uuidString.lowercased() }
            type.value("kind") { $0.job.kind }
            type.value("status") { JobStatus(rawValue: $0.job.status.uppercased()) ?? .failed }
            type.value("attempts") { $0.job.attempts }
            type.value("runAt") { $0.job.runAt }
            type.value("lastError") { $0.job.lastError }
        }
    }
}
