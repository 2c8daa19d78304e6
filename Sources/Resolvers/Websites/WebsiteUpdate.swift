import Auth
import JSON
import Schema

/// Changes name, address and status of a website: what is absent stays, a null address clears.
enum WebsiteUpdate: WebsiteMutation {
    static let payloadTypeName = "WebsiteUpdatePayload"
    static let action = "websiteUpdate"

    static func run(_ input: WebsiteUpdateInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        var errors = InputErrors(path: ["input"])
        if case .null = input.name { errors.addRequired("name") }
        if case .null = input.status { errors.addRequired("status") }
        let name = input.name.given.map {
            errors.required($0, "name", maximumLength: WebsiteValues.maximumNameLength)
        }
        let outcome = try await change(input.websiteId, .websiteUpdate, errors, context) { website, values in
            try website.checkVersion(input.expectedVersion.given)
            values.name = name ?? values.name
            values.status = input.status.given ?? values.status
            if !input.primaryUrl.isAbsent { values.primaryURL = input.primaryUrl.given }
        }
        return EntityPayload(outcome, clientMutationId: input.clientMutationId.given)
    }
}

/// Merges a patch into the configuration of a website.
enum WebsiteConfigure: WebsiteMutation {
    static let payloadTypeName = "WebsiteConfigurePayload"
    static let action = "websiteConfigure"

    static func run(_ input: WebsiteConfigureInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        var errors = InputErrors(path: ["input"])
        let patch = errors.configuration(input.configurationPatch, "configurationPatch")
        let outcome = try await change(input.websiteId, .websiteConfigure, errors, context) { website, values in
            try website.checkVersion(input.expectedVersion)
            var mergeErrors = InputErrors(path: ["input"])
            values.configuration = mergeErrors.configuration(
                values.configuration.merged(with: patch),
                "configurationPatch"
            )
            try mergeErrors.throwIfAny()
        }
        return EntityPayload(outcome, clientMutationId: input.clientMutationId)
    }
}

extension WebsiteRow {
    /// - Throws: `STALE_VERSION` for another version than the stored one.
    fileprivate func checkVersion(_ expected: Int?) throws(UserErrors) {
        if let expected, expected != Int(version) { throw UserErrors.staleVersion(current: version) }
    }
}
