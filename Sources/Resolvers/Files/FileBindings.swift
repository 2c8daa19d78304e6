import GraphQLEngine
import Schema

extension Bindings<ResolverContext> {
    /// Files, their mutations, and where they are shown.
    mutating func bindFiles() {
        bindConnection(of: FileRow.self)
        object(FileRow.self) { type in
            type.value("id") { GlobalID(.file, $0.id) }
            type.value("purpose") { $0.purpose }
            type.value("fileName") { $0.fileName }
            type.value("contentType") { $0.contentType }
            type.value("byteSize") { $0.byteSize }
            type.value("status") { $0.status }
            type.value("createdAt") { $0.createdAt }
            type.values("downloadUrl") { rows, context in
                .ready(rows.map { $0.has(.ready) ? context.downloadURL($0.key) : nil })
            }
            type.objects("owner") { rows, context in context.loaders.members.load(rows.map(\.ownerMemberID)) }
        }
        object(UploadTargetRow.self) { type in
            type.value("url") { $0.url }
            type.value("method") { _ in "PUT" }
            type.value("headers") { $0.headers }
            type.value("expiresAt") { $0.expiresAt }
            type.value("maxBytes") { $0.maximumBytes }
        }
        object(OrganizationRow.self) { type in
            type.objects("files", OrganizationFilesArguments.self) { rows, arguments, call in
                let own = try call.context.tenant().organizationID
                return try FilePages.all(arguments, call).map { page in rows.map { $0.id == own ? page : nil } }
            }
        }
        bindFileMutations()
    }

    private mutating func bindFileMutations() {
        object(FileUploadPayload.self) { type in
            type.child("file") { $0.file }
            type.child("upload") { $0.upload }
            type.bindPayload()
        }
        bindPayload(of: FileUploadComplete.self)
        bindPayload(of: FileDelete.self)
        bindPayload(of: OrganizationLogoSet.self)
        object(MutationRow.self) { type in
            type.mutation("fileUploadRequest", MutationFileUploadRequestArguments.self) { arguments, call in
                try await FileUploadRequest.run(arguments.input, call.context)
            }
            type.mutation("fileUploadComplete", MutationFileUploadCompleteArguments.self) { arguments, call in
                try await FileUploadComplete.run(arguments.input, call.context)
            }
            type.mutation("fileDelete", MutationFileDeleteArguments.self) { arguments, call in
                try await FileDelete.run(arguments.input, call.context)
            }
            type.mutation("organizationLogoSet", MutationOrganizationLogoSetArguments.self) { arguments, call in
                try await OrganizationLogoSet.run(arguments.input, call.context)
            }
        }
    }
}
