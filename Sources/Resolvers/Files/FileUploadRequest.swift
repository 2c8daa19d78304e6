import Files
import FoundationEssentials
import GraphQLEngine
import JSON
import Postgres
import Schema
import Time

/// Announces a file, and tells where to put its bytes.
enum FileUploadRequest {
    /// Of one member, of those that were not deleted.
    static let maximumFileCount = 100
    static let maximumNameLength = 255

    static func run(_ input: FileUploadRequestInput, _ context: ResolverContext) async throws -> FileUploadPayload {
        var errors = InputErrors(path: ["input"])
        let file = AnnouncedFile(input, maximumBytes: context.services.files.maximumBytes, &errors)
        let outcome: MutationOutcome<FileRow> =
            errors.isEmpty
            ? try await context.mutate { try await store(file, in: $0, context) } : .failure(UserErrors(errors.errors))
        return FileUploadPayload(
            file: outcome.value,
            upload: outcome.value.map { UploadTargetRow($0, context) },
            userErrors: outcome.userErrors,
            clientMutationId: input.clientMutationId
        )
    }

    private static func store(
        _ file: AnnouncedFile,
        in transaction: Transaction<TenantScope>,
        _ context: ResolverContext
    ) async throws -> FileRow {
        let id = UUID()
        let memberID = try context.tenant().memberID
        let insert = insert(
            .uuid(id),
            .uuid(memberID),
            .text(file.purpose.rawValue.lowercased()),
            .text(file.name),
            .text(file.contentType),
            .int64(file.byteSize),
            .optional(file.sha256),
            .timestamp(context.request.now)
        )
        let values: JSONObject = [
            "purpose": .string(file.purpose.rawValue), "fileName": .string(file.name),
            "contentType": .string(file.contentType), "byteSize": .int(file.byteSize),
        ]
        let audit = try context.audit(
            AuditEntry(action: "fileUploadRequest", entityType: "File", entityID: id, newValues: values)
        )
        // The member's row is locked, so that uploads at the same time are counted one after another.
        let results = try await transaction.pipeline([
            lockMember(.uuid(memberID)), count(.uuid(memberID)), insert, audit,
        ])
        guard results[1][0].int64(0) < maximumFileCount else {
            throw UserErrors(
                .limitReached,
                "You have \(maximumFileCount) files. Delete some that are not needed.",
                path: ["input"]
            )
        }
        return FileRow(results[2][0])
    }

    private static let lockMember = Statement<TenantScope>(
        "lock member",
        "SELECT 1 FROM organization_members m WHERE m.organization_id = $1 AND m.id = $2 FOR NO KEY UPDATE"
    )

    private static let count = Statement<TenantScope>(
        "files of member",
        """
        SELECT count(*) FROM files f
        WHERE f.organization_id = $1 AND f.owner_member_id = $2 AND f.status IN ('pending', 'ready')
        """
    )

    private static let insert = Statement<TenantScope>(
        "insert file",
        """
        INSERT INTO files AS f
          (organization_id, id, owner_member_id, purpose, file_name, content_type, byte_size, sha256, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
        RETURNING \(FileRow.columns)
        """
    )
}

/// What a client says of a file, each part checked by itself.
private struct AnnouncedFile: Sendable {
    let purpose: FilePurpose
    let name: String
    let contentType: String
    let byteSize: Int64
    let sha256: [UInt8]?

    init(_ input: FileUploadRequestInput, maximumBytes: Int, _ errors: inout InputErrors) {
        purpose = input.purpose
        name = errors.required(input.fileName, "fileName", maximumLength: FileUploadRequest.maximumNameLength)
        contentType = input.contentType.lowercased()
        byteSize = input.byteSize
        sha256 = input.sha256.flatMap(Self.bytes(hexadecimal:))
        if ImageType(rawValue: contentType) == nil {
            let types = ImageType.allCases.map(\.mediaType).joined(separator: ", ")
            errors.add(.fileTypeNotAllowed, "This must be one of \(types).", "contentType")
        }
        if byteSize < 1 {
            errors.add(.outOfRange, "A file has at least one byte.", "byteSize")
        } else if byteSize > maximumBytes {
            errors.add(.fileTooLarge, "A file may have at most \(maximumBytes) bytes.", "byteSize")
        }
        if input.sha256 != nil && sha256 == nil {
            errors.add(.invalid, "This must be 64 hexadecimal digits.", "sha256")
        }
    }

    private static func bytes(hexadecimal text: String) -> [UInt8]? {
        let digits = Array(text.utf8)
        guard digits.count == 64 else { return nil }
        let bytes = stride(from: 0, to: 64, by: 2).compactMap { index in
            digits[index] == UInt8(ascii: "+")
                ? nil : UInt8(String(decoding: digits[index...index + 1], as: UTF8.self), radix: 16)
        }
        return bytes.count == 32 ? bytes : nil
    }
}

/// Where the bytes of a file go.
struct UploadTargetRow: ObjectRow {
    static let typeName = "UploadTarget"

    let url: String
    let headers: JSONValue
    let expiresAt: Timestamp
    let maximumBytes: Int64

    init(_ file: FileRow, _ context: ResolverContext) {
        url = context.uploadURL(file.key, byteCount: file.byteSize)
        headers = .object(["Content-Type": .string(file.contentType)])
        expiresAt = context.request.now.adding(minutes: ResolverContext.uploadMinutes)
        maximumBytes = file.byteSize
    }
}

struct FileUploadPayload: MutationPayload {
    static let typeName = "FileUploadRequestPayload"

    let file: FileRow?
    let upload: UploadTargetRow?
    let userErrors: [UserErrorRow]
    let clientMutationId: String?
}
