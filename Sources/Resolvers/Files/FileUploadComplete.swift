import Files
import GraphQLEngine
import JSON
import Postgres
import Schema

/// Finds what was uploaded to be what was announced, from when on the file can be used. To say so twice changes nothing.
enum FileUploadComplete: EntityMutation {
    static let payloadTypeName = "FileUploadCompletePayload"
    static let entityField = "file"

    typealias Entity = FileRow

    static func run(_ input: FileUploadCompleteInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        var fault: UserErrorRow?
        let outcome = try await FileChange.run(input.fileId, context) { file, transaction in
            guard file.has(.pending) else {
                if file.has(.ready) { return file }
                throw UserErrors(
                    .invalidTransition,
                    "The upload was refused. Request another one.",
                    path: FileChange.path
                )
            }
            guard let contents = await context.services.files.storage.contents(of: file.key) else {
                throw UserErrors(.invalid, "Nothing was uploaded yet.", path: FileChange.path)
            }
            fault = Self.fault(contents, file)
            let status = fault == nil ? FileStatus.ready : .rejected
            return try await FileChange.store(status, file, action: "fileUploadComplete", in: transaction, context)
        }
        return EntityPayload(outcome, faults: fault.map { [$0] } ?? [], clientMutationId: input.clientMutationId)
    }

    /// Why bytes are not those that were announced.
    private static func fault(_ contents: FileStorage.Contents, _ file: FileRow) -> UserErrorRow? {
        if contents.imageType?.mediaType != file.contentType {
            let found = contents.imageType?.mediaType ?? "no picture"
            return UserErrorRow(
                .fileTypeNotAllowed,
                "The file is \(found), not \(file.contentType) as was announced.",
                path: FileChange.path
            )
        }
        if Int64(contents.byteCount) != file.byteSize {
            return UserErrorRow(
                .invalid,
                "The file has \(contents.byteCount) bytes, not \(file.byteSize) as was announced.",
                path: FileChange.path
            )
        }
        if let sha256 = file.sha256, sha256 != contents.sha256 {
            return UserErrorRow(.invalid, "The file has another SHA-256 than was announced.", path: FileChange.path)
        }
        return nil
    }
}
