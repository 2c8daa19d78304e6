import FoundationEssentials
import Postgres
import Schema

/// Replaces what a shift says. Days that were computed before keep their numbers.
enum ShiftUpdate: ShiftMutation {
    static let payloadTypeName = "ShiftUpdatePayload"
    private static let path = ["input", "shift"]

    static func run(_ input: ShiftUpdateInput, _ context: ResolverContext) async throws -> EntityPayload<Self> {
        EntityPayload(try await outcome(input, context), clientMutationId: input.clientMutationId.given)
    }

    private static func outcome(
        _ input: ShiftUpdateInput,
        _ context: ResolverContext
    ) async throws -> MutationOutcome<ShiftRow> {
        let missing = UserErrors.notFound("shift", path: ["input", "shiftId"])
        guard let id = input.shiftId.key(of: .shift) else { return .failure(missing) }
        var errors = InputErrors(path: path)
        guard let new = ShiftValues(input.shift, id: id, &errors) else { return .failure(UserErrors(errors.errors)) }
        return try await context.mutate(path: path) { transaction in
            guard let current = try await transaction.run(lock(.uuid(id))).first.map(ShiftRow.init) else {
                throw missing
            }
            if let expected = input.expectedVersion.given, expected != Int(current.version) {
                throw UserErrors.staleVersion(current: current.version)
            }
            let old = try ShiftValues(current)
            let audit = try context.audit(
                AuditEntry(
                    action: "shiftUpdate",
                    entityType: "Shift",
                    entityID: id,
                    oldValues: old.json.differences(from: new.json),
                    newValues: new.json.differences(from: old.json)
                )
            )
            return ShiftRow(try await transaction.pipeline([new.update, audit])[0][0])
        }
    }
}
