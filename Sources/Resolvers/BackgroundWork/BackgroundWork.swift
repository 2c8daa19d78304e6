public import Auth
public import Files
public import Jobs
public import Mail
public import Postgres

/// All kinds of background work that the API causes.
public enum BackgroundWork {
    /// One handler for each kind of job.
    public static func handlers(
        database: Database,
        accounts: AccountServices,
        mail: any MailTransport,
        files: FileStorage
    ) -> [any JobHandler] {
        [
            AccountLetterSending(services: accounts, transport: mail),
            InvitationLetterSending(services: accounts, transport: mail),
            InvitationExpiry(database: database),
            DomainClaimExpiry(database: database),
            EmploymentEndings(database: database),
            LoginEnding(database: database),
            FileCleanUp(database: database, storage: files),
            TokenCleanUp(database: database),
            IdempotencyKeysCleanUp(database: database),
            Recomputing(database: database),
            DayClosing(database: database),
            KeptEventsApplying(database: database),
            FinishedJobsCleanUp(database: database),
        ]
    }

    /// What comes back by itself.
    public static let schedule = JobSchedule([
        .init(kind: InvitationExpiry.jobKind, everySeconds: 300),
        .init(kind: DayClosing.jobKind, everySeconds: 300),
        .init(kind: DomainClaimExpiry.jobKind, everySeconds: 3_600),
        .init(kind: EmploymentEndings.jobKind, everySeconds: 300),
        .init(kind: FileCleanUp.jobKind, everySeconds: 3_600),
        .init(kind: TokenCleanUp.jobKind, everySeconds: 3_600),
        .init(kind: IdempotencyKeysCleanUp.jobKind, everySeconds: 3_600),
        .init(kind: FinishedJobsCleanUp.jobKind, everySeconds: 3_600),
    ])
}
