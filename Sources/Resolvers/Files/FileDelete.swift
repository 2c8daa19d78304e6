import Files
import Postgres
import Schema

/// Deletes a file. Whatever showed it shows nothing from then on.
enum FileDelete: EntityMutation {
    static let payloadTypeName = "FileDeletePayload"
    static let entityField = "file"

    typealias Entity = FileRow

    static func run(_ input: FileDeleteInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        let outcome = try await FileChange.run(input.fileId, context) { file, transaction in
            let deleted = try await FileChange.store(.deleted, file, action: "fileDelete", in: transaction, context)
            _ = try await transaction.pipeline([forgetLogo(.uuid(file.id)), forgetAvatar(.uuid(file.id))])
            return deleted
        }
        // What can't be erased now is erased by the clean-up.
        if let file = outcome.value { try? await context.services.files.storage.erase(file.key) }
        return EntityPayload(outcome, clientMutationId: input.clientMutationId)
    }

    private static let forgetLogo = Statement<TenantScope>(
        "forget logo",
        """
        UPDATE organizations o SET logo_file_id = NULL, updated_at = now(), version = o.version + 1
        WHERE o.id = $1 AND o.logo_file_id = $2
        """
    )

    private static let forgetAvatar = Statement<TenantScope>(
        "forget avatar",
        "SELECT app.forget_avatar($2) WHERE $1::uuid IS NOT NULL"
    )
}
